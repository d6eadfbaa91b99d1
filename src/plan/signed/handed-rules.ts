import type { Clauses } from './clauses-schema.ts';
import type { Note } from './state-law.ts';

/** A text with what it rests on: ids of sources, and the day it was last checked. */
export interface SourcedText {
  readonly text: string;
  readonly sources: readonly string[];
  readonly reviewed: string;
}

/** Of the rules, what a browser needs: each clause without its question, which the form asks. */
export interface HandedRules {
  readonly accepted: Clauses['accepted'];
  readonly clauses: readonly Omit<Clauses['clauses'][number], 'question'>[];
  readonly notes: readonly Note<SourcedText>[];
}

/** What `clauses` hands over to the browser. */
export function handedRules({ accepted, clauses, notes }: Clauses): HandedRules {
  return {
    accepted,
    clauses: clauses.map(({ question: _, ...clause }) => clause),
    notes: notes.map(({ id: _, sources, reviewed, ...note }) => {
      const sourced = (text: string): SourcedText => ({ text, sources, reviewed });
      return note.kind === 'standing'
        ? { ...note, text: sourced(note.text) }
        : { ...note, before: sourced(note.before), since: sourced(note.since) };
    }),
  };
}
