import type { Answers, Mistake, Reading } from '../../forms/reading.ts';
import { addMonths, isCivilDay } from '../civil-day.ts';
import { CONTRACT_UNITS, LONGEST, type Notice } from './notice.ts';
import type { NoticeRules } from './notice-schema.ts';
import { JOBS, type TellByQuestion } from './question.ts';

/** Every sentence that can stand at a field, by its key in content/plan/tell-by.yaml. */
export const MISTAKES = [
  'countryMissing',
  'jobMissing',
  'jobElsewhere',
  'startMissing',
  'startImpossible',
  'startPast',
  'startFar',
  'noticeMissing',
  'countMissing',
  'countWhole',
  'countLong',
  'unitMissing',
] as const;
export type TellByMistake = (typeof MISTAKES)[number];

/** The name of the field that asks for the region of `place`. */
export function regionField(place: string): string {
  return `region-${place}`;
}

/** A start further off than this many months is taken for a slip. */
const FURTHEST = 24;

/**
 * Reads what was typed, in the order of the fields. `today` is `YYYY-MM-DD`; `countries` are the
 * ids that the form offers. For a job with a hard date nothing is asked about notice.
 */
export function readTellBy(
  answers: Answers,
  today: string,
  { countries, hardDates }: { countries: readonly string[] } & Pick<NoticeRules, 'hardDates'>,
): Reading<TellByQuestion> {
  const mistakes: Mistake[] = [];
  const wrong = (field: string, mistake: TellByMistake, blanks?: Mistake['blanks']) => {
    mistakes.push(blanks ? { field, mistake, blanks } : { field, mistake });
  };

  const country = countries.find((id) => id === answers['country']);
  if (!country) wrong('country', 'countryMissing');

  const job = JOBS.find((id) => id === answers['job']);
  if (!job) wrong('job', 'jobMissing');
  else if (job !== 'ordinary' && country && country !== hardDates[job].country) {
    wrong('job', 'jobElsewhere');
  }

  const start = (answers['start'] ?? '').trim();
  const startMistake = mistakeInStart(start, today);
  if (startMistake) wrong('start', startMistake);

  let notice: Notice | undefined;
  if (job === 'ordinary') {
    if (answers['notice'] === 'contract') notice = readNotice(answers, wrong);
    else if (answers['notice'] !== 'unknown') wrong('notice', 'noticeMissing');
  }

  if (mistakes.length > 0 || !country || !job) return { kind: 'mistakes', mistakes };
  const yes = (field: string) => answers[field] === 'yes';
  return {
    kind: 'read',
    value: {
      country,
      region: answers[regionField(country)],
      job,
      start,
      notice,
      probation: yes('probation'),
      agency: yes('agency'),
      visa: yes('visa'),
    },
  };
}

function mistakeInStart(start: string, today: string): TellByMistake | undefined {
  if (start === '') return 'startMissing';
  if (!isCivilDay(start)) return 'startImpossible';
  if (start < today) return 'startPast';
  return start > addMonths(today, FURTHEST) ? 'startFar' : undefined;
}

/** The notice of a contract, or `undefined` once what is wrong with it was told. */
function readNotice(
  answers: Answers,
  wrong: (field: string, mistake: TellByMistake, blanks?: Mistake['blanks']) => void,
): Notice | undefined {
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
