import type { DecideQuestion, DecideSetup, Row, Side } from './question.ts';
import { isTooClose, smallestChange, type TurningChange } from './smallest-change.ts';
import { type Contribution, contributionsOf, differenceOf, leaderOf } from './weigh.ts';

/** Whether what stands against the job accepted is really there to be had. */
export type InHand =
  /** There is nothing to have in hand. */
  | { readonly kind: 'no-offer' }
  | { readonly kind: 'in-hand' }
  /** The boxes that are not ticked. */
  | { readonly kind: 'missing'; readonly boxes: readonly string[] };

/** Rows that pull hardest for the leader, and who would lead if they did not matter. */
export interface Tip {
  readonly rows: readonly string[];
  readonly without: 'same' | 'tie' | 'turn';
}

/** What the weights and scores add up to. */
export type Balance =
  /** No row is filled in. */
  | { readonly kind: 'empty' }
  /** No row that is filled in matters at all. */
  | { readonly kind: 'nothing-matters' }
  /** In every row that matters both sides do the same. */
  | { readonly kind: 'nothing-differs' }
  /** What speaks for one side and for the other is worth the same. */
  | { readonly kind: 'tie' }
  /** `close`: one step of one score would take the lead away. */
  | {
      readonly kind: 'close' | 'clear';
      readonly leader: Side;
      /** How far the leader is ahead; above 0. */
      readonly lead: number;
      readonly tip: Tip;
      /** Missing where no change of a single answer takes the lead away. */
      readonly change: TurningChange | undefined;
    };

/** What a decision on paper comes to. */
export interface DecideOutcome {
  /** It goes before the balance: a lead of something that is not there is no lead. */
  readonly hand: InHand;
  readonly balance: Balance;
  /** What each row that is filled in adds, in the order of the rows. */
  readonly contributions: readonly Contribution[];
  /** How many rows are filled in and matter. */
  readonly counted: number;
  /** Rows left out because a cell of theirs is empty. */
  readonly unfinished: readonly string[];
}

/** What `question` comes to, with the boxes of `setup`. */
export function decide(question: DecideQuestion, setup: DecideSetup): DecideOutcome {
  return {
    hand: inHand(question, setup),
    balance: balanceOf(question),
    contributions: contributionsOf(question.rows),
    counted: question.rows.filter(({ weight }) => weight > 0).length,
    unfinished: question.unfinished,
  };
}

function inHand({ against, ticked }: DecideQuestion, { boxes }: DecideSetup): InHand {
  const asked = boxes[against].map(({ id }) => id);
  if (asked.length === 0) return { kind: 'no-offer' };
  const missing = asked.filter((id) => !ticked.includes(id));
  return missing.length > 0 ? { kind: 'missing', boxes: missing } : { kind: 'in-hand' };
}

function balanceOf({ rows, idle }: DecideQuestion): Balance {
  const difference = differenceOf(rows);
  const leader = leaderOf(difference);
  if (leader) {
    return {
      kind: isTooClose(rows) ? 'close' : 'clear',
      leader,
      lead: Math.abs(difference),
      tip: tipOf(rows, leader),
      change: smallestChange(rows),
    };
  }
  if (rows.length + idle.length === 0) return { kind: 'empty' };
  if (rows.every(({ weight }) => weight === 0)) return { kind: 'nothing-matters' };
  const differs = contributionsOf(rows).some(({ points }) => points !== 0);
  return { kind: differs ? 'tie' : 'nothing-differs' };
}

function tipOf(rows: readonly Row[], leader: Side): Tip {
  const leading = contributionsOf(rows).filter(({ points }) => leaderOf(points) === leader);
  const most = Math.max(...leading.map(({ points }) => Math.abs(points)));
  const tipping = leading.filter(({ points }) => Math.abs(points) === most).map(({ id }) => id);
  const rest = leaderOf(differenceOf(rows.filter(({ id }) => !tipping.includes(id))));
  return { rows: tipping, without: rest === leader ? 'same' : rest ? 'turn' : 'tie' };
}
