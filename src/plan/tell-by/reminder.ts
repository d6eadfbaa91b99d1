import { addDays } from '../civil-day.ts';
import { isAfter, type Moment, OFFICE } from './moment.ts';
import type { TellByOutcome } from './tell-by.ts';

/** Editorial: the evening before is when a person can still prepare a call. */
const EVENING = '18:00';

/** An entry for a calendar: when, what for, and how many minutes before to ring. */
export interface Reminder extends Moment {
  readonly what: 'call' | 'letter';
  readonly alarmMinutes: number;
}

/**
 * The entry for `outcome`: noon of the day to tell them by, or to post a letter by where `paper` is
 * what counts; or else the call if it waits until another day. `undefined` if the thing to do is to
 * act now. Rings the evening before; at the time itself if that evening has come.
 */
export function reminderFor(
  outcome: TellByOutcome,
  now: Moment,
  { paper }: { readonly paper: boolean },
): Reminder | undefined {
  const moment = momentOf(outcome, now, paper);
  if (!moment) return undefined;
  const evening = { day: addDays(moment.day, -1), time: EVENING };
  return { ...moment, alarmMinutes: isAfter(evening, now) ? minutesFromEvening(moment.time) : 0 };
}

function momentOf(
  outcome: TellByOutcome,
  now: Moment,
  paper: boolean,
): Omit<Reminder, 'alarmMinutes'> | undefined {
  if (outcome.kind === 'match') return undefined;
  if (paper && outcome.kind === 'by' && outcome.postBy !== undefined) {
    const post = { day: outcome.postBy, time: OFFICE.noon };
    if (!isAfter(now, post)) return { ...post, what: 'letter' };
  }
  if ('day' in outcome && outcome.day) {
    return { day: outcome.day, time: OFFICE.noon, what: paper ? 'letter' : 'call' };
  }
  if (outcome.call.kind === 'now') return undefined;
  return { day: outcome.call.day, time: OFFICE.opens, what: 'call' };
}

/** From the evening before to `time`. */
function minutesFromEvening(time: string): number {
  return 24 * 60 - minutes(EVENING) + minutes(time);
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}
