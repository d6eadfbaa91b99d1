import { FormTool, type Shown } from '../../forms/form-tool.ts';
import { wordsFor } from '../../forms/handed-words.ts';
import { part } from '../../forms/part.ts';
import type { Answers, Reading } from '../../forms/reading.ts';
import { fill } from '../../site/blanks.ts';
import { civilDayOf } from '../civil-day.ts';
import type { SourceLabels } from '../source-labels.ts';
import type { ClauseAnswer, Outcome } from './clauses.ts';
import type { Rule } from './clauses-schema.ts';
import type { HandedRules } from './handed-rules.ts';
import { type Reason, signedOutcome } from './outcome.ts';
import { noteNode, reasonNode, type SourcesToday, textNode } from './outcome-nodes.ts';
import { type Papers, readPapers } from './read-papers.ts';
import { asksForEstimate } from './read-repayment.ts';
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
  readonly rules: HandedRules;
  readonly sources: SourceLabels;
}

/** How each outcome is marked: in green, in pencil, in red. */
const KINDS: Readonly<Record<Outcome, string>> = { go: 'go', release: 'ask', advice: 'stop' };

/** What each of the buttons answers to all questions that are left. */
const REST: Readonly<Record<string, ClauseAnswer>> = { restNo: 'no', restUnsure: 'unsure' };

/** Says what to do first under what was signed, and what would have to be paid back. */
export class WhatSigned extends FormTool<Papers> {
  readonly #words = wordsFor<SignedElementWords>(this);

  protected override read(answers: Answers): Reading<Papers> {
    return readPapers(answers, this.#words.rules.clauses);
  }

  /** Asks for sums only where somebody wants to know what would go back. */
  protected override arrange(answers: Answers): void {
    part(this, '[data-part=repay]', HTMLElement).hidden = !asksForEstimate(answers);
    this.#tell('rest', '');
  }

  protected override show(papers: Papers): Shown {
    const { outcome: words, rules, summary, summaryWithEstimate } = this.#words;
    const { kind, reasons, unsure } = signedOutcome(papers.question, rules);
    const { title, text } = words[kind];
    this.#tell('title', title);
    part(this, '[data-part=title]', HTMLElement).dataset['kind'] = KINDS[kind];
    this.#tell('text', text);
    const strongest = reasons.filter(({ rule }) => rule.outcome === kind);
    this.#tellReasons('why', strongest, { says: true });
    const others = reasons.filter((reason) => !strongest.includes(reason));
    this.#tellReasons('more', others, { says: false });
    const open = rules.clauses.filter(({ id }) => unsure.includes(id));
    this.#list(
      'unsure',
      open.map(({ name, where }) => textNode('li', `${name}. ${where}`)),
    );
    const estimate = this.#tellEstimate(papers);
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

  /** Each reason, and with `says` its sentence to say, unless one above has the same. */
  #tellReasons(name: string, reasons: readonly Reason<Rule>[], { says }: { says: boolean }): void {
    const { outcome: words, rules } = this.#words;
    const sources = this.#sources;
    const said = new Set<string>();
    this.#list(
      name,
      reasons.map(({ about, sure, rule }) => {
        const saying = says && !said.has(rule.say.words);
        said.add(rule.say.words);
        const clause = rules.clauses.find(({ id }) => id === about);
        const title = clause?.name ?? words.accepted;
        return reasonNode({ title, sure, rule, saying }, words, sources);
      }),
    );
  }

  /** Tells what would go back, and what state law may change. Returns the former in one line, if any. */
  #tellEstimate({ question, repayment }: Papers): string | undefined {
    const { estimate, rules } = this.#words;
    const sources = this.#sources;
    const { country, answers } = question;
    const concerns = rules.clauses.map(({ id }) => id).filter((id) => answers[id] !== 'no');
    const notes = notesOn(rules.notes, {
      country,
      concerns: repayment ? [...concerns, 'estimate'] : concerns,
      today: sources.today,
    });
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
