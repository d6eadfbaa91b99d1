import { addDays, daysBetween } from '../../site/civil-day.ts';
import { type DaysOff, type HolidayDoubt, holidayDoubt } from '../holidays/days-off.ts';
import { type Act, type Weighing, weigh } from '../places/act.ts';
import { type MatchOutcome, type TeacherOutcome, teacherOutcome } from './hard-dates.ts';
import { type CallTime, callFrom, isAfter, type Moment, NOON } from './moment.ts';
import { lastWorkingDayFor, type Notice, noticeEnd } from './notice.ts';
import {
  type Basis,
  commitmentOf,
  type NoticeQuestion,
  noticeFor,
  type TellByQuestion,
} from './question.ts';
import type { PlaceToTell, TellByLaw, ToldRule } from './tell-by-law.ts';
import { addWorkingDays } from './working-days.ts';

/** What every outcome of a notice shows. Days are `YYYY-MM-DD`. */
interface Counted {
  readonly question: NoticeQuestion;
  readonly notice: Notice;
  readonly basis: Basis;
  readonly start: string;
  readonly call: CallTime;
}

/**
 * `by`: the notice fits if they have it by `time` on `day`; a letter is to be posted by that time on
 * `postBy`, if there still is time. `today`: that moment has passed, or no working day is left, but the days still
 * fit if word goes out today. `late`: received today, it would run to `end`, and `overlap` days of it,
 * the first day of work included, would be left on that day. `fromStart`: it counts from the first
 * day, so no day avoids it. `ask`: nothing can be counted, and no notice would be safe.
 */
export type NoticeOutcome = Counted &
  (
    | {
        readonly kind: 'by';
        readonly day: string;
        readonly time: string;
        readonly end: string;
        readonly postBy: string | undefined;
      }
    | { readonly kind: 'today'; readonly end: string }
    | { readonly kind: 'late'; readonly end: string; readonly overlap: number }
    | { readonly kind: 'fromStart'; readonly end: string }
    | { readonly kind: 'ask' }
  );

type Found = NoticeOutcome | TeacherOutcome | MatchOutcome;

/**
 * The outcome, the place it is for, and the act that the site's one rule asks for, with its reasons.
 * `onPaper`: what has to be done is a letter, a notice where only paper counts. `doubt`: why a day
 * that is named may be a holiday all the same.
 */
export type TellByOutcome = Found &
  Omit<Weighing<ToldRule>, 'unsure'> & {
    readonly place: PlaceToTell;
    readonly onPaper: boolean;
    readonly doubt: HolidayDoubt | undefined;
  };

/** Editorial: working days that a letter is given to arrive. */
const POST = 3;

/**
 * When to tell them, for `question` asked at `now`, under `law`, where offices are closed on `off`.
 * Throws an Error for a place that `law` does not have.
 */
export function tellBy(
  question: TellByQuestion,
  now: Moment,
  law: TellByLaw,
  off: DaysOff,
): TellByOutcome {
  const place = law.places[question.place];
  if (!place) throw new Error(`No place ${question.place}.`);
  const { act, reasons, steps } = weigh(commitmentOf(question), place.law);
  const outcome = outcomeOf(question, now, law, off, place, act);
  const onPaper = place.release !== undefined && act === 'notice' && outcome.kind !== 'ask';
  return {
    ...outcome,
    ...{ act, reasons, steps, place, onPaper },
    doubt: doubtAbout(outcome, now, off),
  };
}

/** Every day that an outcome names is between today and the later of its start and its end. */
function doubtAbout(outcome: Found, now: Moment, off: DaysOff): HolidayDoubt | undefined {
  if (outcome.kind === 'match') return undefined;
  return holidayDoubt(off, [now.day, outcome.start, 'end' in outcome ? outcome.end : now.day]);
}

function outcomeOf(
  question: TellByQuestion,
  now: Moment,
  { hardDates }: TellByLaw,
  off: DaysOff,
  place: PlaceToTell,
  act: Act,
): Found {
  switch (question.job) {
    case 'match':
      return { kind: 'match', question };
    case 'texasTeacher':
      return teacherOutcome(question, now, hardDates.texasTeacher, off);
    default:
      return noticeOutcome(question, now, place, act, off);
  }
}

function noticeOutcome(
  question: NoticeQuestion,
  now: Moment,
  place: PlaceToTell,
  act: Act,
  off: DaysOff,
): NoticeOutcome {
  const { start } = question;
  const { notice, basis } = noticeFor(question, place);
  const counted = { question, notice, basis, start };
  const dayBefore = addDays(start, -1);
  const bound = act === 'release' || act === 'advice';

  if (basis === 'fixed' || (basis === 'open' && bound)) {
    return { ...counted, kind: 'ask', call: callFrom(now, dayBefore, off) };
  }
  if (place.notice.runsFrom === 'start' && notice.count > 0) {
    // Counted from the first day means that this day is the first of them.
    const end = noticeEnd(dayBefore, notice, off.days);
    return { ...counted, kind: 'fromStart', end, call: callFrom(now, dayBefore, off) };
  }

  const day = lastWorkingDayFor(notice, start, off.days);
  if (!isAfter(now, { day, time: NOON })) {
    const post = addWorkingDays(day, -POST, off.days);
    return {
      ...{ ...counted, kind: 'by', day, time: NOON, call: callFrom(now, day, off) },
      end: noticeEnd(day, notice, off.days),
      postBy: isAfter(now, { day: post, time: NOON }) ? undefined : post,
    };
  }

  const end = noticeEnd(now.day, notice, off.days);
  const call = callFrom(now, now.day, off);
  return end < start
    ? { ...counted, kind: 'today', end, call }
    : { ...counted, kind: 'late', end, overlap: daysBetween(start, end) + 1, call };
}
