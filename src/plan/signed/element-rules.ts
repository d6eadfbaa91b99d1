import type { Clauses, Place } from '../places/schema.ts';

/** The rules as a browser needs them: places by id, and each clause without its question. */
export type ElementRules = ReturnType<typeof elementRules>;

/** Of a place, what a browser needs to weigh what was signed there. */
export type ElementPlace = ElementRules['places'][string];

/** What `places` and `clauses` hand over to the browser. */
export function elementRules(places: readonly Place[], { jobs, clauses }: Clauses) {
  return {
    places: Object.fromEntries(
      places.map(({ id, accepted, jobs, clauses, notes, paper }) => [
        id,
        {
          ...{ accepted, jobs, clauses, notes },
          // Where only paper counts: what is said of a notice, and of a release.
          paper: paper && { text: paper.text, release: paper.release },
        },
      ]),
    ),
    jobs,
    clauses: clauses.map(({ question: _, ...clause }) => clause),
  };
}
