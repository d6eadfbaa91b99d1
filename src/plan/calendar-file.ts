/** One event of the reader's own calendar. */
export interface CalendarEvent {
  /** Unique in the world (RFC 5545, 3.8.4.7). */
  readonly uid: string;
  /** The moment at which the file is made. */
  readonly stamp: Date;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`, in whatever time zone the reader is in by then. */
  readonly time: string;
  /** How long it lasts. */
  readonly minutes: number;
  readonly title: string;
  readonly text: string;
  /** How long before the start the alarm comes; 0 is at the start. */
  readonly alarmMinutes: number;
}

/** A line may have so many octets, without its line break (RFC 5545, 3.1). */
const LINE = 75;

/**
 * The text of an `.ics` file with `event` and its alarm (RFC 5545). Its start is a floating local
 * time (3.3.5, form 1). It is marked private, and leaves the time free: work calendars are seen by
 * others.
 */
export function calendarFile(event: CalendarEvent): string {
  const title = escaped(event.title);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plan//Calendar entry//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${event.stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART:${event.day.replaceAll('-', '')}T${event.time.replace(':', '')}00`,
    `DURATION:PT${event.minutes}M`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${escaped(event.text)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${title}`,
    `TRIGGER:${event.alarmMinutes > 0 ? '-' : ''}PT${event.alarmMinutes}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

/**
 * A UID for an event that this browser makes: unique in the world (RFC 5545, 3.8.4.7), 128 random
 * bits. `crypto.randomUUID` would do, but is missing on plain http (Secure Contexts, W3C), which is
 * how a phone in the same network sees the site.
 */
export function calendarUid(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** `text` as a value of type TEXT (RFC 5545, 3.3.11), without the control characters it forbids. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** `line` broken where it gets too long, never inside a character (RFC 5545, 3.1). */
function folded(line: string): string {
  const octets = new TextEncoder();
  let length = 0;
  let text = '';
  for (const character of line) {
    const size = octets.encode(character).length;
    if (length + size > LINE) {
      text += '\r\n ';
      length = 1;
    }
    text += character;
    length += size;
  }
  return text;
}
