import type { Commitment, Job } from '../places/commitment.ts';
import type { Notice } from './notice.ts';
import type { PlaceToTell } from './tell-by-law.ts';

/** What is asked whatever the job is. */
interface Asked {
  /** Id of a place. */
  readonly place: string;
  /** Id of one of its regions; `undefined` if none was chosen. */
  readonly region: string | undefined;
  /** Whether an agency or a recruiter brought the reader in. */
  readonly agency: boolean;
  /** Whether a visa hangs on the job. */
  readonly visa: boolean;
}

/** A job that is left by notice, if by any. */
export interface NoticeQuestion extends Asked {
  readonly job: Exclude<Job, 'texasTeacher' | 'match'>;
  /** The first day of work, `YYYY-MM-DD`. */
  readonly start: string;
  /** What the contract says; `undefined` if it says nothing, or nobody knows. */
  readonly notice: Notice | undefined;
  /** Whether it runs for a fixed time. */
  readonly fixed: boolean;
  /** Whether a trial or probation period was agreed. */
  readonly trial: boolean;
}

/** A teacher under contract in Texas; `start` is the first day of instruction. */
export interface TeacherQuestion extends Asked {
  readonly job: 'texasTeacher';
  readonly start: string;
}

/** A doctor placed through the Match, for whom no day counts. */
export interface MatchQuestion extends Asked {
  readonly job: 'match';
}

/** What is asked: of a job in a place, when to say that one will not come. */
export type TellByQuestion = NoticeQuestion | TeacherQuestion | MatchQuestion;

/** Whether `question` is about a job that is left by notice, if by any. */
export function isByNotice(question: TellByQuestion): question is NoticeQuestion {
  return question.job === 'ordinary' || question.job === 'licensed';
}

/** What `question` tells of somebody's yes. How it was said is not asked here. */
export function commitmentOf(question: TellByQuestion): Commitment {
  const { job, agency, visa } = question;
  const { notice, fixed, trial } = isByNotice(question) ? question : {};
  const answer = (yes: unknown) => (yes ? 'yes' : 'no');
  return {
    accepted: undefined,
    trial: trial ?? false,
    job,
    clauses: {
      'fixed-term': answer(fixed),
      notice: answer(notice),
      visa: answer(visa),
      agency: answer(agency),
    },
  };
}

/**
 * Where the notice comes from. `trial`: a trial period lets either side go at once. `none`: no notice
 * is owed. `open`: there is no number. `fixed`: a fixed term without one, which no notice ends.
 */
export type Basis =
  | 'contract'
  | 'law'
  | 'probation'
  | 'trial'
  | 'advice'
  | 'none'
  | 'open'
  | 'fixed';

/** What is owed: a notice, or one that only we advise; none; or one without a number. */
export type Owing = 'owed' | 'advised' | 'none' | 'open';

/** What a notice that rests on `basis` makes owed. */
export function owing(basis: Basis): Owing {
  if (basis === 'advice') return 'advised';
  if (basis === 'trial' || basis === 'none') return 'none';
  return basis === 'open' || basis === 'fixed' ? 'open' : 'owed';
}

/**
 * The notice that is counted for a question, and what it rests on. A trial period that lets either
 * side go at once comes first, then the contract, then the law. Without a number, `notice` is none.
 */
export function noticeFor(
  { notice, fixed, trial }: Pick<NoticeQuestion, 'notice' | 'fixed' | 'trial'>,
  { notice: { silent }, law: { accepted } }: Pick<PlaceToTell, 'notice' | 'law'>,
): { readonly notice: Notice; readonly basis: Basis } {
  const none: Notice = { count: 0, unit: 'days' };
  if (trial && accepted.trial) return { notice: none, basis: 'trial' };
  if (notice) return { notice, basis: notice.count === 0 ? 'none' : 'contract' };
  if (fixed) return { notice: none, basis: 'fixed' };
  if (trial && silent.probation) return { notice: silent.probation, basis: 'probation' };
  if (silent.advised) return { notice: silent.advised, basis: 'advice' };
  if (!silent.notice) return { notice: none, basis: 'open' };
  return { notice: silent.notice, basis: silent.notice.count === 0 ? 'none' : 'law' };
}
