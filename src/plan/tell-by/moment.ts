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
export const OFFICE = { opens: '09:00', noon: '12:00', closes: '17:00' } as const;

/** Whether `moment` comes after `other`. */
export function isAfter(moment: Moment, other: Moment): boolean {
  return `${moment.day} ${moment.time}` > `${other.day} ${other.time}`;
}

/**
 * When to call: at once, or at nine on `day`, which may be today. `write`: that is too late, so
 * write at once as well. `holiday`: why nobody may answer now: today is a day off, or one in some
 * regions and the office may yet be open.
 */
export type Call =
  | { readonly kind: 'now' }
  | {
      readonly kind: 'at' | 'write';
      readonly day: string;
      readonly holiday: 'whole' | 'partly' | undefined;
    };

/** The next time that somebody is likely to answer, seen from `now`, if word is due by `lastDay`. */
export function callFrom(now: Moment, lastDay: string, off: DaysOff): Call {
  const working = isWorkingDay(now.day, off.days);
  if (working && now.time >= OFFICE.opens && now.time < OFFICE.closes) return { kind: 'now' };
  const day = working && now.time < OFFICE.opens ? now.day : nextWorkingDay(now.day, off.days);
  return { kind: day <= lastDay ? 'at' : 'write', day, holiday: holidayOn(now, off) };
}

function holidayOn({ day, time }: Moment, { days, partly }: DaysOff) {
  if (!days.has(day)) return undefined;
  if (!partly.has(day)) return 'whole';
  return time < OFFICE.closes ? 'partly' : undefined;
}
