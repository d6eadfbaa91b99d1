import type { LawRule } from '../law/law-rule.ts';

/** Text, of which some may be bold, quoted, or marked. */
export type Rich =
  | string
  | readonly (string | { readonly as: 'b' | 'q' | 'mark'; readonly text: string })[];

/** How a verdict is marked: in green, in pencil (`ask`), in red. */
export type Weight = 'go' | 'ask' | 'stop';

/** An item of a list: a line, what follows it, or both. */
export interface Item {
  readonly text?: Rich;
  readonly blocks?: readonly Block[];
}

/** A piece of an outcome, by what it is. `screen`: on paper there is nothing to press or to follow. */
export type Block =
  /** What the outcome says first, as a headline; it takes the focus. */
  | { readonly kind: 'title'; readonly text: Rich }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'text';
      readonly text: Rich;
      readonly verdict?: Weight;
      /** `label`: above a title, what it is. */
      readonly look?: 'label' | 'small' | 'small screen';
    }
  /** `reasons` have a line between them, `people` numbers. */
  | {
      readonly kind: 'list';
      readonly look: 'points' | 'reasons' | 'people';
      readonly items: readonly Item[];
    }
  /** What a rule rests on, and when that was last checked. */
  | { readonly kind: 'sources'; readonly rule: LawRule }
  /** The one to follow first comes first. */
  | { readonly kind: 'links'; readonly links: readonly Link[] }
  /**
   * A button, `main` where it is the one next act, with a `hint` to it. The element's `do` gets the
   * action, and may say in the part `<action>-done` what came of it.
   */
  | {
      readonly kind: 'action';
      readonly action: string;
      readonly label: string;
      readonly main?: boolean;
      readonly hint?: string;
    }
  /**
   * Blocks that stand closer, below or beside (`pair`) each other, or with the bar of a verdict beside
   * them; `name` is for scripts and tests. `folded`: the label that they are folded below, except on
   * paper. Nothing may be in there that somebody has to know before they act.
   */
  | {
      readonly kind: 'group';
      readonly blocks: readonly Block[];
      readonly name?: string;
      readonly look?: 'pair' | 'screen' | 'verdict';
      readonly hidden?: boolean;
      readonly folded?: string;
    }
  /** What only one tool has to show, such as a table. */
  | { readonly kind: 'own'; readonly trees: readonly Tree[] };

export interface Link {
  readonly label: string;
  readonly href: string;
}

/** What a block becomes, whether a page or a script makes it: text, or an element. */
export type Tree = string | Branch;
export interface Branch {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tree[];
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
