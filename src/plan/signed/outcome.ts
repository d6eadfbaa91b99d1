import { bold, branch, line, small } from '../../forms/blocks.ts';
import type { FormAnswers } from '../../forms/form-answers.ts';
import { fold, points, reasons, section } from '../../forms/list-blocks.ts';
import type { Block, Outcome, Weight } from '../../forms/outcome.ts';
import type { SourceLabels } from '../../law/source-labels.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import { actLinks } from '../act-links.ts';
import { type Reason, type WayOut, wayOut, weigh } from '../places/act.ts';
import { ofPlace } from '../places/of-place.ts';
import { lawOf } from '../places/place-law.ts';
import type { ActWords, Rule } from '../places/schema.ts';
import type { ElementPlace, ElementRules } from './element-rules.ts';
import { type EstimateText, estimateText } from './estimate-text.ts';
import type { Papers } from './form.ts';
import { estimateRepayment } from './repayment.ts';
import { notesOn } from './state-law.ts';
import type { SignedWords } from './words-schema.ts';

/** How each way out is marked. */
const WEIGHTS: Readonly<Record<WayOut, Weight>> = {
  withdraw: 'go',
  notice: 'ask',
  paper: 'ask',
  release: 'ask',
  board: 'ask',
  advice: 'stop',
};

/** What the element takes beside its own words. */
interface Given {
  readonly rules: ElementRules;
  readonly acts: ActWords;
  /** Where the composer is. */
  readonly composer: string;
  readonly sources: SourceLabels;
}

export type ElementWords = ReturnType<typeof elementWords>;

/** What of `words` the element needs, with what is `given`. */
export function elementWords(words: SignedWords, given: Given) {
  const { outcome, summary, summaryWithEstimate, mistakes, estimate, clauses, note } = words;
  const { done, none } = clauses.rest;
  return {
    ...{ outcome, summary, summaryWithEstimate, mistakes, estimate, note, rest: { done, none } },
    ...given,
  };
}

/** What to do first under what was signed, why, and what would go back, on `today` (`YYYY-MM-DD`). */
export function outcomeOf(papers: Papers, words: ElementWords, today: string): Outcome {
  const { rules, acts, composer, outcome: says } = words;
  const { country, commitment } = papers;
  const place = ofPlace(rules.places, country);
  if (!place) throw new Error(`Found: no place "${country}".`);
  const weighing = weigh(commitment, lawOf(place, rules));
  const { act } = weighing;
  const way = wayOut(act, { paper: place.paper !== undefined, job: commitment.job });
  const { title, mark, text } = acts[way];
  const [before = '', after = ''] = title.split(mark);
  const adding = (effect: 'ask' | 'settle') =>
    weighing.steps.filter(({ rule }) => rule.effect === effect);
  const isStrongest = ({ rule }: Reason<Rule>) => rule.effect === act;
  const strongest = weighing.reasons.filter(isStrongest);
  const rest = weighing.reasons.filter((reason) => !isStrongest(reason));
  // Whoever is to stop has to see whom to ask, about what.
  const stops = WEIGHTS[way] === 'stop';
  const toAsk = [...(stops ? strongest : []), ...adding('ask')];
  const toSettle = adding('settle');
  const why = [...toAsk, ...toSettle, ...(stops ? [] : strongest)];
  const label = why.some(({ rule }) => rule.say) ? says.reasonsAndWords : says.reasons;
  const toBlocks = (all: readonly Reason<Rule>[]) =>
    all.map((reason) => reasonBlocks(reason, words));
  const unsure = unsureBlocks(
    rules.clauses.filter(({ id }) => weighing.unsure.includes(id)),
    says.unsure,
  );
  const estimate =
    papers.repayment && estimateText(estimateRepayment(papers.repayment), words.estimate.result);
  const notes = notesFor(papers, place, rules, today);
  return {
    summary: estimate
      ? fillBlanks(words.summaryWithEstimate, { outcome: title, estimate: estimate.plain })
      : fillBlanks(words.summary, { outcome: title }),
    done: true,
    announcement: estimate ? `${title}. ${estimate.plain}.` : title,
    blocks: [
      { kind: 'title', text: [before, { as: 'mark', text: mark }, after] },
      {
        kind: 'text',
        text: [text, act === 'release' ? place.paper?.release : ''].join(' ').trim(),
        verdict: WEIGHTS[way],
      },
      {
        kind: 'group',
        blocks: [
          actLinks({ act, way, answers: composerAnswers(papers) }, acts, composer),
          { kind: 'text', text: acts.set, look: 'small screen' },
        ],
      },
      ...section(says.ask, namesOf(toAsk, words)),
      ...(stops ? [] : openLines(strongest, words)),
      ...section(says.settle, namesOf(toSettle, words)),
      ...(estimate ? estimateBlocks(estimate, words, notes.length > 0) : []),
      ...unsure.open,
      ...foldedReasons('reasons', label, toBlocks(why)),
      ...unsure.folded,
      ...foldedReasons('more', says.more, toBlocks(rest)),
      ...(estimate
        ? fold('estimate', words.estimate.result.title, points(estimate.assumptions))
        : []),
      ...foldedReasons(
        'notes',
        says.notes,
        notes.map((rule) => [line(rule.text), { kind: 'sources', rule }]),
      ),
      small(words.note),
    ],
  };
}

const foldedReasons = (name: string, label: string, all: readonly (readonly Block[])[]) =>
  all.length > 0 ? fold(name, label, reasons(all)) : [];

/** What each of `all` is about, and to whom to say something. */
function namesOf(all: readonly Reason<Rule>[], words: ElementWords): Block {
  return points(
    all.map(({ about, rule: { say } }) => [
      { as: 'b', text: `${titleOf(about, words)}.` },
      say ? ` ${say.to}.` : '',
    ]),
  );
}

/** What is said of `clauses` that somebody was not sure of, and, folded, where to look for them. */
function unsureBlocks(
  clauses: ElementRules['clauses'],
  { title, text, where: label }: SignedWords['outcome']['unsure'],
): Readonly<Record<'open' | 'folded', Block[]>> {
  if (clauses.length === 0) return { open: [], folded: [] };
  const lines = clauses.map(({ name, where }) => `${name}. ${where}`);
  return { open: section(title, line(text)), folded: fold('unsure', label, points(lines)) };
}

/** What is open about `all`, which nobody should have to unfold. */
function openLines(all: readonly Reason<Rule>[], { outcome }: ElementWords): Block[] {
  const lines = all.flatMap(({ rule: { unsure } }) => unsure ?? []);
  return [...new Set(lines)].map((unsure) => line(`${outcome.open} ${unsure}`));
}

function estimateBlocks(
  { sum }: EstimateText,
  { estimate: { title, result } }: ElementWords,
  hasLaw: boolean,
): Block[] {
  const found = { kind: 'group', name: 'sum', blocks: [line(sum)] } as const;
  return section(title, found, ...(hasLaw ? [] : [line(result.noLaw)]));
}

/** A reason, what is open, what to say, and what it rests on. */
function reasonBlocks({ about, sure, rule }: Reason<Rule>, words: ElementWords): Block[] {
  const { outcome: says } = words;
  const { reason, unsure, say } = rule;
  return [
    line(bold(titleOf(about, words))),
    line(sure ? reason : `${says.counted} ${reason}`),
    ...(unsure ? [line(`${says.open} ${unsure}`)] : []),
    ...(say ? [sayBlock(fillBlanks(says.say, { to: say.to }), say.words)] : []),
    rule.kind === 'sourced' ? { kind: 'sources', rule } : small(says.ours),
  ];
}

/** Words to say to somebody. */
function sayBlock(to: string, words: string): Block {
  const quote = branch('blockquote', {}, branch('p', {}, words));
  return {
    kind: 'own',
    trees: [branch('div', { class: 'say' }, branch('p', { class: 'to' }, to), quote)],
  };
}

function titleOf(about: Reason<Rule>['about'], { outcome, rules }: ElementWords): string {
  if (about === 'accepted') return outcome.accepted;
  if (about in rules.jobs) return rules.jobs[about as keyof typeof rules.jobs].name;
  return rules.clauses.find(({ id }) => id === about)?.name ?? about;
}

/** What the place's law says of what was answered yes, and of an estimate. */
function notesFor(
  { commitment, repayment }: Papers,
  { notes }: ElementPlace,
  { clauses }: ElementRules,
  today: string,
) {
  const concerns = clauses.map(({ id }) => id).filter((id) => commitment.clauses[id] !== 'no');
  return notesOn(notes, repayment ? [...concerns, 'estimate'] : concerns, today);
}

/** The composer's fields for what was found in the papers. */
function composerAnswers({ country, commitment }: Papers): FormAnswers {
  const { accepted, trial, job, clauses } = commitment;
  return {
    country,
    job,
    ...(accepted && { accepted }),
    ...(trial && { trial: 'yes' }),
    ...(clauses['fixed-term'] !== 'no' && { fixed: 'yes' }),
  };
}
