import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormAnswers } from '../../../../src/forms/form-answers.ts';
import { CLAUSES } from '../../../../src/plan/places/commitment.ts';
import { estimateRepayment } from '../../../../src/plan/signed/repayment.ts';
import { FORM, WORDS } from './content.ts';

/** The form with a checklist in which nothing is wrong, and an estimate asked for. */
function readRepayment(answers: FormAnswers) {
  const reading = FORM.read({
    ...{ country: 'us', accepted: 'signed', repay: 'yes' },
    ...Object.fromEntries(CLAUSES.map((id) => [id, 'no'])),
    ...answers,
  });
  if (reading.kind === 'mistakes') return reading;
  const { repayment } = reading.value;
  if (!repayment) throw new Error('No estimate was read.');
  return { kind: reading.kind, value: repayment };
}

const filled: FormAnswers = {
  gross: '20,000',
  net: '13,600',
  base: 'gross',
  share: 'rata',
  worked: '6',
  months: '24',
};
const mistakesIn = (changes: FormAnswers) => {
  const reading = readRepayment({ ...filled, ...changes });
  return reading.kind === 'mistakes'
    ? reading.mistakes.map(({ field, mistake }) => `${field}: ${mistake}`)
    : [];
};

describe('the estimate', () => {
  it('reads what was typed', () => {
    expect(readRepayment(filled)).toEqual({
      kind: 'read',
      value: {
        gross: 2_000_000,
        net: 1_360_000,
        base: 'gross',
        share: 'rata',
        served: { kind: 'some', worked: 6, of: 24 },
      },
    });
  });

  it('needs neither the net sum, nor the months of a job never started', () => {
    const reading = readRepayment({ gross: '5000', base: 'gross', share: 'full', worked: '0' });
    expect(reading).toMatchObject({
      kind: 'read',
      value: { gross: 500_000, net: undefined, served: { kind: 'none' } },
    });
  });

  it('takes a clause whose months are over to the day', () => {
    expect(readRepayment({ ...filled, worked: '24' })).toMatchObject({
      value: { served: { kind: 'some', worked: 24, of: 24 } },
    });
  });

  it('asks for what is missing, in the order of the fields', () => {
    const reading = readRepayment({});
    expect(reading).toMatchObject({
      kind: 'mistakes',
      mistakes: [
        { field: 'gross', mistake: 'grossMissing' },
        { field: 'base', mistake: 'baseMissing' },
        { field: 'share', mistake: 'shareMissing' },
        { field: 'worked', mistake: 'workedMissing' },
        { field: 'months', mistake: 'monthsMissing' },
      ],
    });
  });

  it.each([
    [{ gross: 'a lot' }, 'gross: amountLetters'],
    [{ gross: '-5' }, 'gross: amountNegative'],
    [{ gross: '1e99' }, 'gross: amountLetters'],
    [{ gross: '99999999999' }, 'gross: amountBig'],
    [{ gross: '0', net: '' }, 'gross: amountZero'],
    [{ net: '13.600.50' }, 'net: amountUnclear'],
    [{ net: '20,000.01' }, 'net: netAboveGross'],
    [{ base: 'net', net: ' ' }, 'net: netMissing'],
    [{ base: 'other' }, 'base: baseMissing'],
    [{ share: '' }, 'share: shareMissing'],
    [{ worked: '25' }, 'worked: workedOverMonths'],
    [{ worked: 'six' }, 'worked: monthsWrong'],
    [{ worked: '-1' }, 'worked: monthsWrong'],
    [{ worked: '1.5' }, 'worked: monthsWrong'],
    [{ months: '900' }, 'months: monthsWrong'],
    [{ months: '0' }, 'months: monthsZero'],
    [{ months: '9'.repeat(3000) }, 'months: monthsWrong'],
  ])('says what is wrong with %j', (changes, mistake) => {
    expect(mistakesIn(changes)).toEqual([mistake]);
  });

  it('fills the blanks of the sentences', () => {
    const reading = readRepayment({ ...filled, gross: '99999999999', months: '900' });
    expect(reading).toMatchObject({
      mistakes: [{ blanks: { max: '1,000,000,000' } }, { blanks: { max: 120 } }],
    });
    const long = readRepayment({ ...filled, worked: '30' });
    expect(long).toMatchObject({ mistakes: [{ blanks: { months: 24 } }] });
  });

  it('reads or tells, whatever is typed', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom('', '0', '1', '12', '24', '5000', 'gross', 'net', 'unsaid', 'full', 'rata'),
    );
    const anything = fc.dictionary(
      fc.constantFrom('gross', 'net', 'base', 'share', 'worked', 'months'),
      texts,
    );
    fc.assert(
      fc.property(anything, (answers) => {
        const reading = readRepayment(answers);
        if (reading.kind === 'read') {
          expect(() => estimateRepayment(reading.value)).not.toThrow();
          expect(reading.value.net ?? 0).toBeLessThanOrEqual(reading.value.gross);
          return;
        }
        expect(reading.mistakes.length).toBeGreaterThan(0);
        const fields = reading.mistakes.map(({ field }) => field);
        expect(new Set(fields).size).toBe(fields.length);
        for (const { mistake } of reading.mistakes) expect(WORDS.mistakes).toHaveProperty(mistake);
      }),
    );
  });
});
