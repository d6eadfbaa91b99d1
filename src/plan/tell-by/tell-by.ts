import { addDays, daysBetween } from '../civil-day.ts';
import type { DaysOff } from '../holidays/days-off.ts';
import { type HolidayDoubt, holidayDoubt } from '../holidays/holiday-doubt.ts';
import { hardDateOutcome, type MatchOutcome, type TeacherOutcome } from './hard-dates.ts';
import { type Call, callFrom, isAfter, type Moment, OFFICE } from './moment.ts';
import { lastWorkingDayFor, type Notice, noticeEnd } from './notice.ts';
import type { NoticeRules, PlaceRule } from './notice-schema.ts';
import { type Basis, noticeFor, placeRule, type TellByQuestion } from './question.ts';
import { addWorkingDays } from './working-days.ts';

/** What every count of a notice shows. Days are `YYYY-MM-DD`. */
interface Counted {
  readonly notice: Notice;
  readonly basis: Basis;
  readonly start: string;
  readonly call: Call;
  /** Whether only a letter on paper counts. */
  readonly paper: boolean;
}

/**
 * `by`: the notice fits if they have it by noon on `day`. `today`: that moment has passed, or no
 * working day is left, but the days still fit if word goes out today. `late`: received today, it
 * would run to `end`, and `overlap` days of it, the first day of work included, would be left on
 * that day. `fromStart`: it counts from the first day, so no day avoids it.
 */
export type NoticeOutcome = Counted &
  (
    | { readonly kind: 'by'; readonly day: string; readonly end: string; readonly postBy: string }
    | { readonly kind: 'today'; readonly end: string }
    | { readonly kind: 'late'; readonly end: string; readonly overlap: number }
    | { readonly kind: 'fromStart'; readonly end: string | undefined }
  );

/** `doubt`: why a day that is named may be a holiday all the same. */
export type TellByOutcome = (NoticeOutcome | TeacherOutcome | MatchOutcome) & {
  readonly doubt: HolidayDoubt | undefined;
};

/** Editorial: working days that a letter is given to arrive. */
const POST = 3;

/** When to tell them, for `question` asked at `now`, under `rules`, where offices are closed on `off`. */
export function tellBy(
  question: TellByQuestion,
  now: Moment,
  rules: NoticeRules,
  off: DaysOff,
): TellByOutcome {
  const outcome =
    question.job === 'ordinary'
      ? noticeOutcome(question, now, placeRule(rules, question.country), off)
      : hardDateOutcome(question.job, question.start, now, rules.hardDates, off);
  const last = 'end' in outcome && outcome.end ? outcome.end : outcome.start;
  return {
    ...outcome,
    doubt: holidayDoubt(off, now.day, last > outcome.start ? last : outcome.start),
  };
}

function noticeOutcome(
  question: TellByQuestion,
  now: Moment,
  place: PlaceRule,
  off: DaysOff,
): NoticeOutcome {
  const { start } = question;
  const { notice, basis } = noticeFor(question, place);
  const counted = { notice, basis, start, paper: place.paper };
  const dayBefore = addDays(start, -1);

  if (place.runsFrom === 'start') {
    // Counted from the first day means that this day is the first of them.
    const end = basis === 'open' ? undefined : noticeEnd(dayBefore, notice, off.days);
    return { ...counted, kind: 'fromStart', end, call: callFrom(now, dayBefore, off) };
  }

  const day = lastWorkingDayFor(notice, start, off.days);
  if (!isAfter(now, { day, time: OFFICE.noon })) {
    const postBy = addWorkingDays(day, -POST, off.days);
    const end = noticeEnd(day, notice, off.days);
    return { ...counted, kind: 'by', day, end, postBy, call: callFrom(now, day, off) };
  }

  const end = noticeEnd(now.day, notice, off.days);
  const call = callFrom(now, now.day, off);
  return end < start
    ? { ...counted, kind: 'today', end, call }
    : { ...counted, kind: 'late', end, overlap: daysBetween(start, end) + 1, call };
}
