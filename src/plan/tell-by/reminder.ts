import { addDays } from '../civil-day.ts';
import { isAfter, type Moment, OFFICE } from './moment.ts';
import type { TellByOutcome } from './tell-by.ts';

/** Editorial: the evening before is when a person can still prepare a call. */
const EVENING = '18:00';

/** An entry for a calendar: when, and how many minutes before to ring. */
export interface Reminder extends Moment {
  readonly alarmMinutes: number;
}

/**
 * The entry for `outcome`: the day to tell them by, at noon, or else the call if it waits until
 * another day. `undefined` if the thing to do is to call now. Rings the evening before; at the time
 * itself if that evening has come.
 */
export function reminderFor(outcome: TellByOutcome, now: Moment): Reminder | undefined {
  const moment = momentOf(outcome);
  if (!moment) return undefined;
  const evening = { day: addDays(moment.day, -1), time: EVENING };
  return { ...moment, alarmMinutes: isAfter(evening, now) ? minutesFromEvening(moment.time) : 0 };
}

function momentOf(outcome: TellByOutcome): Moment | undefined {
  if ('day' in outcome && outcome.day) return { day: outcome.day, time: OFFICE.noon };
  return outcome.call.kind === 'now' ? undefined : { day: outcome.call.day, time: OFFICE.opens };
}

/** From the evening before to `time`. */
function minutesFromEvening(time: string): number {
  return 24 * 60 - minutes(EVENING) + minutes(time);
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}
