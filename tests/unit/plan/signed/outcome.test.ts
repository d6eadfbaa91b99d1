import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACCEPTANCES,
  ANSWERS,
  CLAUSES,
  type Clause,
  type ClauseAnswer,
  COUNTRIES,
  OUTCOMES,
  type Outcome,
} from '../../../../src/plan/signed/clauses.ts';
import { type SignedQuestion, signedOutcome } from '../../../../src/plan/signed/outcome.ts';
import { RULES } from './content.ts';

const allNo = Object.fromEntries(CLAUSES.map((id) => [id, 'no'])) as Record<Clause, ClauseAnswer>;
const ask = (
  country: SignedQuestion['country'],
  accepted: SignedQuestion['accepted'],
  answers: Partial<Record<Clause, ClauseAnswer>> = {},
) => signedOutcome({ country, accepted, answers: { ...allNo, ...answers } }, RULES);
const care = (outcome: Outcome) => OUTCOMES.indexOf(outcome);

const anAnswer = fc.constantFrom(...ANSWERS);
const anyQuestion: fc.Arbitrary<SignedQuestion> = fc.record({
  country: fc.constantFrom(...COUNTRIES),
  accepted: fc.constantFrom(...ACCEPTANCES),
  answers: fc
    .tuple(...CLAUSES.map(() => anAnswer))
    .map(
      (answers) =>
        Object.fromEntries(CLAUSES.map((id, place) => [id, answers[place]])) as Record<
          Clause,
          ClauseAnswer
        >,
    ),
});

describe('signedOutcome', () => {
  it('lets an American at will go ahead', () => {
    const outcome = ask('us', 'signed');
    expect(outcome.kind).toBe('go');
    expect(outcome.reasons.map(({ about }) => about)).toEqual(['accepted']);
    expect(outcome.unsure).toEqual([]);
  });

  it.each([
    ['uk', 'yes', 'release'],
    ['uk', 'signed', 'release'],
    ['de', 'yes', 'release'],
    ['de', 'signed', 'release'],
    ['ch', 'signed', 'release'],
    ['ca-on', 'yes', 'go'],
    ['ca-on', 'signed', 'release'],
    ['au', 'yes', 'release'],
    ['in', 'signed', 'release'],
    ['sg', 'yes', 'go'],
    ['sg', 'signed', 'release'],
    ['other', 'yes', 'release'],
    ['other', 'signed', 'release'],
  ] as const)('with no clause, says in %s after %s: %s', (country, accepted, kind) => {
    expect(ask(country, accepted).kind).toBe(kind);
  });

  it('puts the most careful reason first, then by question, the offer itself last', () => {
    const answers = { 'fixed-term': 'yes', visa: 'unsure', bonus: 'yes', military: 'yes' } as const;
    const outcome = ask('us', 'signed', answers);
    expect(outcome.kind).toBe('advice');
    expect(outcome.reasons.map(({ about, sure }) => [about, sure])).toEqual([
      ['visa', false],
      ['military', true],
      ['fixed-term', true],
      ['bonus', true],
      ['accepted', true],
    ]);
    expect(outcome.unsure).toEqual(['visa']);
  });

  it('takes the rule of the country where there is one, else that of every country', () => {
    const term = RULES.clauses[0];
    expect(ask('in', 'signed', { 'fixed-term': 'yes' }).reasons[0]?.rule).toBe(term?.by.in);
    expect(ask('au', 'signed', { 'fixed-term': 'yes' }).reasons[0]?.rule).toBe(term?.any);
  });

  it('never grows less careful by a yes or a doubt', () => {
    fc.assert(
      fc.property(anyQuestion, fc.constantFrom(...CLAUSES), (question, clause) => {
        const kinds = (['no', 'unsure', 'yes'] as const).map((answer) => {
          const answers = { ...question.answers, [clause]: answer };
          return care(signedOutcome({ ...question, answers }, RULES).kind);
        });
        expect(kinds).toEqual(kinds.toSorted((one, other) => one - other));
      }),
    );
  });

  it('never grows less careful by a signature', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const [yes, signed] = ACCEPTANCES.map((accepted) =>
          care(signedOutcome({ ...question, accepted }, RULES).kind),
        );
        expect(signed).toBeGreaterThanOrEqual(yes ?? 0);
      }),
    );
  });

  it('is the most careful of its reasons, which are those of the answers', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { kind, reasons, unsure } = signedOutcome(question, RULES);
        const cares = reasons.map(({ rule }) => care(rule.outcome));
        expect(care(kind)).toBe(Math.max(...cares));
        expect(cares).toEqual(cares.toSorted((one, other) => other - one));
        const about = CLAUSES.filter((id) => question.answers[id] !== 'no');
        expect(new Set(reasons.map((reason) => reason.about))).toEqual(
          new Set([...about, 'accepted']),
        );
        expect(unsure).toEqual(CLAUSES.filter((id) => question.answers[id] === 'unsure'));
      }),
    );
  });

  it.each(COUNTRIES)('has a reason and a sentence for each answer in %s', (country) => {
    for (const accepted of ACCEPTANCES) {
      for (const clause of CLAUSES) {
        for (const answer of ANSWERS) {
          const { kind, reasons } = ask(country, accepted, { [clause]: answer });
          expect(OUTCOMES).toContain(kind);
          for (const { rule } of reasons) {
            expect(rule.reason).not.toBe('');
            expect(rule.say.words).not.toBe('');
            if (rule.kind === 'sourced') expect(rule.reviewed).toMatch(/^\d{4}-\d\d-\d\d$/);
          }
        }
      }
    }
  });
});
