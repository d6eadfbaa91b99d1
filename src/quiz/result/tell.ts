import { type Blanks, fill } from '../../site/blanks.ts';
import type { Profile } from '../engine/result.ts';
import type { Six } from '../engine/types.ts';
import type { Words } from '../words-schema.ts';

/** A type as a result names it. */
export interface TypeName {
  readonly name: string;
  /** What a person of this type likes, to follow "You lean towards". */
  readonly short: string;
}

/** What a person is told of their profile, in sentences. Marks stand between double equals signs. */
export interface Told {
  readonly headline: string;
  readonly summary: string;
  readonly odds: string;
  /** All six types by name, from the highest to the lowest. */
  readonly ranking: string;
}

/** By how the first place leads, and how the second does. */
const ORDERS = {
  clear: { clear: 'clear', close: 'clearThenClose' },
  close: { clear: 'close', close: 'allClose' },
} as const;

/** Puts `result` into the sentences of `words`, with the names of `types`. */
export function tell(
  { ranks }: Profile,
  words: Pick<Words['result'], 'headline' | 'summary' | 'odds'>,
  types: Six<TypeName>,
): Told {
  const [first = 'close', second = 'close'] = ranks.map(({ lead }) => lead);
  const order = ORDERS[first][second];
  const named = ranks.map(({ type }) => types[type]);
  const blanks = blanksFor(named);
  return {
    headline: fill(words.headline[order], blanks),
    summary: fill(words.summary[order], blanks),
    odds: words.odds[first],
    ranking: named.map(({ name }) => name).join(', '),
  };
}

/** The names of the first three as {first} and so on, and what they like as {firstShort}. */
function blanksFor(named: readonly TypeName[]): Blanks {
  const places = ['first', 'second', 'third'];
  return Object.fromEntries(
    places.flatMap((place, index) => [
      [place, named[index]?.name ?? ''],
      [`${place}Short`, named[index]?.short ?? ''],
    ]),
  );
}
