import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeText } from '../../../../src/plan/tell-by/outcome-text.ts';
import type { NoticeQuestion } from '../../../../src/plan/tell-by/question.ts';
import { tellBy } from '../../../../src/plan/tell-by/tell-by.ts';
import { blanksIn } from '../../../../src/site/fill-blanks.ts';
import { anyCase } from './any-question.ts';
import { law, offFor, words } from './written-law.ts';

const NOW = { day: '2026-02-25', time: '10:00' };
const question: NoticeQuestion = {
  ...{ place: 'de', region: undefined, job: 'ordinary', start: '2026-04-01' },
  ...{ notice: undefined, fixed: false, trial: false, agency: false, visa: false },
};

function told(changes: Partial<NoticeQuestion>, now = NOW) {
  const asked = { ...question, ...changes };
  const outcome = tellBy(asked, now, law, offFor(asked));
  return outcomeText(outcome, now, words);
}

const textOf = (changes: Partial<NoticeQuestion>, now = NOW) => {
  const { heading, first, more } = told(changes, now);
  return [heading, ...first, ...more].join('\n');
};

describe('outcomeText', () => {
  it('names the day, the hour, the count and the letter', () => {
    const text = textOf({ trial: true });
    expect(text).toContain('by noon on Tuesday, March 17, 2026');
    expect(text).toContain('the last moment, not the target');
    expect(text).toContain('2 weeks');
    expect(text).toContain('Tuesday, March 31, 2026');
    expect(text).toContain('Post it by Thursday, March 12, 2026');
    expect(text).not.toContain("didn't tick");
  });

  it('says which of two lengths was counted, and what a trial period would change', () => {
    expect(textOf({ start: '2026-06-01' })).toContain("didn't tick a probation period");
    expect(textOf({ fixed: true })).not.toContain("didn't tick");
    expect(textOf({ notice: { count: 1, unit: 'days' } })).not.toContain("didn't tick");
    expect(textOf({ place: 'uk' })).not.toContain("didn't tick");
    expect(textOf({ place: 'ch' })).not.toContain("didn't tick");
    expect(textOf({ place: 'nl' })).toContain("didn't tick a trial period");
    expect(textOf({ place: 'nl', trial: true })).not.toContain("didn't tick");
  });

  it('counts one as one', () => {
    const text = textOf({ notice: { count: 1, unit: 'weeks' }, start: '2026-03-04' });
    expect(text).toContain('1 week.');
    expect(text).toContain('so 1 day of it');
  });

  it('never promises a date where the law has no number', () => {
    expect(told({ place: 'ca-on' }).heading).toContain('may be too late');
  });

  it('delivers by hand what the post cannot bring in time', () => {
    const near = { notice: { count: 1, unit: 'weeks' }, start: '2026-03-06' } as const;
    expect(textOf(near)).toContain('Hand it over or send a courier');
    expect(textOf({ ...near, place: 'us' })).not.toContain('paper');
  });

  it('calls a call a courtesy where only a letter counts, whenever that is', () => {
    const moments = fc.tuple(
      fc.constantFrom('2026-02-25', '2026-02-28', '2026-03-25', '2026-03-31', '2026-04-01'),
      fc.constantFrom('03:00', '08:00', '10:00', '13:00', '20:00'),
    );
    fc.assert(
      fc.property(moments, fc.boolean(), ([day, time], trial) => {
        const { first, more } = told({ trial }, { day, time });
        expect(first[0]).toMatch(/^Only a letter on paper counts/);
        expect([...first, ...more].join(' ')).toContain('a courtesy, and no notice');
        expect([...first, ...more].join(' ')).not.toMatch(/Write now|Call now\./);
      }),
    );
  });

  it('tells a late advice apart from a notice that is owed', () => {
    const late = { place: 'uk', start: '2026-02-27' } as const;
    expect(told(late).heading).toBe('Tell them now, and ask to be released.');
    expect(textOf(late)).toContain("It's our advice");
    const owed = { ...late, notice: { count: 1, unit: 'weeks' } } as const;
    expect(told(owed).heading).toBe('Tell them now. The full notice no longer fits.');
  });

  it('leaves no blank open, says nothing twice, and prints no undefined', () => {
    fc.assert(
      fc.property(anyCase, ({ question: asked, now }) => {
        const outcome = tellBy(asked, now, law, offFor(asked));
        const { heading, headline, first, more, people } = outcomeText(outcome, now, words);
        const all = [heading, ...first, ...more];
        expect(all.flatMap(blanksIn)).toEqual([]);
        expect(all.join(' ')).not.toMatch(/undefined|NaN|Invalid|\d{4}-\d\d-\d\d/);
        expect(new Set(all).size).toBe(all.length);
        expect(first.length).toBeGreaterThan(0);
        // Marked or not, a headline says the same, and marks something.
        const runs = [headline].flat();
        expect(runs.map((run) => (typeof run === 'string' ? run : run.text)).join('')).toBe(
          heading,
        );
        expect(runs.some((run) => typeof run !== 'string' && run.as === 'mark')).toBe(true);
        expect(people.length).toBeGreaterThan(0);
        expect(new Set(people.map(({ why }) => why)).size).toBe(people.length);
        // What is not known of holidays comes first.
        if (outcome.doubt) expect(first[0]).toMatch(/holiday|Diwali/);
        // Nobody is sent to the employer before the advice that is due.
        if (outcome.act === 'advice') expect(all.join(' ')).not.toContain('Call now.');
      }),
      { numRuns: 1_000 },
    );
  });
});
