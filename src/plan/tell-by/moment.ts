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

/** When to call: at once, at nine on `day`, or write at once and call at nine on `day`. */
export type Call =
  | { readonly kind: 'now' }
  | { readonly kind: 'at'; readonly day: string }
  | { readonly kind: 'write'; readonly day: string };

/** The next time that somebody is likely to answer, seen from `now`, if word is due by `lastDay`. */
export function callFrom(now: Moment, lastDay: string): Call {
  const working = isWorkingDay(now.day);
  if (working && now.time >= OFFICE.opens && now.time < OFFICE.closes) return { kind: 'now' };
  const day = working && now.time < OFFICE.opens ? now.day : nextWorkingDay(now.day);
  return { kind: day <= lastDay ? 'at' : 'write', day };
}
