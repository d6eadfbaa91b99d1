import { describe, expect, it } from 'vitest';
import { daysOff } from '../../../../src/plan/holidays/days-off.ts';
import { holidayTable, yearsFrom } from '../../../../src/plan/holidays/holiday-table.ts';
import { holidaysOf } from '../../../../src/plan/holidays/public-holidays.ts';
import { weekday } from '../../../../src/site/civil-day.ts';
import { PLACES } from '../places/written-places.ts';
import { everywhere, table, written } from './written-holidays.ts';

const years = Array.from({ length: 11 }, (_, index) => 2026 + index);

describe('daysOff', () => {
  it.each(everywhere.filter(([place]) => written.has(place)))(
    'brings back every day of ten years in %s, %s',
    (place, region) => {
      const here = written.get(place);
      if (!here) return expect.unreachable();
      const regions = Object.entries(here.regions ?? { all: undefined }).filter(
        ([id]) => region === undefined || id === region,
      );
      const expected = regions.map(([, one]) => holidaysOf(here, one, years));
      const { days, partly } = daysOff(table, place, region);
      expect([...days].sort()).toEqual([...new Set(expected.flat())].sort());
      const shared = [...days].filter((day) => expected.every((one) => one.includes(day)));
      expect([...partly].sort()).toEqual([...days].filter((day) => !shared.includes(day)).sort());
      expect([...days].every((day) => weekday(day) >= 1 && weekday(day) <= 5)).toBe(true);
      // Fewer weekdays in a year, and the library has lost a place.
      for (const year of years) {
        expect([...days].filter((day) => day.startsWith(`${year}`)).length).toBeGreaterThan(2);
      }
    },
  );

  it('takes a region that the place does not have for none', () => {
    expect(daysOff(table, 'de', 'zz')).toEqual(daysOff(table, 'de', undefined));
    expect(daysOff(table, 'de', '')).toEqual(daysOff(table, 'de', undefined));
  });

  it('knows the holidays of every place but the rest of the world', () => {
    expect(PLACES.filter(({ id }) => !written.has(id)).map(({ id }) => id)).toEqual(['other']);
  });

  it.each(['other', 'zz', 'toString'])('knows nothing of %s', (place) => {
    expect(daysOff(table, place, undefined)).toEqual({
      years: undefined,
      days: new Set(),
      partly: new Set(),
    });
  });
});

describe('holidayTable', () => {
  it('has the year of the build and the three after it, and stays small', () => {
    expect(yearsFrom(2026)).toEqual([2026, 2029]);
    const small = holidayTable(PLACES, yearsFrom(2026));
    expect(daysOff(small, 'de', 'sn').years).toEqual([2026, 2029]);
    expect(JSON.stringify(small).length).toBeLessThan(16_000);
    expect([...daysOff(small, 'us', undefined).days].filter((day) => day >= '2030')).toEqual([]);
  });
});
