import type { Six } from '../engine/types.ts';

/** How well an occupation fits a person. */
export type Fit = 'best' | 'great' | 'none';

/**
 * Least correlations for a fit: one-tailed p = .05 and .10 for six points. The O*NET Interest
 * Profiler links people to occupations by such correlations of profiles.
 */
const BEST_FROM = 0.73;
const GREAT_FROM = 0.61;

/** A profile whose scores differ by less than this is flat: only rounding tells them apart. */
const FLAT_BELOW = 1e-9;

/**
 * Pearson's correlation of two profiles, from -1 to 1: how alike their shapes are, whatever their
 * heights. Undefined where one of them is flat, because a flat profile has no shape.
 */
export function correlation(a: Six<number>, b: Six<number>): number | undefined {
  const fromMean = (profile: Six<number>) => {
    const mean = profile.reduce((total, score) => total + score, 0) / profile.length;
    return profile.map((score) => score - mean);
  };
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((total, value, index) => total + value * (y[index] ?? 0), 0);
  const [x, y] = [fromMean(a), fromMean(b)];
  if ([x, y].some((shape) => shape.every((value) => Math.abs(value) < FLAT_BELOW)))
    return undefined;
  const r = product(x, y) / Math.sqrt(product(x, x) * product(y, y));
  return Math.max(-1, Math.min(1, r));
}

/** The label of a correlation: best from .73, great from .61. */
export function fitOf(r: number | undefined): Fit {
  if (r === undefined || r < GREAT_FROM) return 'none';
  return r < BEST_FROM ? 'great' : 'best';
}

/**
 * The share of occupations whose correlation with a shape drawn at random is at least `r`: the tail of
 * Pearson's r for six unrelated points, whose density is 3/4 (1 - r²) (Student, 1908).
 */
function tailByChance(r: number): number {
  return 1 / 2 - (3 / 4) * r + r ** 3 / 4;
}

/**
 * With how many of so many `occupations` a shape drawn at random would be a best fit on average, and
 * with how many at least a great one, in whole numbers. Random means: six independent draws from one
 * normal distribution, so that no direction from the mean is likelier than another.
 */
export function fitsByChance(occupations: number): {
  readonly occupations: number;
  readonly best: number;
  readonly great: number;
} {
  const from = (r: number) => Math.round(occupations * tailByChance(r));
  return { occupations, best: from(BEST_FROM), great: from(GREAT_FROM) };
}

/** An occupation with how well it fits. */
export interface Match<Occupation> {
  readonly occupation: Occupation;
  readonly r: number;
  readonly fit: Exclude<Fit, 'none'>;
}

/**
 * The occupations that fit `profile`, from the highest correlation down; equals keep their order.
 * A flat profile fits none.
 */
export function matchOccupations<Occupation extends { readonly interests: Six<number> }>(
  profile: Six<number>,
  occupations: readonly Occupation[],
): readonly Match<Occupation>[] {
  return occupations
    .flatMap((occupation) => {
      const r = correlation(profile, occupation.interests);
      const fit = fitOf(r);
      return r === undefined || fit === 'none' ? [] : [{ occupation, r, fit }];
    })
    .sort((a, b) => b.r - a.r);
}
