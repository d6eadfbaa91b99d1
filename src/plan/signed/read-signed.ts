import type { Answers, Mistake, Reading } from '../../forms/reading.ts';
import {
  ACCEPTANCES,
  ANSWERS,
  type Clause,
  type ClauseAnswer,
  type Commitment,
  JOBS,
} from '../places/commitment.ts';
import type { HandedRules } from './handed-rules.ts';

/** What can be wrong with the checklist. */
export const SIGNED_MISTAKES = ['country', 'job', 'jobElsewhere', 'accepted', 'clause'] as const;

/** What a reader found in their papers. */
export interface SignedQuestion {
  /** Id of a place. */
  readonly country: string;
  readonly commitment: Commitment;
}

/**
 * Reads the checklist: the fields `country`, `job`, `accepted`, `trial`, and one named as each clause.
 * Every clause has to be answered: a question passed over says nothing, while "not sure" is an answer.
 * Mistakes call a clause by its name in `rules`, which holds all of them in the order of the form.
 */
export function readSigned(
  answers: Answers,
  { places, clauses }: Pick<HandedRules, 'places' | 'clauses'>,
): Reading<SignedQuestion> {
  const country = choice(answers['country'], Object.keys(places));
  const place = country === undefined ? undefined : places[country];
  const job = choice(answers['job'] ?? 'ordinary', JOBS);
  const accepted = choice(answers['accepted'], ACCEPTANCES);
  const elsewhere = job && isElsewhere(job, place);
  const mistakes: Mistake[] = [
    ...(place ? [] : [mistake('country')]),
    ...(job ? [] : [mistake('job')]),
    ...(elsewhere ? [{ field: 'job', mistake: 'jobElsewhere' }] : []),
    ...(accepted ? [] : [mistake('accepted')]),
    ...clauses
      .filter(({ id }) => !choice(answers[id], ANSWERS))
      .map(({ id, name }) => ({ field: id, mistake: 'clause', blanks: { clause: name } })),
  ];
  if (mistakes.length > 0 || country === undefined || !job || !accepted) {
    return { kind: 'mistakes', mistakes };
  }
  const given = clauses.map(({ id }) => [id, choice(answers[id], ANSWERS)] as const);
  // Without a mistake, each clause has its answer.
  const all = Object.fromEntries(given) as Record<Clause, ClauseAnswer>;
  const trial = place?.accepted.trial !== undefined && answers['trial'] === 'yes';
  return { kind: 'read', value: { country, commitment: { accepted, trial, job, clauses: all } } };
}

/** Whether `job` is one that only other places have. */
function isElsewhere(
  job: Commitment['job'],
  place: HandedRules['places'][string] | undefined,
): boolean {
  return place !== undefined && job !== 'ordinary' && job !== 'licensed' && !place.jobs[job];
}

function mistake(field: 'country' | 'job' | 'accepted'): Mistake {
  return { field, mistake: field };
}

/** `value` where it is one of `allowed`; a link or an older page may hold anything. */
export function choice<Value extends string>(
  value: string | undefined,
  allowed: readonly Value[],
): Value | undefined {
  return allowed.find((known) => known === value);
}
