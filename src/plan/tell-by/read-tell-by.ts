import type { Answers, Mistake, Reading } from '../../forms/reading.ts';
import { addMonths, isCivilDay } from '../civil-day.ts';
import { JOBS, type Job } from '../places/commitment.ts';
import { CONTRACT_UNITS, LONGEST, type Notice } from './notice.ts';
import type { TellByQuestion } from './question.ts';
import type { PlaceToTell, TellByLaw } from './tell-by-law.ts';

/** Every sentence that can stand at a field, by its key in content/plan/tell-by.yaml. */
export const MISTAKES = [
  'countryMissing',
  'jobMissing',
  'jobElsewhere',
  'startMissing',
  'startImpossible',
  'startPast',
  'startFar',
  'instructionMissing',
  'instructionPast',
  'noticeMissing',
  'countMissing',
  'countWhole',
  'countLong',
  'unitMissing',
] as const;
export type TellByMistake = (typeof MISTAKES)[number];

type Wrong = (field: string, mistake: TellByMistake, blanks?: Mistake['blanks']) => void;

/** A start further off than this many months is taken for a slip. */
const FURTHEST = 24;

/** What is asked of a job in a place, besides the place and the job themselves. */
export interface AskedFields {
  /** The first day, and what it is the first day of. */
  readonly start: 'start' | 'instruction' | undefined;
  /** Whether the job is left by notice, if by any. */
  readonly byNotice: boolean;
  readonly trial: boolean;
}

/**
 * The fields that matter for `answers`. No day counts for a place through the Match. A trial period
 * matters where it changes the notice: one that ends at once comes before any contract.
 */
export function askedFields(answers: Answers, place: PlaceToTell | undefined): AskedFields {
  const { job, notice, fixed } = answers;
  if (job === 'match') return { start: undefined, byNotice: false, trial: false };
  if (job === 'texasTeacher') return { start: 'instruction', byNotice: false, trial: false };
  const silent = notice !== 'contract' && fixed !== 'yes';
  const trial = place?.law.accepted.trial ?? (silent && place?.notice.silent.probation);
  return { start: 'start', byNotice: true, trial: Boolean(trial) };
}

/** The name of the field that asks for the region of `place`. */
export function regionField(place: string): string {
  return `region-${place}`;
}

/** Reads what was typed, in the order of the fields. `today` is `YYYY-MM-DD`. */
export function readTellBy(
  answers: Answers,
  today: string,
  { places }: Pick<TellByLaw, 'places'>,
): Reading<TellByQuestion> {
  const mistakes: Mistake[] = [];
  const wrong: Wrong = (field, mistake, blanks) => {
    mistakes.push({ field, mistake, ...(blanks && { blanks }) });
  };

  const id = Object.keys(places).find((known) => known === answers['country']);
  const place = id === undefined ? undefined : places[id];
  if (!place) wrong('country', 'countryMissing');

  const job = JOBS.find((known) => known === answers['job']);
  if (!job) wrong('job', 'jobMissing');
  else if (place && isElsewhere(job, place)) wrong('job', 'jobElsewhere');

  const asked = askedFields(answers, place);
  const start = (answers['start'] ?? '').trim();
  const startMistake = asked.start && mistakeInStart(start, today, asked.start);
  if (startMistake) wrong('start', startMistake);

  let notice: Notice | undefined;
  if (asked.byNotice) {
    if (answers['notice'] === 'contract') notice = readNotice(answers, wrong);
    else if (answers['notice'] !== 'unknown') wrong('notice', 'noticeMissing');
  }

  if (mistakes.length > 0 || id === undefined || !job) return { kind: 'mistakes', mistakes };
  const yes = (field: string) => answers[field] === 'yes';
  // What a job is asked for is what its question holds: `askedFields` tells both.
  const value = {
    ...{
      place: id,
      region: answers[regionField(id)],
      job,
      agency: yes('agency'),
      visa: yes('visa'),
    },
    ...(asked.start && { start }),
    ...(asked.byNotice && { notice, fixed: yes('fixed'), trial: asked.trial && yes('trial') }),
  } as TellByQuestion;
  return { kind: 'read', value };
}

/** Whether `job` is one that only other places have. */
function isElsewhere(job: Job, { law: { jobs } }: PlaceToTell): boolean {
  return job !== 'ordinary' && jobs[job] === undefined;
}

function mistakeInStart(
  start: string,
  today: string,
  asked: 'start' | 'instruction',
): TellByMistake | undefined {
  if (start === '') return `${asked}Missing`;
  if (!isCivilDay(start)) return 'startImpossible';
  if (start < today) return `${asked}Past`;
  return start > addMonths(today, FURTHEST) ? 'startFar' : undefined;
}

/** The notice of a contract, or `undefined` once what is wrong with it was told. */
function readNotice(answers: Answers, wrong: Wrong): Notice | undefined {
  const unit = CONTRACT_UNITS.find((id) => id === answers['noticeUnit']);
  const typed = (answers['noticeCount'] ?? '').trim();
  if (typed === '') wrong('noticeCount', 'countMissing');
  else if (!/^\d+$/.test(typed)) wrong('noticeCount', 'countWhole');
  else if (unit && Number(typed) > LONGEST[unit]) {
    wrong('noticeCount', 'countLong', { most: LONGEST[unit] });
  } else if (unit) return { count: Number(typed), unit };
  if (!unit) wrong('noticeUnit', 'unitMissing');
  return undefined;
}
