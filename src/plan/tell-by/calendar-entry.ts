import { saveFile } from '../../forms/save-file.ts';
import { addDays } from '../../site/civil-day.ts';
import { calendarFile, calendarUid } from '../calendar-file.ts';
import type { Moment } from './moment.ts';
import type { TellByOutcome } from './tell-by.ts';
import type { TellByWords } from './words-schema.ts';

/** How long the entry in the calendar lasts, in minutes. */
const CALL = 15;

/** Editorial: the evening before is when a person can still prepare a call. In full hours. */
const EVENING = 18;

/**
 * Has the browser save an entry for what was found at `now`, under a title that says nothing.
 * `undefined` if there is nothing to be reminded of.
 */
export function entryFor(
  outcome: TellByOutcome,
  now: Moment,
  {
    file,
    text,
    title,
    letter,
  }: Pick<TellByWords['calendar'], 'file' | 'text' | 'title' | 'letter'>,
): (() => void) | undefined {
  const reminder = reminderFor(outcome);
  if (!reminder) return undefined;
  const { what, ...moment } = reminder;
  return () => {
    const event = calendarFile({
      ...{ ...moment, text, minutes: CALL, stamp: new Date() },
      title: what === 'letter' ? letter : title,
      uid: calendarUid(),
      alarmMinutes: alarmFor(moment, now),
    });
    saveFile(file, new Blob([event], { type: 'text/calendar;charset=utf-8' }));
  };
}

/** Minutes from the evening before `moment`, when a calendar should ring; 0 once it has come. */
export function alarmFor({ day, time }: Moment, now: Moment): number {
  const isAhead = `${addDays(day, -1)} ${EVENING}:00` > `${now.day} ${now.time}`;
  return isAhead ? (24 - EVENING + Number(time.slice(0, 2))) * 60 : 0;
}

/** What a calendar should remind somebody of, and when. */
export interface Reminder extends Moment {
  readonly what: 'call' | 'letter';
}

/**
 * What to be reminded of: the last moment to tell them, or to post a letter where that is what counts;
 * or else, and where no number says that such a moment is early enough, the call if it waits until
 * another day. `undefined` if the thing to do is to act now.
 */
export function reminderFor(outcome: TellByOutcome): Reminder | undefined {
  if (outcome.kind === 'match') return undefined;
  const { call, onPaper } = outcome;
  if ('time' in outcome && !('basis' in outcome && outcome.basis === 'open')) {
    const day = (onPaper && 'postBy' in outcome && outcome.postBy) || outcome.day;
    if (day) return { day, time: outcome.time, what: onPaper ? 'letter' : 'call' };
  }
  return call.kind === 'now' ? undefined : { day: call.day, time: call.time, what: 'call' };
}
