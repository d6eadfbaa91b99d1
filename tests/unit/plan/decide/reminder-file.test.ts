import { describe, expect, it } from 'vitest';
import { reminderFile } from '../../../../src/plan/decide/reminder-file.ts';
import { WORDS } from './decisions.ts';

const made = { uid: 'one', stamp: new Date('2028-02-28T23:30:00Z') };

describe('reminder', () => {
  it('is for tomorrow morning of the day that the reader has', () => {
    const file = reminderFile(WORDS.reminder, { today: '2028-02-28', ...made });
    expect(file).toContain('\r\nDTSTART:20280229T090000\r\n');
    expect(file).toContain('\r\nDURATION:PT10M\r\n');
    expect(file).toContain('\r\nTRIGGER:PT0M\r\n');
    expect(file).toContain('\r\nSUMMARY:Ten minutes for a decision\r\n');
    expect(reminderFile(WORDS.reminder, { today: '2026-12-31', ...made })).toContain(
      'DTSTART:20270101T090000',
    );
  });

  it('gives nothing away to whoever sees the calendar', () => {
    expect(`${WORDS.reminder.title} ${WORDS.reminder.text}`).not.toMatch(
      /\b(job|offer|employer|resign|withdraw|work|company|contract)/i,
    );
    expect(WORDS.reminder.title).not.toMatch(/[{}]/);
  });
});
