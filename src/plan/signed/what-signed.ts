import { FormTool, type Shown } from '../../forms/form-tool.ts';
import { wordsFor } from '../../forms/handed-words.ts';
import { part } from '../../forms/part.ts';
import type { Answers, Reading } from '../../forms/reading.ts';
import type { SourceLabels } from '../../law/source-labels.ts';
import { fill } from '../../site/blanks.ts';
import { actLinks } from '../act-links.ts';
import { civilDayOf } from '../civil-day.ts';
import { type Reason, type WayOut, wayOut, weigh } from '../places/act.ts';
import type { ActWords } from '../places/acts-schema.ts';
import type { ClauseAnswer } from '../places/commitment.ts';
import { lawOf } from '../places/place-law.ts';
import type { Rule } from '../places/place-schema.ts';
import type { HandedPlace, HandedRules } from './handed-rules.ts';
import { noteNode, reasonNode, type SourcesToday, textNode } from './outcome-nodes.ts';
import { type Papers, readPapers } from './read-papers.ts';
import { asksForEstimate } from './read-repayment.ts';
import type { SignedQuestion } from './read-signed.ts';
import { estimateRepayment } from './repayment.ts';
import { notesOn } from './state-law.ts';
import { tellEstimate } from './tell-estimate.ts';
import type { SignedWords } from './words-schema.ts';

/** What Signed.astro hands over. */
export interface SignedElementWords
  extends Pick<SignedWords, 'outcome' | 'summary' | 'summaryWithEstimate'> {
  readonly mistakes: SignedWords['mistakes'] & SignedWords['estimate']['mistakes'];
  readonly rest: Pick<SignedWords['clauses']['rest'], 'done' | 'none'>;
  readonly estimate: SignedWords['estimate']['result'];
  readonly acts: ActWords;
  /** Where the composer is. */
  readonly composer: string;
  readonly rules: HandedRules;
  readonly sources: SourceLabels;
}

/** How each outcome is marked: in green, in pencil, in red. */
const KINDS: Readonly<Record<WayOut, string>> = {
  withdraw: 'go',
  notice: 'ask',
  paper: 'ask',
  release: 'ask',
  board: 'ask',
  advice: 'stop',
};

/** What each of the buttons answers to all questions that are left. */
const REST: Readonly<Record<string, ClauseAnswer>> = { restNo: 'no', restUnsure: 'unsure' };

/** Says what to do first under what was signed, and what would have to be paid back. */
export class WhatSigned extends FormTool<Papers> {
  readonly #words = wordsFor<SignedElementWords>(this);

  protected override read(answers: Answers): Reading<Papers> {
    return readPapers(answers, this.#words.rules);
  }

  /** Asks for a trial period where it changes the law, and for sums where somebody wants to know. */
  protected override arrange(answers: Answers): void {
    const place = this.#place(answers['country'] ?? '');
    part(this, '[data-field=trial]', HTMLElement).hidden = !place?.accepted.trial;
    part(this, '[data-part=repay]', HTMLElement).hidden = !asksForEstimate(answers);
    this.#tell('rest', '');
  }

  protected override show(papers: Papers): Shown {
    const { rules, acts, composer, summary, summaryWithEstimate } = this.#words;
    const { country, commitment } = papers.question;
    const place = this.#place(country);
    if (!place) throw new Error(`Found: no place "${country}".`);
    const { act, reasons, steps, unsure } = weigh(commitment, lawOf(place, rules));
    const way = wayOut(act, { paper: place.paper !== undefined, job: commitment.job });
    const { title, text } = acts[way];
    this.#tell('title', title);
    part(this, '[data-part=title]', HTMLElement).dataset['kind'] = KINDS[way];
    this.#tell('text', [text, act === 'release' ? place.paper?.release : ''].join(' ').trim());
    const answers = composerAnswers(papers.question);
    const links = actLinks({ act, way, answers }, acts, composer);
    part(this, '[data-part=next]', HTMLElement).replaceChildren(
      links,
      textNode('p', acts.set, 'small'),
    );
    const strongest = reasons.filter(({ rule }) => rule.effect === act);
    this.#tellReasons('why', strongest);
    this.#tellReasons(
      'more',
      reasons.filter((reason) => !strongest.includes(reason)),
    );
    this.#tellReasons(
      'ask',
      steps.filter(({ rule }) => rule.effect === 'ask'),
    );
    this.#tellReasons(
      'settle',
      steps.filter(({ rule }) => rule.effect === 'settle'),
    );
    const open = rules.clauses.filter(({ id }) => unsure.includes(id));
    this.#list(
      'unsure',
      open.map(({ name, where }) => textNode('li', `${name}. ${where}`)),
    );
    const estimate = this.#tellEstimate(papers, place);
    return {
      summary: estimate
        ? fill(summaryWithEstimate, { outcome: title, estimate })
        : fill(summary, { outcome: title }),
      done: true,
      announcement: estimate ? `${title}. ${estimate}.` : title,
    };
  }

  /** Answers all questions that are left the same. */
  protected override do(action: string): void {
    const answer = REST[action];
    if (!answer) return;
    const { rules, rest } = this.#words;
    const { answers } = this;
    const left = rules.clauses.filter(({ id }) => answers[id] === undefined);
    for (const { id } of left) {
      part(this, `[name="${id}"][value=${answer}]`, HTMLInputElement).checked = true;
    }
    if (left.length > 0) this.form.dispatchEvent(new Event('change', { bubbles: true }));
    this.#tell('rest', left.length > 0 ? fill(rest.done, { count: left.length }) : rest.none);
  }

  #place(id: string): HandedPlace | undefined {
    const { places } = this.#words.rules;
    return Object.hasOwn(places, id) ? places[id] : undefined;
  }

  #tellReasons(name: string, reasons: readonly Reason<Rule>[]): void {
    const { outcome: words, rules } = this.#words;
    const sources = this.#sources;
    const titleOf = (about: Reason<Rule>['about']): string => {
      if (about === 'accepted') return words.accepted;
      if (about in rules.jobs) return rules.jobs[about as keyof typeof rules.jobs].name;
      return rules.clauses.find(({ id }) => id === about)?.name ?? about;
    };
    this.#list(
      name,
      reasons.map(({ about, sure, rule }) =>
        reasonNode({ title: titleOf(about), sure, rule }, words, sources),
      ),
    );
  }

  /** Tells what would go back, and what law may change. Returns the former in one line, if any. */
  #tellEstimate({ question, repayment }: Papers, place: HandedPlace): string | undefined {
    const { estimate, rules } = this.#words;
    const sources = this.#sources;
    const { clauses } = question.commitment;
    const concerns = rules.clauses.map(({ id }) => id).filter((id) => clauses[id] !== 'no');
    const notes = notesOn(
      place.notes,
      repayment ? [...concerns, 'estimate'] : concerns,
      sources.today,
    );
    this.#list(
      'notes',
      notes.map((note) => noteNode(note, sources)),
    );
    part(this, '[data-part=no-law]', HTMLElement).hidden = notes.length > 0;
    const told = repayment && tellEstimate(estimateRepayment(repayment), estimate);
    this.#tell('sum', told ? `${told.sum}.` : '');
    this.#list(
      'assumptions',
      (told?.assumptions ?? []).map((text) => textNode('li', text)),
    );
    return told?.sum;
  }

  get #sources(): SourcesToday {
    return { ...this.#words.sources, today: civilDayOf(new Date()) };
  }

  /** Fills a list; its group, if it has one, is there only where the list holds anything. */
  #list(name: string, nodes: readonly Node[]): void {
    part(this, `[data-part=${name}]`, HTMLElement).replaceChildren(...nodes);
    const group = this.querySelector<HTMLElement>(`[data-group=${name}]`);
    if (group) group.hidden = nodes.length === 0;
  }

  #tell(name: string, text: string): void {
    part(this, `[data-part=${name}]`, HTMLElement).textContent = text;
  }
}

/** The composer's fields for what was found in the papers. */
function composerAnswers({ country, commitment }: SignedQuestion): Answers {
  const { accepted, trial, job, clauses } = commitment;
  return {
    country,
    job,
    ...(accepted && { accepted }),
    ...(trial && { trial: 'yes' }),
    ...(clauses['fixed-term'] !== 'no' && { fixed: 'yes' }),
  };
}
