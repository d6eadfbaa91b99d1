import { addDays } from '../../site/civil-day.ts';
import { calendarFile } from '../calendar-file.ts';

/** What content/plan/decide.yaml says of the reminder, and when it comes. */
export interface ReminderWords {
  /** Names no employer: a calendar at work is seen by others. */
  readonly title: string;
  readonly text: string;
  /** `HH:MM`. */
  readonly time: string;
  readonly minutes: number;
}

/**
 * The text of an `.ics` file with a reminder for the day after `today` (`YYYY-MM-DD`, the reader's
 * own), which rings when it starts. `uid` and `stamp` are those of `calendarFile`.
 */
export function reminder(
  { title, text, time, minutes }: ReminderWords,
  { today, uid, stamp }: { today: string; uid: string; stamp: Date },
): string {
  return calendarFile({
    ...{ uid, stamp, title, text, time, minutes },
    day: addDays(today, 1),
    alarmMinutes: 0,
  });
}
