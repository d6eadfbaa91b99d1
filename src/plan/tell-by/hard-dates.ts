import { addDays } from '../civil-day.ts';
import type { DaysOff } from '../holidays/days-off.ts';
import { type Call, callFrom, isAfter, type Moment, OFFICE } from './moment.ts';
import type { NoticeRules } from './notice-schema.ts';
import { workingDayUpTo } from './working-days.ts';

/** Where a Texas teacher stands: no penalty, a reprimand, a suspension. */
export type TeacherStage = 'free' | 'reprimand' | 'suspension';

/**
 * For a teacher under contract in Texas. `freeUntil` and `reprimandUntil` are the last days of those
 * stages, `day` the working day by whose noon the board has to know for the present stage to last;
 * none in the last stage, or once that moment has passed.
 */
export interface TeacherOutcome {
  readonly kind: 'texasTeacher';
  readonly stage: TeacherStage;
  readonly start: string;
  readonly freeUntil: string;
  readonly reprimandUntil: string;
  readonly day: string | undefined;
  readonly call: Call;
}

/** For a doctor placed through the Match: binding, so there is nothing to count. */
export interface MatchOutcome {
  readonly kind: 'match';
  readonly start: string;
  readonly call: Call;
}

/** The outcome of a job with a date that does not bend. */
export function hardDateOutcome(
  job: 'texasTeacher' | 'match',
  start: string,
  now: Moment,
  { texasTeacher: { steps } }: NoticeRules['hardDates'],
  off: DaysOff,
): TeacherOutcome | MatchOutcome {
  if (job === 'match')
    return { kind: 'match', start, call: callFrom(now, addDays(start, -1), off) };

  const freeUntil = lastDayOf(steps.free, start);
  const reprimandUntil = lastDayOf(steps.reprimand, start);
  const stage = stageOf(now.day, freeUntil, reprimandUntil);
  const lastDay = { free: freeUntil, reprimand: reprimandUntil, suspension: now.day }[stage];
  const day = workingDayUpTo(lastDay, off.days);
  const open = stage !== 'suspension' && !isAfter(now, { day, time: OFFICE.noon });
  return {
    kind: 'texasTeacher',
    stage,
    start,
    freeUntil,
    reprimandUntil,
    day: open ? day : undefined,
    call: callFrom(now, open ? day : now.day, off),
  };
}

/**
 * The last day that leaves `days` full days before `start`. The sources say "up to 45 days before";
 * whether day 45 itself is in time they leave open, so it is not counted on.
 */
function lastDayOf({ days }: { days: number }, start: string): string {
  return addDays(start, -days - 1);
}

function stageOf(today: string, freeUntil: string, reprimandUntil: string): TeacherStage {
  if (today <= freeUntil) return 'free';
  return today <= reprimandUntil ? 'reprimand' : 'suspension';
}
