/** What a yes can have been, from the lightest to the heaviest. */
export const ACCEPTANCES = ['said', 'emailed', 'signed'] as const;
export type Acceptance = (typeof ACCEPTANCES)[number];

/** The kinds of job. Those of one country are only offered where its law says something of them. */
export const JOBS = ['ordinary', 'licensed', 'texasTeacher', 'match'] as const;
export type Job = (typeof JOBS)[number];
export type SpecialJob = Exclude<Job, 'ordinary'>;

/** What papers can hold, in the order in which it is asked; the last is no paper but a school's rule. */
export const CLAUSES = [
  'fixed-term',
  'notice',
  'no-show',
  'bonus',
  'relocation',
  'training',
  'non-compete',
  'visa',
  'military',
  'agency',
  'campus',
] as const;
export type Clause = (typeof CLAUSES)[number];

export const ANSWERS = ['yes', 'no', 'unsure'] as const;
export type ClauseAnswer = (typeof ANSWERS)[number];

/** What somebody has said yes to, as far as it is known. */
export interface Commitment {
  /** `undefined`: not said, so the heaviest counts. */
  readonly accepted: Acceptance | undefined;
  /** Whether a trial or probation period was agreed. */
  readonly trial: boolean;
  readonly job: Job;
  /** What is absent counts as no. */
  readonly clauses: Readonly<Partial<Record<Clause, ClauseAnswer>>>;
}
