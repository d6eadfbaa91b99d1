import { addDays } from '../../site/civil-day.ts';
import type { DaysOff } from '../holidays/days-off.ts';
import type { HardDates } from './hard-dates-schema.ts';
import { type CallTime, callFrom, isAfter, type Moment, NOON } from './moment.ts';
import type { MatchQuestion, TeacherQuestion } from './question.ts';
import { workingDayUpTo } from './working-days.ts';

/** Where a Texas teacher stands: no penalty, a reprimand, a suspension. */
export type TeacherStage = 'free' | 'reprimand' | 'suspension';

/**
 * For a teacher under contract in Texas. `freeUntil` and `reprimandUntil` are the last days of those
 * stages, `day` the working day by which, at `time`, the board should have the letter for the present stage
 * to last; none in the last stage, or once that moment has passed.
 */
export interface TeacherOutcome {
  readonly kind: 'texasTeacher';
  readonly question: TeacherQuestion;
  readonly stage: TeacherStage;
  /** The first day of instruction. */
  readonly start: string;
  readonly freeUntil: string;
  readonly reprimandUntil: string;
  readonly day: string | undefined;
  readonly time: string;
  readonly call: CallTime;
}

/** For a doctor placed through the Match: binding, so there is nothing to count. */
export interface MatchOutcome {
  readonly kind: 'match';
  readonly question: MatchQuestion;
}

/**
 * The outcome for a teacher in Texas. A stage lasts up to
 * and with the day of its number before it: "not later than the 45th day before the first day of
 * instruction" (Texas Education Code, section 21.105).
 */
export function teacherOutcome(
  question: TeacherQuestion,
  now: Moment,
  { free, reprimand }: HardDates['texasTeacher'],
  off: DaysOff,
): TeacherOutcome {
  const { start } = question;
  const freeUntil = addDays(start, -free.days);
  const reprimandUntil = addDays(start, -reprimand.days);
  const [stage, lastDay] = stageOn(now.day, freeUntil, reprimandUntil);
  const day = workingDayUpTo(lastDay, off.days);
  const open = stage !== 'suspension' && !isAfter(now, { day, time: NOON });
  return {
    ...{ kind: 'texasTeacher', question, stage, start, freeUntil, reprimandUntil },
    day: open ? day : undefined,
    time: NOON,
    call: callFrom(now, open ? day : now.day, off),
  };
}

/** The stage that `today` is in, and its last day; the last stage has none but today. */
function stageOn(
  today: string,
  freeUntil: string,
  reprimandUntil: string,
): [stage: TeacherStage, lastDay: string] {
  if (today <= freeUntil) return ['free', freeUntil];
  return today <= reprimandUntil ? ['reprimand', reprimandUntil] : ['suspension', today];
}
