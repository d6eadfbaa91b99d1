import type { Notice } from './notice.ts';
import type { NoticeRules, PlaceRule } from './notice-schema.ts';

/** The kinds of job: those with dates that do not bend are named one by one. */
export const JOBS = ['ordinary', 'texasTeacher', 'match'] as const;
export type Job = (typeof JOBS)[number];

/** What is asked: of a job in a country, when to say that one will not come. */
export interface TellByQuestion {
  /** Id of content/plan/countries.yaml. */
  readonly country: string;
  /** Id of a region in content/plan/holidays.yaml; `undefined` if none was chosen. */
  readonly region: string | undefined;
  readonly job: Job;
  /** The first day of work (of instruction, for a teacher), `YYYY-MM-DD`. */
  readonly start: string;
  /** What the contract says; `undefined` if it says nothing, or nobody knows. */
  readonly notice: Notice | undefined;
  /** Whether a probation period was agreed, as far as the reader knows. */
  readonly probation: boolean;
  /** Whether an agency or a recruiter brought the reader in. */
  readonly agency: boolean;
  /** Whether a visa hangs on the job. */
  readonly visa: boolean;
}

/** The rule of `country`, or that of every other place. */
export function placeRule({ countries, elsewhere }: NoticeRules, country: string): PlaceRule {
  return (Object.hasOwn(countries, country) ? countries[country] : undefined) ?? elsewhere;
}

/** Where the notice comes from. `none`: the law asks for none. `open`: it has no number. */
export type Basis = 'contract' | 'law' | 'probation' | 'advice' | 'none' | 'open';

/** The notice that is counted for `question`, and what it rests on. A contract comes first. */
export function noticeFor(
  { notice, probation }: Pick<TellByQuestion, 'notice' | 'probation'>,
  { silent }: Pick<PlaceRule, 'silent'>,
): { readonly notice: Notice; readonly basis: Basis } {
  if (notice) return { notice, basis: 'contract' };
  if (probation && silent.probation) return { notice: silent.probation, basis: 'probation' };
  if (silent.advised) return { notice: silent.advised, basis: 'advice' };
  if (!silent.notice) return { notice: { count: 0, unit: 'days' }, basis: 'open' };
  return { notice: silent.notice, basis: silent.notice.count === 0 ? 'none' : 'law' };
}
