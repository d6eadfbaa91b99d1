import { describe, expect, it } from 'vitest';
import { estimateText } from '../../../../src/plan/signed/estimate-text.ts';
import {
  BASES,
  estimateRepayment,
  type Repayment,
  SHARES,
} from '../../../../src/plan/signed/repayment.ts';
import { WORDS } from './content.ts';

const tell = (changes: Partial<Repayment> = {}) =>
  estimateText(
    estimateRepayment({
      gross: 2_000_000,
      net: 1_360_050,
      base: 'gross',
      share: 'rata',
      served: { kind: 'some', worked: 6, of: 24 },
      ...changes,
    }),
    WORDS.estimate.result,
  );

describe('estimateText', () => {
  it('writes a sum, a range, and nothing', () => {
    expect(tell().plain).toBe('By the clause, about 15,000 goes back');
    expect(tell({ base: 'unsaid', share: 'full' }).plain).toBe(
      'By the clause, between 13,600.50 and 20,000 goes back',
    );
    const served = { kind: 'some' as const, worked: 24, of: 24 };
    expect(tell({ served }).plain).toBe('By the clause, nothing goes back');
    const marked = tell({ base: 'unsaid', share: 'full' }).sum;
    expect(marked).toContainEqual({ as: 'mark', text: '13,600.50 and 20,000' });
  });

  it('says what it rests on, and what it leaves out', () => {
    const { assumptions } = tell();
    expect(assumptions).toContain('The clause counts the gross sum. We read it as 20,000.');
    expect(assumptions.join(' ')).toContain('6 of 24 months, so 18 of 24 parts');
    expect(assumptions.at(-1)).toMatch(/No interest, no fee/);
  });

  it.each(BASES.flatMap((base) => SHARES.map((share) => ({ base, share }))))(
    'leaves no blank unfilled for %j',
    (clause) => {
      for (const served of [
        { kind: 'none' as const },
        { kind: 'some' as const, worked: 3, of: 12 },
      ]) {
        const { plain, assumptions } = tell({ ...clause, served });
        expect([plain, ...assumptions].join(' ')).not.toMatch(/[{}]/);
      }
    },
  );
});
