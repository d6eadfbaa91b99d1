import type { LawRule } from '../../law/law-rule.ts';
import type { Clause } from '../places/commitment.ts';
import type { Place } from '../places/schema.ts';

/** What a note on law is for: a clause answered yes, or the estimate of a repayment. */
export type Concern = Clause | 'estimate';

/** A law that limits or shapes a clause in a place, or a part of it, for some from a day on. */
export type StateNote = Place['notes'][number];

/** What those of `notes` say that are for any of `concerns`, as they read on `today`, in order. */
export function notesOn(
  notes: readonly StateNote[],
  concerns: readonly Concern[],
  today: string,
): (LawRule & { readonly text: string })[] {
  return notes
    .filter((note) => note.concerns.some((concern) => concerns.includes(concern)))
    .map((note) => ({
      text: textOn(note, today),
      sources: note.sources,
      reviewed: note.reviewed,
    }));
}

function textOn(note: StateNote, today: string): string {
  if (note.kind === 'standing') return note.text;
  // Days as YYYY-MM-DD sort as text.
  return today < note.from ? note.before : note.since;
}
