import { saveFile } from '../../forms/save-file.ts';
import { addDays } from '../../site/civil-day.ts';
import { calendarFile } from '../calendar-file.ts';
import { calendarUid } from '../calendar-uid.ts';
import type { Moment } from './moment.ts';
import { reminderFor } from './reminder.ts';
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
