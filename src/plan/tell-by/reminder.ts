import { addDays } from '../civil-day.ts';
import type { Moment } from './moment.ts';
import type { TellByOutcome } from './tell-by.ts';

/** Editorial: the evening before is when a person can still prepare a call. In full hours. */
const EVENING = 18;

/** An entry for a calendar: when, what for, and how many minutes before to ring. */
export interface Reminder extends Moment {
  readonly what: 'call' | 'letter';
  readonly alarmMinutes: number;
}

/**
 * The entry for `outcome`: noon of the day to tell them by, or to post a letter by where that is what
 * counts; or else the call if it waits until another day. `undefined` if the thing to do is to act
 * now. Rings the evening before; at the time itself if that evening has come.
 */
export function reminderFor(outcome: TellByOutcome, now: Moment): Reminder | undefined {
  const moment = momentOf(outcome);
  if (!moment) return undefined;
  const { day, time } = moment;
  const isAhead = `${addDays(day, -1)} ${EVENING}:00` > `${now.day} ${now.time}`;
  const hours = 24 - EVENING + Number(time.slice(0, 2));
  return { ...moment, alarmMinutes: isAhead ? hours * 60 : 0 };
}

function momentOf(outcome: TellByOutcome): Omit<Reminder, 'alarmMinutes'> | undefined {
  if (outcome.kind === 'match') return undefined;
  const what = outcome.onPaper ? 'letter' : 'call';
  const post = outcome.onPaper && outcome.kind === 'by' ? outcome.postBy : undefined;
  const day = post ?? ('day' in outcome ? outcome.day : undefined);
  if (day !== undefined && 'time' in outcome) return { day, time: outcome.time, what };
  if (outcome.call.kind === 'now') return undefined;
  return { day: outcome.call.day, time: outcome.call.time, what: 'call' };
}
