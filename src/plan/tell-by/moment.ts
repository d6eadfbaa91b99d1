import type { DaysOff } from '../holidays/days-off.ts';
import { isWorkingDay, nextWorkingDay } from './working-days.ts';

/** A moment on the reader's own clock. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`, 00:00 to 23:59. */
  readonly time: string;
}

/** Editorial: offices answer from nine to five, and noon leaves them half a day to act on it. */
const OPENS = '09:00';
export const NOON = '12:00';
const CLOSES = '17:00';

/** Whether `moment` comes after `other`. */
export function isAfter(moment: Moment, other: Moment): boolean {
  return `${moment.day} ${moment.time}` > `${other.day} ${other.time}`;
}

/**
 * When to call: at once, or on `day` at the hour at which offices open; it may be today. `write`: that is too late, so
 * write at once as well. `holiday`: why nobody may answer now: today is a day off, or one in some
 * regions and the office may yet be open.
 */
export type CallTime =
  | { readonly kind: 'now' }
  | (Moment & {
      readonly kind: 'at' | 'write';
      readonly holiday: 'whole' | 'partly' | undefined;
    });

/** The next time that somebody is likely to answer, seen from `now`, if word is due by `lastDay`. */
export function callFrom(now: Moment, lastDay: string, off: DaysOff): CallTime {
  const working = isWorkingDay(now.day, off.days);
  if (working && now.time >= OPENS && now.time < CLOSES) return { kind: 'now' };
  const day = working && now.time < OPENS ? now.day : nextWorkingDay(now.day, off.days);
  const kind = day <= lastDay ? 'at' : 'write';
  return { kind, day, time: OPENS, holiday: holidayOn(now, off) };
}

function holidayOn({ day, time }: Moment, { days, partly }: DaysOff) {
  if (!days.has(day)) return undefined;
  if (!partly.has(day)) return 'whole';
  return time < CLOSES ? 'partly' : undefined;
}
