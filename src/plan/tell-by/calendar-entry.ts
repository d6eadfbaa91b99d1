import { saveFile } from '../../forms/save-file.ts';
import { calendarFile } from '../calendar-file.ts';
import { calendarUid } from '../calendar-uid.ts';
import type { Moment } from './moment.ts';
import { reminderFor } from './reminder.ts';
import type { TellByOutcome } from './tell-by.ts';
import type { TellByWords } from './words-schema.ts';

/** How long the entry in the calendar lasts, in minutes. */
const CALL = 15;

/**
 * Has the browser save an entry for the outcome that was found at `now`, under a title that says
 * nothing. `undefined` if there is nothing to be reminded of.
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
  const reminder = reminderFor(outcome, now);
  if (!reminder) return undefined;
  const { what, ...when } = reminder;
  return () => {
    const event = calendarFile({
      ...{ ...when, text, minutes: CALL, stamp: new Date() },
      title: what === 'letter' ? letter : title,
      uid: calendarUid(),
    });
    saveFile(file, new Blob([event], { type: 'text/calendar;charset=utf-8' }));
  };
}
