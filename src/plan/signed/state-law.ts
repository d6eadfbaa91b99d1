import type { Clause, Country } from './clauses.ts';

/** What a note on law is for: a clause answered yes, or the estimate of a repayment. */
export type Concern = Clause | 'estimate';

/** A law that limits or shapes a clause in a part of a country, for some from a day on. */
export type Note<Text = string> = {
  readonly country: Country;
  readonly concerns: readonly Concern[];
} & (
  | { readonly kind: 'standing'; readonly text: Text }
  | {
      readonly kind: 'dated';
      /** `YYYY-MM-DD`, the first day on which `since` is said instead of `before`. */
      readonly from: string;
      readonly before: Text;
      readonly since: Text;
    }
);

/** The texts of the notes for any of `concerns` in `country`, as they read on `today`, in order. */
export function notesOn<Text>(
  notes: readonly Note<Text>[],
  { country, concerns, today }: { country: Country; concerns: readonly Concern[]; today: string },
): readonly Text[] {
  return notes
    .filter((note) => note.country === country)
    .filter((note) => note.concerns.some((concern) => concerns.includes(concern)))
    .map((note) => {
      if (note.kind === 'standing') return note.text;
      // Days as YYYY-MM-DD sort as text.
      return today < note.from ? note.before : note.since;
    });
}
