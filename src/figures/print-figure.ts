import type { Figure } from './schema.ts';

/** Keeps a number and its unit on one line. */
const NO_BREAK = '\u00A0';

/** The signs that stand right before a sum, as the American way of writing it has it. */
const SIGN = /^[A-Z]{0,3}\p{Sc}$/u;

/** A currency in letters, such as CHF, which stands before its sum with a gap. */
const LETTERS = /^[A-Z]{2,3}$/;

/** A word for one of what is counted, which takes an s for more. */
const WORD = /^\p{Ll}+s$/u;

/** Whether something can be printed with `unit`. */
export function isUnit(unit: string): boolean {
  return unit === '%' || [SIGN, LETTERS, WORD].some((form) => form.test(unit)) || unit === 'yen';
}

/** A number and its unit as texts print them: 28%, $35,164, CHF 500, 14 days. */
export function printFigure({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(value);
  if (unit === '%') return number + unit;
  if (SIGN.test(unit)) return unit + number;
  if (LETTERS.test(unit)) return unit + NO_BREAK + number;
  return number + NO_BREAK + (value === 1 ? unit.replace(/s$/, '') : unit);
}
