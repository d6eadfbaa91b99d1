import type { List } from './list.ts';
import type { Ill, ListError } from './list-error.ts';

/** What passes by itself, and has passed once the list can be written again. */
const PASSING: ReadonlySet<Ill> = new Set(['locked', 'full', 'late', 'gone', 'away']);

/** What nothing has met for so long is no longer believed, in milliseconds. */
const BELIEVED = 60 * 60_000;

/** What can be ill: an operation, or the list as a whole. */
type What = keyof List | 'open';

/** What a list is known to fail with, by operation. */
export interface KnownIlls {
  /** Notes how an operation ended: with an error, or well where that is undefined. */
  readonly note: (what: What, error: ListError | undefined) => void;
  /** What failed first of all that is still ill; undefined where all is well. */
  readonly first: () => ListError | undefined;
}

/**
 * Remembers what each operation failed with, until it succeeds again. Most are not called often, so a
 * check that succeeds ends what passes by itself, and what was met too long ago.
 *
 * @param now milliseconds on a clock that nobody sets
 * @param changed told once each time that the list becomes ill (with the reason) or well again
 */
export function knownIlls(
  now: () => number,
  changed: (error: ListError | undefined) => void,
): KnownIlls {
  const ills = new Map<What, { readonly error: ListError; readonly at: number }>();

  const forgetPassed = (): void => {
    for (const [what, { error, at }] of ills) {
      if (PASSING.has(error.ill) || now() - at >= BELIEVED) ills.delete(what);
    }
  };

  return {
    note(what, error) {
      const before = ills.size > 0;
      if (error === undefined) ills.delete(what);
      else ills.set(what, { error, at: now() });
      if (what === 'check' && error === undefined) forgetPassed();
      if (before !== ills.size > 0) changed(error);
    },
    first: () => ills.values().next().value?.error,
  };
}
