import { addDays } from '../../site/civil-day.ts';
import { calendarFile } from '../calendar-file.ts';
import type { DecideWords } from './words-schema.ts';

/**
 * The text of an `.ics` file with a reminder for the day after `today` (`YYYY-MM-DD`, the reader's
 * own), which rings when it starts. Its title names no employer: a calendar at work is seen by others.
 * `uid` and `stamp` are those of `calendarFile`.
 */
export function reminderFile(
  { title, text, time, minutes }: Omit<DecideWords['reminder'], 'file'>,
  { today, uid, stamp }: { today: string; uid: string; stamp: Date },
): string {
  return calendarFile({
    ...{ uid, stamp, title, text, time, minutes },
    day: addDays(today, 1),
    alarmMinutes: 0,
  });
}
