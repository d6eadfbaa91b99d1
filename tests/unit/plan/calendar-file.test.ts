import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../src/plan/calendar-file.ts';

const EVENT = {
  uid: '7f3a@second-thoughts',
  stamp: new Date('2026-11-25T22:53:10.120Z'),
  day: '2026-11-26',
  time: '09:00',
  minutes: 10,
  title: 'Ten minutes for a decision',
  text: 'Read your page again.\nThen decide; or wait, once.',
  alarmMinutes: 0,
};

/** The lines of a file, unfolded as RFC 5545, 3.1 says. */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);

/** The first value of a property, with TEXT read back. */
const textOf = (file: string, property: string) => {
  const line = linesOf(file).find((text) => text.startsWith(`${property}:`)) ?? '';
  const text = line.slice(property.length + 1);
  return text.replace(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
};

/** Text of any script, and what a file of this kind gives a meaning. */
const anyPart = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\\', '\\n', ';', ',', '\n', '\r\n'),
);

describe('calendarFile', () => {
  it('writes one event in floating local time, with an alarm', () => {
    expect(calendarFile(EVENT)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Plan//Calendar entry//EN',
        'CALSCALE:GREGORIAN',
        'BEGIN:VEVENT',
        'UID:7f3a@second-thoughts',
        'DTSTAMP:20261125T225310Z',
        'DTSTART:20261126T090000',
        'DURATION:PT10M',
        'SUMMARY:Ten minutes for a decision',
        'DESCRIPTION:Read your page again.\\nThen decide\\; or wait\\, once.',
        'CLASS:PRIVATE',
        'TRANSP:TRANSPARENT',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'DESCRIPTION:Ten minutes for a decision',
        'TRIGGER:PT0M',
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('rings before the start when it is asked to', () => {
    expect(calendarFile({ ...EVENT, alarmMinutes: 30 })).toContain('\r\nTRIGGER:-PT30M\r\n');
  });

  it('brings back any text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const clean = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
        const file = calendarFile({ ...EVENT, title: text, text });
        expect(textOf(file, 'SUMMARY')).toBe(clean);
        expect(textOf(file, 'DESCRIPTION')).toBe(clean);
      }),
    );
  });

  it('lets no text begin a line of its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\r', '\n', '\r\n', 'END:VEVENT', '\\', ';')),
        (parts) => {
          const file = calendarFile({ ...EVENT, uid: parts.join(''), text: parts.join('') });
          expect(linesOf(file)).toHaveLength(20);
          expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        },
      ),
    );
  });

  it('has no line over 75 octets, and cuts no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 60, maxLength: 400 }), (text) => {
        for (const line of calendarFile({ ...EVENT, text }).split('\r\n')) {
          const octets = Buffer.from(line);
          expect(octets.length).toBeLessThanOrEqual(75);
          expect(octets.toString()).toBe(line);
        }
      }),
    );
  });
});
