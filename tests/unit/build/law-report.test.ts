import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawReport } from '../../../src/build/law-report.ts';
import type { WrittenRule } from '../../../src/build/written-rules.ts';
import { addDays, daysBetween } from '../../../src/site/civil-day.ts';

const FILE = 'content/plan/notice.yaml';
const rule = (path: string, reviewed: string, file = FILE): WrittenRule => ({
  file,
  path,
  sources: ['acas', 'geo'],
  reviewed,
});
const ADDRESSES = new Map([
  ['acas', 'https://acas.example/'],
  ['geo', 'https://geo.example/'],
]);
const report = (rules: readonly WrittenRule[], today: string) => lawReport(rules, ADDRESSES, today);

const RULES = [
  rule('uk', '2026-05-01'),
  rule('us', '2026-02-28'),
  rule('jurisdictions.0 (Germany)', '2026-03', 'content/articles/late.mdx'),
];

describe('lawReport', () => {
  it('says that nothing is due, and what will be next and when', () => {
    expect(report(RULES, '2026-11-20')).toEqual({
      text: `No rule of law is due on 2026-11-20.\n\nNext, on 2026-12-25: "us" in ${FILE}.`,
      overdue: 0,
    });
    expect(report([], '2026-11-20').text).toBe('No rule of law is due on 2026-11-20.');
  });

  it('lists what is overdue and what is due with its sources, the oldest review first', () => {
    expect(report(RULES, '2027-04-04')).toEqual({
      text: `Overdue on 2027-04-04, as their pages say (400 days and more): 1

${FILE}: us
  reviewed 2026-02-28, 400 days ago
  acas: https://acas.example/
  geo: https://geo.example/

Due on 2027-04-04 (300 days and more): 2

content/articles/late.mdx: jurisdictions.0 (Germany)
  reviewed 2026-03, 399 days ago
  acas: https://acas.example/
  geo: https://geo.example/

${FILE}: uk
  reviewed 2026-05-01, 338 days ago
  acas: https://acas.example/
  geo: https://geo.example/`,
      overdue: 1,
    });
  });

  it('points out a review that is yet to come, which would never be due', () => {
    const { text, overdue } = report([rule('us', '2062-02-28')], '2026-11-20');
    expect(text).toContain(`yet to come on 2026-11-20, so look at the year: 1\n\n${FILE}: us`);
    expect(overdue).toBe(0);
  });

  it('counts as overdue exactly those of 400 days and more, and never hides one of 300', () => {
    const age = fc.integer({ min: -500, max: 2000 });
    fc.assert(
      fc.property(fc.array(age), (ages) => {
        const today = '2028-02-29';
        const rules = ages.map((days, index) => rule(`rule-${index}`, addDays(today, -days)));
        const { text, overdue } = report(rules, today);
        expect(overdue).toBe(ages.filter((days) => days >= 400).length);
        const listed = [...text.matchAll(/reviewed (\S+), (\d+) days ago/g)];
        const shown = ages.filter((days) => days >= 300).sort((a, b) => b - a);
        expect(listed.map(([, , days]) => Number(days))).toEqual(shown);
        for (const [, day = '', days] of listed) {
          expect(daysBetween(day, today)).toBe(Number(days));
        }
      }),
    );
  });
});
