import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASSUMPTIONS,
  BASES,
  type Estimate,
  estimateRepayment,
  type Repayment,
  SHARES,
} from '../../../../src/plan/signed/repayment.ts';

const some = (worked: number, of: number) => ({ kind: 'some' as const, worked, of });
const twentyThousand: Repayment = {
  gross: 2_000_000,
  net: 1_360_000,
  base: 'gross',
  share: 'full',
  served: { kind: 'none' },
};
const estimate = (changes: Partial<Repayment> = {}) =>
  estimateRepayment({ ...twentyThousand, ...changes });
const keysOf = ({ assumptions }: Estimate) => assumptions.map(({ key }) => key);

/** The two ends of an estimate, in hundredths. */
function endsOf(result: Estimate): readonly [low: number, high: number] {
  if (result.kind === 'nothing') return [0, 0];
  return result.kind === 'sum' ? [result.sum, result.sum] : [result.low, result.high];
}

const anyRepayment: fc.Arbitrary<Repayment> = fc
  .record({
    gross: fc.integer({ min: 1, max: 100_000_000_000 }),
    kept: fc.option(fc.integer({ min: 1, max: 100 })),
    base: fc.constantFrom(...BASES),
    share: fc.constantFrom(...SHARES),
    of: fc.integer({ min: 1, max: 120 }),
    part: fc.integer({ min: 0, max: 120 }),
  })
  .map(({ gross, kept, base, share, of, part }) => ({
    gross,
    net:
      kept === null && base !== 'net'
        ? undefined
        : Math.max(1, Math.floor((gross * (kept ?? 100)) / 100)),
    base,
    share,
    served: part === 0 ? { kind: 'none' } : some(Math.min(part, of), of),
  }));

describe('estimateRepayment', () => {
  it('has the whole sum go back for a job never started, pro rata or not', () => {
    for (const share of SHARES) {
      expect(estimate({ share })).toMatchObject({ kind: 'sum', sum: 2_000_000 });
    }
    expect(keysOf(estimate())).toEqual(['gross', 'never', 'difference']);
  });

  it('takes off a share for each month worked, where the clause does', () => {
    const result = estimate({ share: 'rata', served: some(6, 24) });
    expect(result).toMatchObject({ kind: 'sum', sum: 1_500_000 });
    expect(result.assumptions[1]).toEqual({
      key: 'rata',
      sums: {},
      months: { worked: 6, of: 24, left: 18 },
    });
    expect(estimate({ share: 'full', served: some(6, 24) })).toMatchObject({ sum: 2_000_000 });
  });

  it('rounds to the hundredth', () => {
    const third = { gross: 100_00, net: undefined, share: 'rata' as const, served: some(1, 3) };
    expect(estimate(third)).toMatchObject({ kind: 'sum', sum: 66_67 });
  });

  it('counts what reached the account, where the clause does', () => {
    const result = estimate({ base: 'net' });
    expect(result).toMatchObject({ kind: 'sum', sum: 1_360_000 });
    expect(keysOf(result)).toEqual(['net', 'never']);
  });

  it('shows both ends where the clause is silent', () => {
    const silent = estimate({ base: 'unsaid', share: 'unsaid', served: some(12, 24) });
    expect(silent).toMatchObject({ kind: 'range', low: 680_000, high: 2_000_000 });
    expect(keysOf(silent)).toEqual(['bothSums', 'bothShares', 'difference']);
    const unknown = estimate({ base: 'unsaid', net: undefined });
    expect(unknown).toMatchObject({ kind: 'sum', sum: 2_000_000 });
    expect(keysOf(unknown)).toEqual(['netUnknown', 'never']);
  });

  it('tells how much of the figure never reached the reader', () => {
    const half = estimate({ share: 'rata', served: some(12, 24) });
    expect(half.assumptions.at(-1)).toEqual({
      key: 'difference',
      sums: { difference: 320_000 },
      months: {},
    });
  });

  it('has nothing go back when the months are over', () => {
    for (const share of SHARES) {
      const over = estimate({ share, served: some(24, 24) });
      expect(over.kind).toBe('nothing');
      expect(keysOf(over)).toEqual(['gross', 'ended']);
    }
  });

  it('stays between nothing and the gross sum, with its ends in order', () => {
    fc.assert(
      fc.property(anyRepayment, (repayment) => {
        const result = estimateRepayment(repayment);
        const [low, high] = endsOf(result);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(repayment.gross);
        expect(low).toBeLessThanOrEqual(high);
        if (result.kind === 'range') expect(low).toBeLessThan(high);
        for (const key of keysOf(result)) expect(ASSUMPTIONS).toContain(key);
      }),
    );
  });

  it('never grows by another month worked', () => {
    fc.assert(
      fc.property(anyRepayment, (repayment) => {
        const { served } = repayment;
        fc.pre(served.kind === 'none' || served.worked < served.of);
        const more = served.kind === 'none' ? some(1, 24) : some(served.worked + 1, served.of);
        const before = endsOf(estimateRepayment(repayment));
        const after = endsOf(estimateRepayment({ ...repayment, served: more }));
        expect(after[0]).toBeLessThanOrEqual(before[0]);
        expect(after[1]).toBeLessThanOrEqual(before[1]);
      }),
    );
  });

  it('never asks for more pro rata than in full, nor of the net than of the gross sum', () => {
    fc.assert(
      fc.property(anyRepayment, (repayment) => {
        const end = (changes: Partial<Repayment>) =>
          endsOf(estimateRepayment({ ...repayment, ...changes }))[1];
        expect(end({ share: 'rata' })).toBeLessThanOrEqual(end({ share: 'full' }));
        expect(end({ base: 'net' })).toBeLessThanOrEqual(end({ base: 'gross' }));
      }),
    );
  });

  it('has the silent clause reach from the kindest reading to the hardest', () => {
    fc.assert(
      fc.property(anyRepayment, (repayment) => {
        const silent = { ...repayment, base: 'unsaid', share: 'unsaid' } as const;
        const [low, high] = endsOf(estimateRepayment(silent));
        const [kind] = endsOf(estimateRepayment({ ...repayment, base: 'net', share: 'rata' }));
        const [, hard] = endsOf(estimateRepayment({ ...repayment, base: 'gross', share: 'full' }));
        expect([low, high]).toEqual([kind, hard]);
      }),
    );
  });
});
