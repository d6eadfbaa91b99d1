import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeRule, type TellByQuestion } from '../../../../src/plan/tell-by/question.ts';
import { tell } from '../../../../src/plan/tell-by/tell.ts';
import { tellBy } from '../../../../src/plan/tell-by/tell-by.ts';
import { blanksOf } from '../../../../src/site/blanks.ts';
import { anyCase, offFor } from './any-question.ts';
import { places, rules, words } from './written-rules.ts';

const NOW = { day: '2026-02-25', time: '10:00' };
const question: TellByQuestion = {
  country: 'de',
  region: undefined,
  job: 'ordinary',
  start: '2026-04-01',
  notice: undefined,
  probation: false,
  agency: false,
  visa: false,
};

function told(changes: Partial<TellByQuestion>, now = NOW) {
  const asked = { ...question, ...changes };
  const outcome = tellBy(asked, now, rules, offFor(asked));
  return tell(outcome, asked, now, placeRule(rules, asked.country), { ...words, places });
}

const textOf = (changes: Partial<TellByQuestion>, now = NOW) => {
  const { heading, lines } = told(changes, now);
  return [heading, ...lines].join('\n');
};

describe('tell', () => {
  it('names the day, the hour, the count and the letter', () => {
    const text = textOf({ probation: true });
    expect(text).toContain('by noon on Tuesday, March 17, 2026');
    expect(text).toContain('the last moment, not the target');
    expect(text).toContain('2 weeks');
    expect(text).toContain('Tuesday, March 31, 2026');
    expect(text).toContain('Post it by Thursday, March 12, 2026');
    expect(text).not.toContain('did not tick');
  });

  it('says which of two lengths was counted', () => {
    expect(textOf({ start: '2026-06-01' })).toContain('did not tick a probation period');
    expect(textOf({ country: 'uk' })).not.toContain('probation');
    expect(textOf({ notice: { count: 1, unit: 'days' } })).not.toContain('did not tick');
  });

  it('counts one as one', () => {
    const text = textOf({ notice: { count: 1, unit: 'weeks' }, start: '2026-03-04' });
    expect(text).toContain('1 week.');
    expect(text).toContain('so 1 day of it');
  });

  it('never promises a date where the law has no number', () => {
    expect(told({ country: 'ca-on' }).heading).toContain('may be too late');
  });

  it('delivers by hand what the post cannot bring in time', () => {
    const near = { notice: { count: 1, unit: 'weeks' }, start: '2026-03-06' } as const;
    expect(textOf(near)).toContain('deliver it yourself');
    expect(textOf({ ...near, country: 'us' })).not.toContain('paper');
  });

  it('says honestly that in Switzerland no day avoids it', () => {
    expect(textOf({ country: 'ch' })).toContain('no day that avoids');
    expect(textOf({ country: 'ch', probation: true })).toContain('around Tuesday, April 7, 2026');
  });

  it('tells every job whom to tell', () => {
    expect(told({ country: 'us', job: 'match' }).people[0]?.name).toBe('The NRMP');
    expect(told({ country: 'us', job: 'texasTeacher' }).people[0]?.name).toContain('board');
    expect(told({ notice: { count: 0, unit: 'days' } }).people).toHaveLength(1);
    expect(told({}).people).toHaveLength(2);
  });

  it('leaves no blank open, says nothing twice, and prints no undefined', () => {
    const job = fc.constantFrom('ordinary', 'texasTeacher', 'match' as const);
    fc.assert(
      fc.property(anyCase, job, ({ question: asked, now }, kind) => {
        const { heading, lines, people } = told(
          kind === 'ordinary' ? asked : { ...asked, country: 'us', job: kind },
          now,
        );
        const all = [heading, ...lines];
        expect(all.flatMap(blanksOf)).toEqual([]);
        expect(all.join(' ')).not.toMatch(/undefined|NaN|Invalid|\d{4}-\d\d-\d\d/);
        expect(new Set(all).size).toBe(all.length);
        expect(people.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
