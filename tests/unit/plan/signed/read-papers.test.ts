import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/forms/reading.ts';
import { CLAUSES } from '../../../../src/plan/places/commitment.ts';
import { readPapers } from '../../../../src/plan/signed/read-papers.ts';
import { RULES } from './content.ts';

const checklist: Answers = {
  country: 'us',
  accepted: 'signed',
  ...Object.fromEntries(CLAUSES.map((id) => [id, 'no'])),
};
const sums: Answers = { gross: '20,000', base: 'gross', share: 'full', worked: '0' };
const read = (answers: Answers) => readPapers(answers, RULES);

describe('readPapers', () => {
  it('reads the checklist alone where no estimate is asked for, whatever its fields hold', () => {
    expect(read({ ...checklist, gross: 'a lot' })).toMatchObject({
      kind: 'read',
      value: { question: { country: 'us' }, repayment: undefined },
    });
  });

  it('reads the estimate with it', () => {
    expect(read({ ...checklist, ...sums, repay: 'yes' })).toMatchObject({
      kind: 'read',
      value: { question: { commitment: { accepted: 'signed' } }, repayment: { gross: 2_000_000 } },
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

  it('has no two fields of the same name', () => {
    const names = [
      'country',
      'job',
      'accepted',
      'trial',
      'repay',
      ...CLAUSES,
      ...Object.keys(sums),
      'net',
      'months',
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});
