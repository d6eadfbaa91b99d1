import { type Six, six } from '../engine/types.ts';

/** An occupation as the quiz shows and matches it. */
export interface Occupation {
  /** Its O*NET-SOC code, such as 29-1141.00. */
  readonly code: string;
  readonly title: string;
  /** Preparation needed, from 1, little or none, to 5, extensive. */
  readonly zone: number;
  /** How much the work is of each type, from 1 to 7, in tenths. */
  readonly interests: Six<number>;
  /** What people in it do: the beginning of its description, cut off by "…" where it is longer. */
  readonly does: string;
}

/**
 * All occupations in columns, which compress to about half of what rows would take. Every column
 * has the same order. Strings hold one digit or one fixed piece for each occupation.
 */
export interface OccupationData {
  readonly titles: readonly string[];
  /** Eight digits for each: a code without its hyphen and point. */
  readonly codes: string;
  /** One digit for each. */
  readonly zones: string;
  /** For each type one digit in base 62 for each occupation: tenths above 1.0. */
  readonly interests: Six<string>;
  readonly does: readonly string[];
}

/** Digits in base 62, of which scores need 61. */
export const SCORE_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The occupations that `data` holds, in its order. */
export function readOccupations(data: OccupationData): readonly Occupation[] {
  return data.titles.map((title, index) => {
    const code = data.codes.slice(8 * index, 8 * index + 8);
    return {
      code: `${code.slice(0, 2)}-${code.slice(2, 6)}.${code.slice(6)}`,
      title,
      zone: Number(data.zones.charAt(index)),
      interests: six(
        (type) => (SCORE_DIGITS.indexOf(data.interests[type].charAt(index)) + 10) / 10,
      ),
      does: data.does[index] ?? '',
    };
  });
}
