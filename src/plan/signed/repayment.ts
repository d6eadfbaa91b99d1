/** Which sum the clause counts. */
export const BASES = ['gross', 'net', 'unsaid'] as const;
export type Base = (typeof BASES)[number];

/** How much of it goes back: all, or the share of the months that were not worked. */
export const SHARES = ['full', 'rata', 'unsaid'] as const;
export type Share = (typeof SHARES)[number];

/** What a repayment clause says, and what was paid. Sums are hundredths. */
export interface Repayment {
  readonly gross: number;
  /** What reached the account, if the reader said; never above `gross`, and there for base `net`. */
  readonly net: number | undefined;
  readonly base: Base;
  readonly share: Share;
  /** Whole months: none for a job never started, else `worked` (from 1) of the clause's `of`. */
  readonly served:
    | { readonly kind: 'none' }
    | { readonly kind: 'some'; readonly worked: number; readonly of: number };
}

/** A sentence that says what the figure takes for granted: its key in the words, and its blanks. */
export interface Assumption {
  readonly key: AssumptionKey;
  /** Sums are hundredths; `worked`, `of` and `left` are months. */
  readonly sums: Readonly<Record<string, number>>;
  readonly months: Readonly<Record<string, number>>;
}

export const ASSUMPTIONS = [
  'gross',
  'net',
  'bothSums',
  'netUnknown',
  'never',
  'full',
  'rata',
  'bothShares',
  'ended',
  'difference',
] as const;
export type AssumptionKey = (typeof ASSUMPTIONS)[number];

/** What would go back, in hundredths, and what that rests on. */
export type Estimate = { readonly assumptions: readonly Assumption[] } & (
  | { readonly kind: 'nothing' }
  | { readonly kind: 'sum'; readonly sum: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
);

/**
 * What a clause would have a person return. In full: the sum, until the months are over. Pro rata:
 * sum * (of - worked) / of, rounded to the hundredth. Where the clause does not say which sum or
 * which share, both ends. No interest, no tax, no limit set by law.
 */
export function estimateRepayment(repayment: Repayment): Estimate {
  const { gross, net, base, share, served } = repayment;
  const bases = { gross: [gross], net: [net ?? gross], unsaid: [net ?? gross, gross] }[base];
  const shares = share === 'unsaid' ? (['rata', 'full'] as const) : [share];
  const back = bases.flatMap((sum) => shares.map((of) => shareOf(sum, of, served)));
  const [low, high] = [Math.min(...back), Math.max(...back)];
  const assumptions = assumptionsOf(repayment, high);
  if (high === 0) return { kind: 'nothing', assumptions };
  if (low === high) return { kind: 'sum', sum: high, assumptions };
  return { kind: 'range', low, high, assumptions };
}

function shareOf(sum: number, share: 'full' | 'rata', served: Repayment['served']): number {
  if (served.kind === 'none') return sum;
  const left = Math.max(0, served.of - served.worked);
  if (left === 0) return 0;
  return share === 'full' ? sum : Math.round((sum * left) / served.of);
}

function assumptionsOf(repayment: Repayment, high: number): readonly Assumption[] {
  const { gross, net, base } = repayment;
  // What never reached the account, as far as it would have to go back.
  const withheld = net === undefined || base === 'net' ? 0 : gross - net;
  const difference = Math.round((withheld * high) / gross);
  return [
    sumCounted(repayment),
    timeCounted(repayment),
    ...(difference > 0 ? [assumption('difference', { difference })] : []),
  ];
}

function sumCounted({ gross, net, base }: Repayment): Assumption {
  if (base === 'net') return assumption('net', { net: net ?? gross });
  if (base === 'gross') return assumption('gross', { gross });
  return net === undefined
    ? assumption('netUnknown', { gross })
    : assumption('bothSums', { gross, net });
}

function timeCounted({ share, served }: Repayment): Assumption {
  if (served.kind === 'none') return assumption('never');
  const { worked, of } = served;
  const key = { full: 'full', rata: 'rata', unsaid: 'bothShares' } as const;
  return assumption(worked < of ? key[share] : 'ended', {}, { worked, of, left: of - worked });
}

function assumption(
  key: AssumptionKey,
  sums: Assumption['sums'] = {},
  months: Assumption['months'] = {},
): Assumption {
  return { key, sums, months };
}
