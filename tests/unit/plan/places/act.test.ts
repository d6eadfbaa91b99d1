import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTS,
  EFFECTS,
  mostCareful,
  type PlaceLaw,
  type Weighed,
  wayOut,
  weigh,
} from '../../../../src/plan/places/act.ts';
import {
  ACCEPTANCES,
  CLAUSES,
  type Clause,
  type Commitment,
} from '../../../../src/plan/places/commitment.ts';
import { anyCommitment } from './any-commitment.ts';

const care = (act: (typeof ACTS)[number]) => ACTS.indexOf(act);
const effect = fc.constantFrom(...EFFECTS);
const anAct = fc.constantFrom(...ACTS);
const rule = fc.record({ effect });
const ofYes = fc.record({ effect: anAct });

const anyLaw: fc.Arbitrary<PlaceLaw<Weighed>> = fc.record({
  accepted: fc.record(
    { said: ofYes, emailed: ofYes, signed: ofYes, trial: ofYes },
    { requiredKeys: ['said', 'signed'] },
  ),
  jobs: fc.record(
    { licensed: rule, texasTeacher: rule, match: rule },
    { requiredKeys: ['licensed'] },
  ),
  clauses: fc.dictionary(fc.constantFrom(...CLAUSES), rule),
});

describe('weigh', () => {
  it('takes the most careful act of all rules that apply, and a reason for it', () => {
    fc.assert(
      fc.property(anyCommitment, anyLaw, (commitment, law) => {
        const { act, reasons, steps } = weigh(commitment, law);
        expect(reasons.map(({ rule }) => rule.effect)).toContain(act);
        expect(reasons[0]?.rule.effect).toBe(act);
        for (const { rule } of steps) expect(['ask', 'settle']).toContain(rule.effect);
        const about = [...reasons, ...steps].map((one) => one.about);
        expect(new Set(about).size).toBe(about.length);
      }),
    );
  });

  it('is never freer for one more clause, and counts "not sure" as a yes to look up', () => {
    fc.assert(
      fc.property(anyCommitment, anyLaw, fc.constantFrom(...CLAUSES), (commitment, law, clause) => {
        const without = {
          ...commitment,
          clauses: { ...commitment.clauses, [clause]: 'no' },
        } as const;
        const unsure = {
          ...commitment,
          clauses: { ...commitment.clauses, [clause]: 'unsure' },
        } as const;
        const sure = {
          ...commitment,
          clauses: { ...commitment.clauses, [clause]: 'yes' },
        } as const;
        expect(care(weigh(unsure, law).act)).toBeGreaterThanOrEqual(care(weigh(without, law).act));
        expect(weigh(unsure, law).act).toBe(weigh(sure, law).act);
        expect(weigh(unsure, law).unsure).toContain(clause);
        expect(weigh(sure, law).unsure).not.toContain(clause);
      }),
    );
  });

  it('counts the heaviest yes where nobody said which it was', () => {
    fc.assert(
      fc.property(anyCommitment, anyLaw, (commitment, law) => {
        const act = (accepted: Commitment['accepted']) =>
          weigh({ ...commitment, accepted }, law).act;
        const heaviest = Math.max(...ACCEPTANCES.map((accepted) => care(act(accepted))));
        expect(care(act(undefined))).toBe(heaviest);
      }),
    );
  });

  it('takes a job that the place knows nothing of for a licensed one', () => {
    fc.assert(
      fc.property(anyCommitment, anyLaw, (commitment, { accepted, clauses, jobs }) => {
        const law = { accepted, clauses, jobs: { licensed: jobs.licensed } };
        const act = (job: Commitment['job']) => weigh({ ...commitment, job }, law).act;
        expect(act('match')).toBe(act('licensed'));
      }),
    );
  });

  it('lets a trial period lift a fixed term and a notice, where the place has one', () => {
    const law: PlaceLaw<Weighed> = {
      accepted: {
        said: { effect: 'release' },
        signed: { effect: 'release' },
        trial: { effect: 'notice' },
      },
      jobs: { licensed: { effect: 'ask' } },
      clauses: { 'fixed-term': { effect: 'release' }, 'no-show': { effect: 'advice' } },
    };
    const yes = { accepted: 'signed', trial: true, job: 'ordinary' } as const;
    expect(weigh({ ...yes, clauses: { 'fixed-term': 'yes' } }, law).act).toBe('notice');
    expect(weigh({ ...yes, clauses: { 'no-show': 'yes' } }, law).act).toBe('advice');
    const without = { ...law, accepted: { said: law.accepted.said, signed: law.accepted.signed } };
    expect(weigh({ ...yes, clauses: { 'fixed-term': 'yes' } }, without).act).toBe('release');
  });

  it('stops nobody for something to settle or somebody to ask', () => {
    const go = { effect: 'withdraw' } as const;
    const clauses: Partial<Record<Clause, Weighed>> = {
      bonus: { effect: 'settle' },
      campus: { effect: 'ask' },
    };
    const law: PlaceLaw<Weighed> = {
      accepted: { said: go, signed: go },
      jobs: { licensed: { effect: 'ask' } },
      clauses,
    };
    const { act, reasons, steps } = weigh(
      {
        accepted: 'signed',
        trial: false,
        job: 'licensed',
        clauses: { bonus: 'yes', campus: 'unsure' },
      },
      law,
    );
    expect(act).toBe('withdraw');
    expect(reasons.map(({ about }) => about)).toEqual(['accepted']);
    expect(steps.map(({ about, sure }) => [about, sure])).toEqual([
      ['licensed', true],
      ['bonus', true],
      ['campus', false],
    ]);
  });
});

describe('mostCareful', () => {
  it('is the last of the acts that are there, and the first where none is', () => {
    expect(mostCareful(['release', 'withdraw', 'settle', 'notice'])).toBe('release');
    expect(mostCareful(['settle', 'ask'])).toBe('withdraw');
  });
});

describe('wayOut', () => {
  it('is paper only for a notice where only paper counts', () => {
    expect(ACTS.map((act) => wayOut(act, { paper: true, job: 'ordinary' }))).toEqual([
      'withdraw',
      'paper',
      'release',
      'advice',
    ]);
    expect(ACTS.map((act) => wayOut(act, { paper: false, job: 'licensed' }))).toEqual([...ACTS]);
  });

  it('has a teacher in Texas file with the board instead of asking for release', () => {
    expect(ACTS.map((act) => wayOut(act, { paper: false, job: 'texasTeacher' }))).toEqual([
      'withdraw',
      'notice',
      'board',
      'advice',
    ]);
  });
});
