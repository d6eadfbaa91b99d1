import { describe, expect, it } from 'vitest';
import { type Concern, notesOn } from '../../../../src/plan/signed/state-law.ts';
import { isCivilDay } from '../../../../src/site/civil-day.ts';
import { placeOf } from '../places/written-places.ts';

const on = (today: string, ...concerns: Concern[]) => notesOn(placeOf('us').notes, concerns, today);
const texts = (today: string, ...concerns: Concern[]) =>
  on(today, ...concerns).map(({ text }) => text);

describe('notesOn', () => {
  it('has New York change its text on the day', () => {
    const newYork = (today: string) =>
      texts(today, 'no-show').find((text) => /New York/.test(text));
    expect(newYork('2026-12-18')).toMatch(/not in effect/);
    expect(newYork('2026-12-19')).toMatch(/was due to take effect/);
    expect(newYork('2027-01-01')).not.toMatch(/not in effect/);
  });

  it('tells of tax under an estimate only', () => {
    expect(texts('2026-11-25', 'estimate').join()).toMatch(/W-2.*section 1341/s);
    expect(texts('2026-11-25', 'bonus').join()).not.toMatch(/W-2|section 1341/);
  });

  it.each(['2026-12-18', '2026-12-19'])('tells each note on %s with its sources', (today) => {
    const notes = on(today, 'estimate');
    expect(notes).toHaveLength(5);
    for (const { text, sources, reviewed } of notes) {
      expect(text).toBeTruthy();
      expect(sources.length).toBeGreaterThan(0);
      expect(isCivilDay(reviewed)).toBe(true);
    }
  });

  it('keeps to the clauses and the place', () => {
    expect(on('2026-11-25', 'military')).toEqual([]);
    expect(on('2026-11-25')).toEqual([]);
    expect(notesOn(placeOf('de').notes, ['bonus', 'estimate'], '2026-11-25')).toEqual([]);
  });
});
