import { describe, expect, it } from 'vitest';
import type { Concern } from '../../../../src/plan/signed/state-law.ts';
import { notesOn } from '../../../../src/plan/signed/state-law.ts';
import { RULES } from './content.ts';

const on = (today: string, ...concerns: Concern[]) =>
  notesOn(RULES.notes, { country: 'us', concerns, today });

describe('notesOn', () => {
  it('has New York change its text on the day', () => {
    const newYork = (today: string) => on(today, 'training').find((text) => /New York/.test(text));
    expect(newYork('2026-12-18')).toMatch(/not in effect yet/);
    expect(newYork('2026-12-19')).toMatch(/was set to take effect/);
    expect(newYork('2027-01-01')).not.toMatch(/not in effect yet/);
  });

  it('tells of tax under an estimate only', () => {
    expect(on('2026-11-25', 'estimate').join()).toMatch(/W-2.*section 1341/s);
    expect(on('2026-11-25', 'bonus').join()).not.toMatch(/W-2|section 1341/);
  });

  it('keeps to the clauses and the country', () => {
    expect(on('2026-11-25', 'visa')).toEqual([]);
    expect(on('2026-11-25')).toEqual([]);
    const german = { country: 'de', concerns: ['bonus', 'estimate'], today: '2026-11-25' } as const;
    expect(notesOn(RULES.notes, german)).toEqual([]);
  });
});
