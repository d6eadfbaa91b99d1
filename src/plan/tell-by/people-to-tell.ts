import type { Job } from '../places/commitment.ts';

/**
 * What has to be so for somebody to be told: an agency, a visa; advice that is due before the employer
 * hears; only a letter on paper that counts, or that a message does; notice that is owed.
 */
export const CONDITIONS = ['agency', 'visa', 'advice', 'paper', 'message', 'notice'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Somebody to tell, of which jobs, and under which condition if any. */
export interface Person {
  readonly jobs: readonly Job[];
  readonly if?: Condition | undefined;
}

/** Those of `people` who are told of `job`, in their order, where the conditions of `holds` do. */
export function peopleToTell<OutcomeText extends Person>(
  people: readonly OutcomeText[],
  job: Job,
  holds: Readonly<Record<Condition, boolean>>,
): OutcomeText[] {
  return people.filter(({ jobs, if: condition }) => {
    return jobs.includes(job) && (condition === undefined || holds[condition]);
  });
}
