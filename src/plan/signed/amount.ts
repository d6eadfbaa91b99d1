/** The largest sum taken, in whole units: a billion, which leaves room for every currency. */
export const AMOUNT_MAX = 1_000_000_000;

/** A sum as it was typed: hundredths, or what is wrong with it. */
export type TypedAmount =
  | { readonly kind: 'amount'; readonly cents: number }
  | { readonly kind: 'letters' | 'negative' | 'unclear' | 'zero' | 'big' };

/** "$", "CA$", "CHF", "Rs.", before the sum or after it. */
const CURRENCY = String.raw`(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}|Rs\.?|Fr\.?)`;
const BEFORE = new RegExp(`^${CURRENCY}\\s*`, 'u');
/** A currency, or the Swiss way to write that there are no decimals: "20'000.-". */
const AFTER = new RegExp(`\\s*${CURRENCY}$|\\.[-–]+$`, 'u');
const NEGATIVE = /^[-−–(]/;
const DECIMALS = /^(.*?)(?:([.,])(\d{1,2}))?$/;
const PLAIN = /^\d+$/;
const GROUPED = /^[1-9]\d{0,2}([.,' ])\d{3}(?:\1\d{3})*$/;
/** In India, groups of two stand before the last three. */
const GROUPED_IN_LAKHS = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;

/**
 * A sum as people type it: "20,000", "20000", "$20,000", "20 000", "CHF 20'000", "2,00,000",
 * "13.600,50" and "13,600.50". Money has at most two decimals, so the last comma or point stands
 * before decimals where one or two digits follow it, and parts thousands where three do. Anything
 * that this does not settle, such as "13.600.50", is unclear rather than guessed.
 */
export function readAmount(text: string): TypedAmount {
  const written = text.trim().replace(/\s+/g, ' ').replace(/’/g, "'").replace(BEFORE, '');
  if (NEGATIVE.test(text.trim()) || NEGATIVE.test(written)) return { kind: 'negative' };
  const digits = written.replace(AFTER, '');
  if (!/\d/.test(digits) || !/^[\d.,' ]+$/.test(digits)) return { kind: 'letters' };
  const [, whole = '', mark, decimals = ''] = DECIMALS.exec(digits) ?? [];
  if (!PLAIN.test(whole)) {
    const group = GROUPED.exec(whole)?.[1] ?? (GROUPED_IN_LAKHS.test(whole) ? ',' : mark);
    if (group === mark) return { kind: 'unclear' };
  }
  const cents = Number(whole.replace(/\D/g, '')) * 100 + Number(decimals.padEnd(2, '0'));
  if (cents === 0) return { kind: 'zero' };
  return cents > AMOUNT_MAX * 100 ? { kind: 'big' } : { kind: 'amount', cents };
}
