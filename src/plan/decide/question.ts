/** The two things compared: the job accepted, and what stands against it. */
export const SIDES = ['accepted', 'other'] as const;
export type Side = (typeof SIDES)[number];

/** What can stand against it: another offer, the job one has, or no job for now. */
export const AGAINST = ['offer', 'stay', 'none'] as const;
export type Against = (typeof AGAINST)[number];

/** How much a row can matter, from not at all to most of all. */
export const WEIGHTS = { low: 0, high: 5 } as const;
/** How well one side can do in a row, from poorly to very well. */
export const SCORES = { low: 1, high: 5 } as const;

/** How many rows the reader can name. */
export const OWN_ROWS = ['own-1', 'own-2'] as const;

/** A row with all three of its cells filled in, by whole steps of `WEIGHTS` and `SCORES`. */
export interface Row {
  readonly id: string;
  readonly weight: number;
  readonly scores: Readonly<Record<Side, number>>;
}

/** What speaks for and against one side, a fact an entry. */
export interface Facts {
  readonly pros: readonly string[];
  readonly cons: readonly string[];
}

/** A decision as it was written down. */
export interface DecideQuestion {
  readonly against: Against;
  /** What the reader calls the sides; one that has no name of its own is left out. */
  readonly names: Readonly<Partial<Record<Side, string>>>;
  /** The names of rows that the reader named, by row. */
  readonly ownRows: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
  /** Rows that do not matter at all, with a side or both not judged. */
  readonly idle: readonly string[];
  /** Rows that were begun and not finished. */
  readonly unfinished: readonly string[];
  /** The boxes of the gate that are ticked. */
  readonly ticked: readonly string[];
  readonly facts: Readonly<Record<Side, Facts>>;
}

/** What content/plan/decide.yaml gives the rules: the rows, and the boxes to tick by what is compared. */
export interface DecideSetup {
  readonly criteria: readonly { readonly id: string }[];
  readonly boxes: Readonly<Record<Against, readonly { readonly id: string }[]>>;
}
