import type { List } from './list.ts';
import type { ListError } from './list-error.ts';

/** A list that is kept, and tried again where it cannot be used. */
export interface KeptList {
  readonly list: List;
  /** What is known to be wrong, without asking it; undefined where all is well. */
  readonly ill: () => ListError | undefined;
}

/** Told once each time that a list becomes ill (with the reason) or well again. */
export type ListChanged = (ill: ListError | undefined) => void;
