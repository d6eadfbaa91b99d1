import { addDays } from '../civil-day.ts';
import type { DaysOff } from '../holidays/days-off.ts';
import type { HardDates } from './hard-dates-schema.ts';
import { type Call, callFrom, isAfter, type Moment, OFFICE } from './moment.ts';
import { workingDayUpTo } from './working-days.ts';

/** Where a Texas teacher stands: no penalty, a reprimand, a suspension. */
export type TeacherStage = 'free' | 'reprimand' | 'suspension';

/**
 * For a teacher under contract in Texas. `freeUntil` and `reprimandUntil` are the last days of those
 * stages, `day` the working day by whose noon the board should have the letter for the present stage
 * to last; none in the last stage, or once that moment has passed.
 */
export interface TeacherOutcome {
  readonly kind: 'texasTeacher';
  readonly stage: TeacherStage;
  /** The first day of instruction. */
  readonly start: string;
  readonly freeUntil: string;
  readonly reprimandUntil: string;
  readonly day: string | undefined;
  readonly call: Call;
}

/** For a doctor placed through the Match: binding, so there is nothing to count. */
export interface MatchOutcome {
  readonly kind: 'match';
}

/**
 * The outcome for a teacher in Texas whose first day of instruction is `start`. A stage lasts up to
 * and with the day of its number before it: "not later than the 45th day before the first day of
 * instruction" (Texas Education Code, section 21.105).
 */
export function teacherOutcome(
  start: string,
  now: Moment,
  { free, reprimand }: HardDates['texasTeacher'],
  off: DaysOff,
): TeacherOutcome {
  const freeUntil = addDays(start, -free.days);
  const reprimandUntil = addDays(start, -reprimand.days);
  const stage = stageOf(now.day, freeUntil, reprimandUntil);
  const lastDay = { free: freeUntil, reprimand: reprimandUntil, suspension: now.day }[stage];
  const day = workingDayUpTo(lastDay, off.days);
  const open = stage !== 'suspension' && !isAfter(now, { day, time: OFFICE.noon });
  return {
    ...{ kind: 'texasTeacher', stage, start, freeUntil, reprimandUntil },
    day: open ? day : undefined,
    call: callFrom(now, open ? day : now.day, off),
  };
}

function stageOf(today: string, freeUntil: string, reprimandUntil: string): TeacherStage {
  if (today <= freeUntil) return 'free';
  return today <= reprimandUntil ? 'reprimand' : 'suspension';
}
