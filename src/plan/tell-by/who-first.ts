import type { Job, TellByQuestion } from './question.ts';

/** What has to be so for somebody to be told: an agency, a visa, or notice that is owed. */
export const CONDITIONS = ['agency', 'visa', 'notice'] as const;

/** Somebody to tell, of which jobs, and under which condition if any. */
export interface Person {
  readonly jobs: readonly Job[];
  readonly if?: (typeof CONDITIONS)[number] | undefined;
}

/** Those of `people` who are told in the case of `question`, in their order. `owed`: notice is due. */
export function whoFirst<Told extends Person>(
  people: readonly Told[],
  { job, agency, visa }: Pick<TellByQuestion, 'job' | 'agency' | 'visa'>,
  owed: boolean,
): Told[] {
  const holds = { agency, visa, notice: owed };
  return people.filter(({ jobs, if: condition }) => {
    return jobs.includes(job) && (condition === undefined || holds[condition]);
  });
}
