import type { LawRule } from '../law/law-rule.ts';

/** Text, of which some may be bold, quoted, or marked. */
export type Rich =
  | string
  | readonly (string | { readonly as: 'b' | 'q' | 'mark'; readonly text: string })[];

/** How a verdict is marked: in green, in pencil, in red. */
export type Weight = 'go' | 'ask' | 'stop';

/** An item of a list: a line, what follows it, or both. */
export interface Item {
  readonly text?: Rich;
  readonly blocks?: readonly Block[];
}

/** A row of a table of numbers. */
export interface TableRow {
  readonly head: Rich;
  readonly cells: readonly number[];
}

/** A piece of an outcome, by what it is. `screen`: on paper there is nothing to press or to follow. */
export type Block =
  /** What the outcome is called; it takes the focus. With a weight it is the verdict itself. */
  | { readonly kind: 'title'; readonly text: string; readonly verdict?: Weight }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'text';
      readonly text: Rich;
      readonly small?: boolean;
      readonly screen?: boolean;
    }
  | { readonly kind: 'verdict'; readonly text: Rich; readonly weight?: Weight }
  /** `reasons` have a line between them, `people` numbers. */
  | {
      readonly kind: 'list';
      readonly look: 'points' | 'reasons' | 'people';
      readonly items: readonly Item[];
    }
  /** Words to say to somebody. `to` says to whom. */
  | { readonly kind: 'say'; readonly to: string; readonly words: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly heads: readonly string[];
      readonly rows: readonly TableRow[];
      readonly sum: TableRow;
    }
  /** What a rule rests on, and when that was last checked. */
  | { readonly kind: 'sources'; readonly rule: LawRule }
  /** The one to follow first comes first. */
  | { readonly kind: 'links'; readonly links: readonly Link[] }
  /**
   * A button, and what is said of it. The element's `do` gets the action, and may say in the part
   * `<action>-done` what came of it.
   */
  | {
      readonly kind: 'action';
      readonly action: string;
      readonly label: string;
      readonly hint?: string;
    }
  | {
      readonly kind: 'progress';
      readonly text: string;
      readonly done: number;
      readonly count: number;
    }
  /** Blocks that stand closer, below or beside (`pair`) each other; `name` is for scripts and tests. */
  | {
      readonly kind: 'group';
      readonly blocks: readonly Block[];
      readonly name?: string;
      readonly look?: 'pair' | 'screen' | 'honest';
      readonly hidden?: boolean;
    };

export interface Link {
  readonly label: string;
  readonly href: string;
}

/** What a tool found: what is shown of it, and what the plan and a screen reader are told. */
export interface Outcome {
  /** Absent where the element shows it by itself. */
  readonly blocks?: readonly Block[];
  /** The outcome in one line, for the plan. */
  readonly summary: string;
  /** Whether the step counts as done. */
  readonly done: boolean;
  /** What a screen reader hears when the outcome changes while somebody goes on answering. */
  readonly announcement?: string;
}

type Blocks = readonly Block[];

/** A paragraph; `look` makes it small, or leaves it out on paper. */
export function line(text: Rich, look: { small?: boolean; screen?: boolean } = {}): Block {
  return { kind: 'text', text, ...look };
}

export function bold(text: string): Rich {
  return [{ as: 'b', text }];
}

export function points(lines: readonly Rich[]): Block {
  return { kind: 'list', look: 'points', items: lines.map((text) => ({ text })) };
}

/** A list of which each item is made of blocks, such as reasons. */
export function reasons(items: readonly Blocks[]): Block {
  return { kind: 'list', look: 'reasons', items: items.map((blocks) => ({ blocks })) };
}

/** A heading with `blocks` below it, or nothing where their last one is an empty list. */
export function section(heading: string, ...blocks: Blocks): Block[] {
  const last = blocks.at(-1);
  if (last?.kind === 'list' && last.items.length === 0) return [];
  return [{ kind: 'group', blocks: [{ kind: 'heading', text: heading }, ...blocks] }];
}
