import { type Six, six, TYPES, type Type } from '../engine/types.ts';
import { atSizeOf } from '../hexagon/hexagon.ts';

/** Where a type stands within a profile. */
export type Level = 'high' | 'middle' | 'low';

/**
 * From this many standard deviations off a profile's own mean a type is high or low: a third each
 * of a normal distribution. Tried on simulated people against all occupations, a poor fit then has
 * a mismatch in nearly every case, a weak one in four of five, and a best fit in one of ten.
 */
const THIRD = 0.43;

/** More would be a list to read rather than a thing to ask about. */
const MOST_MISMATCHES = 3;

/** A type in which a job and a person stand at opposite ends. */
export interface Mismatch {
  readonly type: Type;
  /** `asks`: high in the job and low in the person. `lacks`: the other way around. */
  readonly kind: 'asks' | 'lacks';
}

/** Distances of a profile from its own mean, in its own standard deviations; 0 where it is flat. */
function standings(profile: Six<number>): Six<number> {
  // A mean of 0 and a deviation of 1.
  return atSizeOf(profile, [1, -1, 1, -1, 1, -1]);
}

function level(standing: number): Level {
  if (standing >= THIRD) return 'high';
  return standing <= -THIRD ? 'low' : 'middle';
}

/** Where each type stands within `profile`, whatever its scale. */
export function levelsOf(profile: Six<number>): Six<Level> {
  const own = standings(profile);
  return six((type) => level(own[type]));
}

/**
 * Where a job and a person stand apart: at most three types that are high in one and low in the
 * other, the farthest apart first. These standings are what Pearson's correlation multiplies, so
 * those are the types that keep it down.
 */
export function mismatchesOf(person: Six<number>, job: Six<number>): readonly Mismatch[] {
  const [own, asked] = [standings(person), standings(job)];
  const apart = (type: Type) => Math.abs(asked[type] - own[type]);
  return TYPES.filter((type) => [level(own[type]), level(asked[type])].sort().join() === 'high,low')
    .sort((a, b) => apart(b) - apart(a))
    .slice(0, MOST_MISMATCHES)
    .map((type) => ({ type, kind: asked[type] > own[type] ? 'asks' : 'lacks' }));
}
