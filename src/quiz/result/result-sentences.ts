import { type Blanks, fillBlanks } from '../../site/fill-blanks.ts';
import { type LevelProfile, type Profile, type Rank, spokenOf } from '../engine/result.ts';
import type { Six } from '../engine/types.ts';
import type { QuizWords } from '../words-schema.ts';

/** A type as a result names it. */
export interface TypeName {
  readonly name: string;
  /** What a person of this type likes, to follow "You lean toward". */
  readonly short: string;
}

/** What a person is told of their profile, in sentences. Marks stand between double equals signs. */
export interface ResultSentences {
  readonly headline: string;
  readonly summary: string;
  /** Names a fourth type that is level with a third that is named; empty where there is none. */
  readonly fourth: string;
  readonly odds: string;
  /** How far each type that has a card is ahead of the next, which it names. */
  readonly certainties: readonly string[];
}

/** Puts `result` into the sentences of `words`, with the names of `types`. */
export function profileSentences(
  result: Profile,
  words: Pick<QuizWords['result'], 'headline' | 'summary' | 'fourth' | 'certainty' | 'odds'>,
  types: Six<TypeName>,
): ResultSentences {
  const { ranks, order } = result;
  const { leading, fourth } = spokenOf(result);
  const blanks = blanksFor(ranks, types);
  return {
    headline: fillBlanks(words.headline[order], blanks),
    summary: fillBlanks(words.summary[order], blanks),
    fourth: fourth === undefined ? '' : fillBlanks(words.fourth, blanks),
    odds: words.odds[ranks[0]?.lead ?? 'close'],
    certainties: ranks.slice(0, leading.length).map(({ lead = 'close' }, place) => {
      const next = ranks[place + 1];
      return fillBlanks(words.certainty[lead], { next: next ? types[next.type].name : '' });
    }),
  };
}

/** What a person is told in whose answers no type stands out, a paragraph each. */
export function levelSentences(
  { ranks, questions, lowest }: LevelProfile,
  words: Pick<QuizWords['result']['level'], 'text' | 'textLowest' | 'odds'>,
  types: Six<TypeName>,
): readonly string[] {
  const blanks = { ...blanksFor(ranks, types), count: questions };
  if (lowest === undefined) return [fillBlanks(words.text, blanks), words.odds];
  const { name, short } = types[lowest];
  return [
    fillBlanks(words.textLowest, { ...blanks, lowest: name, lowestShort: short }),
    words.odds,
  ];
}

/** The names of the types of `ranks`, in their order. */
export function rankingOf(ranks: readonly Rank[], types: Six<TypeName>): string {
  return ranks.map(({ type }) => types[type].name).join(', ');
}

/** The names of the first four as {first} and so on, and what they like as {firstShort}. */
function blanksFor(ranks: readonly Rank[], types: Six<TypeName>): Blanks {
  const places = ['first', 'second', 'third', 'fourth'];
  return Object.fromEntries(
    ranks.slice(0, places.length).flatMap(({ type }, index) => [
      [places[index], types[type].name],
      [`${places[index]}Short`, types[type].short],
    ]),
  );
}
