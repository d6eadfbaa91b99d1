import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAN_VERSION, planFragment, readPlanFragment } from '../../../src/plan/plan-link.ts';
import { PLAN_STEPS } from '../../../src/plan/plan-steps.ts';

const name = fc.stringMatching(/^[a-zA-Z0-9-]{1,20}$/);
const answers = fc.dictionary(
  fc.constantFrom(...PLAN_STEPS),
  fc.dictionary(name, fc.string({ unit: 'grapheme', maxLength: 100 }), {
    minKeys: 1,
    noNullPrototype: true,
  }),
  { noNullPrototype: true },
);

describe('a link to a plan', () => {
  it('holds any answers, and gives them back', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const fragment = planFragment(all);
        expect(readPlanFragment(`#${fragment}`)).toEqual({ kind: 'plan', answers: all });
        // As the address bar has it.
        const { hash } = new URL(`https://example.com/plan/#${fragment}`);
        expect(readPlanFragment(hash)).toEqual({ kind: 'plan', answers: all });
      }),
    );
  });

  it('tells when its end is missing', () => {
    const fragment = planFragment({ decide: { kind: 'offer', 'money-weight': '5' } });
    for (let length = `plan${PLAN_VERSION}?`.length; length < fragment.length; length++) {
      expect(readPlanFragment(fragment.slice(0, length)).kind).toBe('cut-off');
    }
  });

  it.each(['', '#', '#keep-plan', '#step-decide', '#plan', '#planet?x', '#q1-0q02'])(
    'leaves %s to others',
    (fragment) => {
      expect(readPlanFragment(fragment)).toEqual({ kind: 'foreign' });
    },
  );

  it('knows another version', () => {
    expect(readPlanFragment(`#plan${PLAN_VERSION + 1}?end=1`)).toEqual({ kind: 'old-version' });
  });

  it('reads whatever somebody wrote, and takes only answers to steps', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const read = readPlanFragment(`plan${PLAN_VERSION}?${rest}`);
        if (read.kind !== 'plan' && read.kind !== 'cut-off') throw new Error(read.kind);
        for (const step of Object.keys(read.answers)) expect(PLAN_STEPS).toContain(step);
      }),
    );
    const evil = `plan${PLAN_VERSION}?__proto__.x=1&decide.__proto__=1&decide.a=${'x'.repeat(2001)}&end=1`;
    expect(readPlanFragment(evil)).toEqual({ kind: 'plan', answers: {} });
  });
});
