import { describe, expect, it, vi } from 'vitest';
import type { WrittenHolidays } from '../../../../src/plan/holidays/holidays-schema.ts';
import { holidaysOf } from '../../../../src/plan/holidays/public-holidays.ts';
import { written } from './written-holidays.ts';

/** The days off of a place, and of a region behind a slash, in the year of `day`. */
function daysLike(day: string, where: string): string[] {
  const [place = '', region = ''] = where.split('/');
  const found = written.get(place);
  if (!found) return expect.unreachable(`no place ${place}`);
  return holidaysOf(found, found.regions?.[region], [Number(day.slice(0, 4))]);
}

describe('holidaysOf', () => {
  // Taken from official calendars, not from the library.
  it.each([
    ['us', '2026-11-26', 'Thanksgiving'],
    ['us', '2026-11-27', 'the day after it'],
    ['us', '2027-11-25', 'Thanksgiving'],
    ['us', '2028-11-23', 'Thanksgiving'],
    ['us', '2026-07-03', 'Independence Day, a Saturday'],
    ['us', '2027-07-05', 'Independence Day, a Sunday'],
    ['us', '2027-06-18', 'Juneteenth, a Saturday'],
    ['us', '2027-12-24', 'Christmas Day, a Saturday'],
    ['us', '2027-12-31', 'New Year of 2028, a Saturday'],
    ['us', '2028-11-10', 'Veterans Day, a Saturday'],
    ['us', '2029-11-12', 'Veterans Day, a Sunday'],
    ['us', '2027-01-18', 'Martin Luther King Day'],
    ['uk/eng', '2027-03-26', 'Good Friday'],
    ['uk/eng', '2027-03-29', 'Easter Monday'],
    ['uk/eng', '2026-12-28', 'Boxing Day, a Saturday'],
    ['uk/eng', '2027-12-27', 'Christmas Day, a Saturday'],
    ['uk/eng', '2027-12-28', 'Boxing Day, a Sunday'],
    ['uk/eng', '2028-01-03', 'New Year, a Saturday'],
    ['uk/eng', '2026-08-31', 'the bank holiday of summer'],
    ['uk/sct', '2029-01-02', 'January 2'],
    ['uk/sct', '2027-01-04', 'January 2, a Saturday'],
    ['uk/sct', '2026-11-30', "St Andrew's Day"],
    ['uk/sct', '2030-12-02', "St Andrew's Day, a Saturday"],
    ['uk/nir', '2026-07-13', 'July 12, a Sunday'],
    ['uk/nir', '2027-07-12', 'July 12'],
    ['uk/nir', '2026-03-17', "St Patrick's Day"],
    ['ie', '2027-02-01', "St Brigid's Day"],
    ['ie', '2027-12-28', 'two holidays at a weekend'],
    ['de/sn', '2026-11-18', 'Buß- und Bettag'],
    ['de/sn', '2027-11-17', 'Buß- und Bettag'],
    ['de/be', '2027-03-08', "Women's Day"],
    ['de/by', '2028-08-15', 'Assumption'],
    ['de/hh', '2028-10-31', 'Reformation Day'],
    ['de/nw', '2026-06-04', 'Corpus Christi'],
    ['de/nw', '2026-12-24', 'Christmas Eve'],
    ['at', '2026-12-08', 'the Immaculate Conception'],
    ['at', '2026-10-26', 'the National Day'],
    ['ch/zh', '2028-08-01', 'the National Day'],
    ['ch/zh', '2026-05-01', 'Labor Day'],
    ['ch/ge', '2026-09-10', 'Jeûne genevois'],
    ['ch/ti', '2026-06-29', 'Peter and Paul'],
    ['nl', '2026-04-27', "King's Day"],
    ['nl', '2026-05-14', 'Ascension Day'],
    ['fr/main', '2026-07-14', 'Bastille Day'],
    ['fr/als', '2026-04-03', 'Good Friday'],
    ['ca-on', '2026-02-16', 'Family Day'],
    ['ca-on', '2027-02-15', 'Family Day'],
    ['ca-on', '2028-07-03', 'Canada Day, a Saturday'],
    ['ca-qc', '2026-06-24', 'the Fête nationale'],
    ['ca-qc', '2027-05-24', "Patriots' Day"],
    ['au/vic', '2026-11-03', 'the Melbourne Cup'],
    ['au/qld', '2026-08-12', 'the show in Brisbane'],
    ['au/nsw', '2026-10-05', 'Labor Day'],
    ['nz/wgn', '2026-07-10', 'Matariki'],
    ['nz/wgn', '2027-06-25', 'Matariki'],
    ['nz/wgn', '2028-07-14', 'Matariki'],
    ['nz/auk', '2027-02-01', 'the anniversary'],
    ['nz/auk', '2027-02-08', 'Waitangi Day, a Saturday'],
    ['in/dl', '2026-10-02', 'Gandhi Jayanti'],
    ['sg', '2026-11-09', 'Deepavali, a Sunday'],
    ['sg', '2026-02-17', 'the new year'],
    ['sg', '2026-06-01', 'Vesak Day, a Sunday'],
    ['sg', '2027-05-20', 'Vesak Day'],
  ])('knows in %s the day off on %s: %s', (where, day) => {
    expect(daysLike(day, where)).toContain(day);
  });

  it.each([
    ['us', '2026-04-03', 'Good Friday'],
    ['us', '2026-10-30', 'Nevada Day'],
    ['us', '2026-11-25', 'the day before Thanksgiving'],
    ['uk/eng', '2026-11-30', "St Andrew's Day"],
    ['uk/eng', '2029-01-02', 'January 2'],
    ['uk/nir', '2026-11-30', "St Andrew's Day"],
    ['de/be', '2026-11-18', 'Buß- und Bettag'],
    ['de/by', '2027-03-08', "Women's Day"],
    ['de/by', '2026-10-01', 'no holiday'],
    ['at', '2027-03-26', 'Good Friday'],
    ['ch/be', '2026-09-10', 'Jeûne genevois'],
    ['fr/main', '2026-04-03', 'Good Friday'],
    ['ca-on', '2026-06-24', 'the Fête nationale'],
    ['au/nsw', '2026-11-03', 'the Melbourne Cup'],
    ['au/nt', '2026-12-24', 'an evening'],
    ['nz/wgn', '2027-02-01', 'the anniversary of Auckland'],
  ])('knows in %s no day off on %s: %s', (where, day) => {
    expect(daysLike(day, where)).not.toContain(day);
  });

  it.each([
    [{ country: 'XX' }, 'the country "XX"'],
    [{ country: 'CA', state: 'XX' }, 'the state of CA "XX"'],
    [{ country: 'IE', state: 'XX' }, 'the state of IE "XX"'],
    [{ country: 'CA', also: ['when the moon is blue'] }, 'the rule "when the moon is blue"'],
  ])('says what the library does not have: %j', (place, found) => {
    const asked: WrittenHolidays = { types: ['public'], also: [], ...place };
    // The library says more, on the console.
    const quiet = vi.spyOn(console, 'error').mockReturnValue();
    expect(() => holidaysOf(asked, undefined, [2026])).toThrow(found);
    quiet.mockRestore();
  });
});
