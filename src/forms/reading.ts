/** What a form holds, by the names of its fields, as text; a checked box is `yes`. Absent: nothing. */
export type Answers = Readonly<Record<string, string>>;

/** Something wrong in one field: which sentence tells of it, and what fills that sentence's blanks. */
export interface Mistake {
  readonly field: string;
  readonly mistake: string;
  readonly blanks?: Readonly<Record<string, string | number>>;
}

/** What was read from a form: a value to work with, or all that is wrong, in the order of the fields. */
export type Reading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };
