import type { List } from '../list.ts';
import type { Ill } from '../list-error.ts';

/** What is asked of the thread that keeps the list. */
export interface ThreadCall {
  readonly id: number;
  readonly name: keyof List;
  readonly values: readonly unknown[];
  /** When it was asked, by `now`. */
  readonly at: number;
  /** When nobody waits for the answer any longer, by `now`; it is not begun after that. */
  readonly until: number;
}

/** What the thread says. */
export type ThreadReply =
  | { readonly kind: 'open' }
  | { readonly kind: 'unopened'; readonly ill: Ill; readonly message: string }
  | { readonly kind: 'done'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly ill: Ill }
  | {
      readonly kind: 'progress';
      readonly id: number;
      readonly done: number;
      readonly total: number;
    };

/** Milliseconds on a clock that all threads of a process share, and that nobody sets. */
export function now(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}
