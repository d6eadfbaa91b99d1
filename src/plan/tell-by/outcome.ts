import { bold, line, small } from '../../forms/blocks.ts';
import type { Block, Outcome } from '../../forms/outcome.ts';
import type { SourceLabels } from '../../law/source-labels.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import { actLinks } from '../act-links.ts';
import type { HolidayTable } from '../holidays/days-off.ts';
import { wayOut } from '../places/act.ts';
import type { ActWords } from '../places/schema.ts';
import { isLaw, lawBehind } from './law-behind.ts';
import type { Moment } from './moment.ts';
import { outcomeText } from './outcome-text.ts';
import { isByNotice } from './question.ts';
import type { TellByOutcome } from './tell-by.ts';
import type { LawBehind, TellByLaw } from './tell-by-law.ts';
import type { TellByWords } from './words-schema.ts';

/** What the element takes beside its own words. */
interface Given {
  readonly law: TellByLaw;
  readonly acts: ActWords;
  /** Where the composer is. */
  readonly composer: string;
  readonly holidays: HolidayTable;
  readonly sources: SourceLabels;
}

export type ElementWords = ReturnType<typeof elementWords>;

/** What of `words` the element needs, with what is `given`. */
export function elementWords(words: TellByWords, given: Given) {
  const { outcome, units, who, mistakes, calendar, fields } = words;
  const { start, instruction } = fields;
  return { outcome, units, who, mistakes, calendar, fields: { start, instruction }, ...given };
}

/** `found` at `now`, as it is shown. An entry for the calendar waits for what makes it. */
export function outcomeOf(found: TellByOutcome, now: Moment, words: ElementWords): Outcome {
  const { outcome: says, calendar, who } = words;
  const { heading, headline, first, more, people } = outcomeText(found, now, words);
  const law = lawBehind(found, words.law);
  // What is not sure of a rule, which nobody should have to unfold.
  const unsure = law.flatMap(({ unsure }) => (unsure ? `${says.lawUnsure}: ${unsure}` : []));
  return {
    ...{ summary: heading, announcement: heading, done: true },
    blocks: [
      { kind: 'title', text: headline },
      { ...group('first', first.map(line)), look: 'verdict' },
      group('next', nextBlocks(found, words)),
      group('more', [...more, ...unsure].map(line)),
      {
        ...group('calendar', [
          { kind: 'action', action: 'calendar', label: calendar.button, hint: calendar.hint },
        ]),
        look: 'screen',
        hidden: true,
      },
      { kind: 'heading', text: who.heading },
      {
        kind: 'list',
        look: 'people',
        items: people.map(({ name, why }) => ({
          text: bold(name),
          blocks: [line(why)],
        })),
      },
      {
        ...group(
          'law',
          law.flatMap((rule) => lawBlocks(rule, words)),
        ),
        folded: fillBlanks(says.law, { place: found.place.name }),
      },
      small(`${says.advice} ${says.credit}`),
    ],
  };
}

const group = (name: string, blocks: readonly Block[]) =>
  ({ kind: 'group', name, blocks }) as const;

/** Names the act, and links to its message, set to this place and job. */
function nextBlocks(
  { act, place, question, onPaper }: TellByOutcome,
  { acts, composer, outcome }: ElementWords,
): Block[] {
  const way = wayOut(act, { paper: place.release !== undefined, job: question.job });
  const { fixed, trial } = isByNotice(question) ? question : {};
  const answers = {
    country: question.place,
    job: question.job,
    ...(fixed && { fixed: 'yes' }),
    ...(trial && place.law.accepted.trial && { trial: 'yes' }),
  };
  return [
    // Of a letter, all is said before.
    ...(onPaper ? [] : [line(acts[way].text)]),
    actLinks({ act, way, answers }, acts, composer),
    { kind: 'text', text: outcome.set, look: 'small screen' },
  ];
}

function lawBlocks(law: LawBehind, { outcome }: ElementWords): Block[] {
  return [line(law.rule), isLaw(law) ? { kind: 'sources', rule: law } : small(outcome.ours)];
}
