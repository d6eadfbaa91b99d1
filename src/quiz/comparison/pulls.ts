import { type Six, TYPES, type Type } from '../engine/types.ts';

/** How an occupation and a person differ in one type. */
export interface Pull {
  readonly type: Type;
  /**
   * The occupation's standing in the type less the person's, each in standard deviations of its own
   * profile. Positive: the job asks for more of it than the person likes.
   */
  readonly difference: number;
}

/** Standings of a profile around its own mean, in its own standard deviations; 0 where it is flat. */
function standings(profile: Six<number>): readonly number[] {
  const mean = profile.reduce((total, score) => total + score, 0) / profile.length;
  const square = profile.reduce((total, score) => total + (score - mean) ** 2, 0);
  const deviation = Math.sqrt(square / profile.length);
  return profile.map((score) => (deviation > 1e-9 ? (score - mean) / deviation : 0));
}

/**
 * Where a job pulls against a person, from the greatest difference to the smallest, more of a type
 * and less of it alike. These standings are what Pearson's correlation multiplies, so the
 * differences are what keeps it from 1.
 */
export function pulls(person: Six<number>, occupation: Six<number>): readonly Pull[] {
  const [own, asked] = [standings(person), standings(occupation)];
  return TYPES.map((type) => ({ type, difference: (asked[type] ?? 0) - (own[type] ?? 0) })).sort(
    (a, b) => Math.abs(b.difference) - Math.abs(a.difference),
  );
}
