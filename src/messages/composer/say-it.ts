import { findElement } from '../../forms/find-element.ts';
import type { Form, FormResult } from '../../forms/form.ts';
import type { FormAnswers } from '../../forms/form-answers.ts';
import { FormTool } from '../../forms/form-tool.ts';
import type { Outcome } from '../../forms/outcome.ts';
import { readElementWords } from '../../forms/read-element-words.ts';
import { saveFile } from '../../forms/save-file.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import { type Composition, compose, plainText, textOf } from '../compose.ts';
import { letterFile } from '../letter-file.ts';
import { fitsLink, mailto } from '../mailto.ts';
import type { Run, Slots } from '../template.ts';
import { type Draft, draftOf, lengthOf } from './draft.ts';
import type { ElementWords } from './element-words.ts';
import { sayItForm } from './form.ts';

/** Composes the message while its form is filled in, and hands it over. */
class SayIt extends FormTool<Draft> {
  protected override readonly live = true;
  readonly #words = readElementWords<ElementWords>(this);
  readonly #slots: Slots = new Map(Object.entries(this.#words.catalog.slots));
  #callsFirst = false;
  /** What somebody who cannot see it knows to be there: the fields that are asked, and what is warned of. */
  #known: Readonly<Record<'fields' | 'lines', readonly string[]>> = { fields: [], lines: [] };

  protected override get declared(): Form<Draft> {
    return sayItForm(this.#words.catalog);
  }

  /** There is always a message; what is wrong is told to whoever wants to take it along. */
  protected override read(answers: FormAnswers): FormResult<Draft> {
    return { kind: 'read', value: draftOf(answers, this.#words.catalog) };
  }

  /** Leaves only the channels that the message has. */
  protected override arrange(answers: FormAnswers): void {
    const draft = draftOf(answers, this.#words.catalog);
    for (const radio of this.querySelectorAll<HTMLInputElement>('[name=channel]')) {
      const offered = draft.channels.some((channel) => channel === radio.value);
      const label = radio.closest('label');
      if (label) label.hidden = !offered;
      if (radio.value === draft.channel) radio.checked = true;
    }
  }

  protected override find(draft: Draft): Outcome {
    const words = this.#words;
    this.#callsFirst = draft.callsFirst;
    const composition = this.#compose(draft);
    const { subject, paragraphs, unfilled } = composition;
    this.#write('subject', subject ? runNodes(subject) : []);
    findElement(this, '[data-part=subject-line]', HTMLElement).hidden = !subject;
    findElement(this, '[data-do=copySubject]', HTMLElement).hidden = !subject;
    this.#write('body', paragraphs.map(paragraphNode));
    const length = words.length[lengthOf(composition.words, draft)];
    this.#writeLine('length', fillBlanks(length, { words: composition.words }));
    this.#offerMail(composition);
    const written = draft.channel === 'email' || draft.channel === 'letter';
    for (const action of ['saveLetter', 'printLetter']) {
      findElement(this, `[data-do=${action}]`, HTMLElement).hidden = !written;
    }
    const blanks = unfilled.join(', ');
    const missing = blanks && fillBlanks(words.unfilled, { blanks });
    this.#writeLine('unfilled', missing);
    this.#writeWay(draft);
    this.#writeLine('advice', draft.advice ?? '');
    findElement(this, '[data-part=done]', HTMLElement).textContent = '';
    const situation = draft.situation.title;
    const channel = words.catalog.frames[draft.channel].title.toLowerCase();
    const summary = blanks ? words.summaryUnfilled : words.summary;
    return {
      summary: fillBlanks(summary, { situation, channel, blanks }),
      done: blanks === '' && draft.act !== undefined,
      ...this.#news(),
    };
  }

  protected override do(action: string): void {
    const draft = this.#readWell();
    if (!draft) return;
    const { copied, saved, file } = this.#words;
    const composition = this.#compose(draft);
    // Where only paper counts, a letter says another thing than the email beside it.
    const letter = () =>
      this.#compose(draftOf({ ...this.answers, channel: 'letter' }, this.#words.catalog));
    if (action === 'copy') void this.#copy('body', plainText(composition), copied, composition);
    else if (action === 'copySubject') {
      void this.#copy('subject', textOf(composition.subject ?? []), copied, composition);
    } else if (action === 'saveText') {
      const heading = composition.subject ? `${textOf(composition.subject)}\n\n` : '';
      const text = `${heading}${plainText(composition)}\n`;
      saveFile(`${file}.txt`, new Blob([text], { type: 'text/plain;charset=utf-8' }));
      this.#writeDone(saved, composition);
    } else if (action === 'saveLetter') {
      const paragraphs = letter().paragraphs.map(textOf);
      saveFile(`${file}.rtf`, new Blob([letterFile(paragraphs)], { type: 'application/rtf' }));
      this.#writeDone(saved, letter());
    } else if (action === 'printLetter') this.#print(letter());
  }

  override handleEvent(event: Event): void {
    const { target, type } = event;
    if (type === 'input' || type === 'change') this.#turnToCall();
    super.handleEvent(event);
    if (type === 'click' && target instanceof Element && target.closest('[data-part=mail]')) {
      const draft = this.#readWell();
      if (draft) this.#writeDone(this.#words.opened, this.#compose(draft));
      else event.preventDefault();
    }
  }

  /** Chooses the call once it comes first, and goes back from it once it no longer does. */
  #turnToCall(): void {
    const { callsFirst, channels } = draftOf(this.answers, this.#words.catalog);
    if (callsFirst === this.#callsFirst) return;
    this.#callsFirst = callsFirst;
    const first = `[name=channel][value=${channels[0]}]`;
    findElement(this, first, HTMLInputElement).checked = true;
  }

  /** What came, what went, and what is warned of since the last draft, if anything. */
  #news(): Pick<Outcome, 'announcement'> {
    const shown = (selector: string) =>
      [...this.querySelectorAll(selector)].filter((element) => !element.closest('[hidden]'));
    const before = this.#known;
    const fields = shown('[data-field]').map(labelOf);
    const lines = shown('[data-said]').map(({ textContent }) => textContent);
    this.#known = { fields, lines };
    const came = without(fields, before.fields).join(', ');
    const went = without(before.fields, fields).join(', ');
    const news = [
      ...without(lines, before.lines),
      came && fillBlanks(this.#words.nowAsked, { fields: came }),
      went && fillBlanks(this.#words.noLongerAsked, { fields: went }),
    ].filter(Boolean);
    return news.length > 0 ? { announcement: news.join(' ') } : {};
  }

  /** The draft, or nothing once what stops it from going out was told. */
  #readWell(): Draft | undefined {
    const reading = this.declared.read(this.answers);
    if (reading.kind === 'read') return reading.value;
    this.reportMistakes(reading.mistakes);
    return undefined;
  }

  /** Says what the message does, whom to ask first, and what only counts on paper. */
  #writeWay({ act, way, ask, country, callsFirst }: Draft): void {
    const words = this.#words;
    const call = words.callFirst[way === 'paper' ? 'paper' : 'elsewhere'];
    this.#writeLine('call-first', callsFirst ? call : '');
    this.#writeLine('way', way ? words.ways[way] : '');
    this.#writeLine(
      'ask',
      ask.map(({ to, words: said }) => fillBlanks(words.ask, { to, said })).join(' '),
    );
    findElement(this, '[data-part=why]', HTMLElement).hidden = act === undefined;
    for (const note of this.querySelectorAll<HTMLElement>('[data-paper]')) {
      note.hidden = note.dataset['paper'] !== country || note.dataset['act'] !== act;
    }
  }

  #compose(draft: Draft): Composition {
    const { situation, channel, frames, letter, values, ...circumstances } = draft;
    const day = new Date();
    const date = day.toLocaleDateString(letter?.language ?? 'en-US', { dateStyle: 'long' });
    const options = { ...circumstances, values: { date, ...values } };
    return compose(situation, channel, frames, this.#slots, options);
  }

  #offerMail(composition: Composition): void {
    const link = findElement(this, '[data-part=mail]', HTMLAnchorElement);
    const { subject } = composition;
    const address = subject ? mailto(textOf(subject), plainText(composition)) : '';
    link.hidden = !subject || !fitsLink(address);
    link.href = address;
    findElement(this, '[data-part=too-long]', HTMLElement).hidden = !subject || fitsLink(address);
  }

  async #copy(which: 'body' | 'subject', text: string, done: string, from: Composition) {
    try {
      await navigator.clipboard.writeText(text);
      this.#writeDone(done, from);
    } catch {
      getSelection()?.selectAllChildren(findElement(this, `[data-part=${which}]`, HTMLElement));
      this.#writeDone(this.#words.copyFailed, from);
    }
  }

  /** Prints the letter alone. */
  #print(letter: Composition): void {
    const sheet = findElement(this, '[data-part=sheet]', HTMLElement);
    sheet.replaceChildren(...letter.paragraphs.map(paragraphNode));
    sheet.hidden = false;
    document.documentElement.classList.add('printing-letter');
    this.#writeDone('', letter);
    window.print();
    document.documentElement.classList.remove('printing-letter');
    sheet.hidden = true;
  }

  /** Says what was done, and which blanks went along unfilled. */
  #writeDone(text: string, { unfilled }: Composition): void {
    const blanks = unfilled.join(', ');
    const missing = blanks && fillBlanks(this.#words.unfilled, { blanks });
    this.#writeLine('done', `${text} ${missing}`.trim());
  }

  #writeLine(name: string, text: string): void {
    const place = findElement(this, `[data-part=${name}]`, HTMLElement);
    place.textContent = text;
    place.hidden = text === '';
  }

  #write(name: string, nodes: readonly (Node | string)[]): void {
    findElement(this, `[data-part=${name}]`, HTMLElement).replaceChildren(...nodes);
  }
}

customElements.define('say-it', SayIt);

/** What the field is called, without its hint. */
function labelOf(field: Element): string {
  return field.querySelector('legend, label, span')?.firstChild?.textContent ?? '';
}

function without(all: readonly string[], some: readonly string[]): readonly string[] {
  return all.filter((one) => !some.includes(one));
}

function paragraphNode(runs: readonly Run[]): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.append(...runNodes(runs));
  return paragraph;
}

function runNodes(runs: readonly Run[]): (Node | string)[] {
  return runs.map((run) => {
    if (run.kind === 'text') return run.text;
    const slot = document.createElement('span');
    slot.className = `slot ${run.kind}`;
    slot.textContent = run.text;
    return slot;
  });
}
