import type { Answers, Mistake, Reading } from '../../forms/reading.ts';
import { ACCEPTANCES, ANSWERS, type Clause, type ClauseAnswer, COUNTRIES } from './clauses.ts';
import type { SignedQuestion } from './outcome.ts';

/** What can be wrong with the checklist. */
export const SIGNED_MISTAKES = ['country', 'accepted', 'clause'] as const;

/**
 * Reads the checklist: the fields `country`, `accepted`, and one named as each clause. Every one
 * has to be answered: a question passed over says nothing, while "not sure" is an answer. Mistakes
 * call a clause by its name in `clauses`, which holds all of them in the order of the form.
 */
export function readSigned(
  answers: Answers,
  clauses: readonly { readonly id: Clause; readonly name: string }[],
): Reading<SignedQuestion> {
  const country = choice(answers['country'], COUNTRIES);
  const accepted = choice(answers['accepted'], ACCEPTANCES);
  const given = clauses.map(({ id }) => [id, choice(answers[id], ANSWERS)] as const);
  const mistakes: Mistake[] = [
    ...(country ? [] : [mistake('country')]),
    ...(accepted ? [] : [mistake('accepted')]),
    ...clauses
      .filter(({ id }) => !choice(answers[id], ANSWERS))
      .map(({ id, name }) => ({ field: id, mistake: 'clause', blanks: { clause: name } })),
  ];
  if (mistakes.length > 0 || !country || !accepted) return { kind: 'mistakes', mistakes };
  // Without a mistake, each clause has its answer.
  const all = Object.fromEntries(given) as Record<Clause, ClauseAnswer>;
  return { kind: 'read', value: { country, accepted, answers: all } };
}

function mistake(field: 'country' | 'accepted'): Mistake {
  return { field, mistake: field };
}

/** `value` where it is one of `allowed`; a link or an older page may hold anything. */
export function choice<Value extends string>(
  value: string | undefined,
  allowed: readonly Value[],
): Value | undefined {
  return allowed.find((known) => known === value);
}
