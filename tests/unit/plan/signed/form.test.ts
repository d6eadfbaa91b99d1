import { describe, expect, it } from 'vitest';
import type { FormAnswers } from '../../../../src/forms/form-answers.ts';
import { CLAUSES } from '../../../../src/plan/places/commitment.ts';
import { FORM } from './content.ts';

const checklist: FormAnswers = {
  country: 'us',
  accepted: 'signed',
  ...Object.fromEntries(CLAUSES.map((id) => [id, 'no'])),
};
const sums: FormAnswers = { gross: '20,000', base: 'gross', share: 'full', worked: '0' };
const read = (answers: FormAnswers) => FORM.read(answers);

describe('the form of the papers', () => {
  it('reads the checklist alone where no estimate is asked for, whatever its fields hold', () => {
    expect(read({ ...checklist, gross: 'a lot' })).toMatchObject({
      kind: 'read',
      value: { country: 'us', repayment: undefined },
    });
  });

  it('reads the estimate with it', () => {
    expect(read({ ...checklist, ...sums, repay: 'yes' })).toMatchObject({
      kind: 'read',
      value: { commitment: { accepted: 'signed' }, repayment: { gross: 2_000_000 } },
    });
  });

  it('tells the mistakes of both, in the order of the form', () => {
    const { visa: _, ...rest } = checklist;
    expect(read({ ...rest, ...sums, gross: 'a lot', repay: 'yes' })).toMatchObject({
      kind: 'mistakes',
      mistakes: [{ field: 'visa' }, { field: 'gross', mistake: 'amountLetters' }],
    });
    expect(read({ ...checklist, repay: 'yes' })).toMatchObject({ kind: 'mistakes' });
  });
});
