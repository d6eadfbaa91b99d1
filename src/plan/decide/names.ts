import type { ElementWords } from './element-words.ts';
import type { DecideQuestion, Side } from './question.ts';
import { rivalOf } from './weigh.ts';

/** What the two sides are called: by the reader, or by `words`. */
export function sideNames(
  { names, against }: Pick<DecideQuestion, 'names' | 'against'>,
  words: Pick<ElementWords, 'names' | 'choices'>,
): Readonly<Record<Side, string>> {
  return {
    accepted: names.accepted ?? words.names.accepted,
    other: names.other ?? words.choices[against].name,
  };
}

/** What an outcome is told with: what sides and rows are called, and who leads if anybody does. */
export interface Names {
  readonly sides: Readonly<Record<Side, string>>;
  readonly row: (id: string) => string;
  /** The sides by what they are called in sentences. */
  readonly blanks: Readonly<Record<string, string>>;
}

/** The names in `question`, where `leader` is ahead. */
export function namesIn(
  question: DecideQuestion,
  leader: Side | undefined,
  words: ElementWords,
): Names {
  const sides = sideNames(question, words);
  return {
    sides,
    row: (id) => question.ownRows[id] ?? words.rows[id] ?? id,
    blanks: leader ? { ...sides, leader: sides[leader], rival: sides[rivalOf(leader)] } : sides,
  };
}
