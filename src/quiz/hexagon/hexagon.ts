import { type Six, six, type Type } from '../engine/types.ts';

/** The drawing's measures, in units of its view box. */
export const FRAME = { width: 360, height: 312, radius: 110 } as const;

/** Scores at the middle and at the corners: those of the answers. */
const RANGE = { least: 1, most: 5 } as const;

/** A place in the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Where a score of `type`, from 1 to 5, stands: on the line from the middle to the type's corner,
 * as Holland (1997) arranges them, Realistic at the top and on clockwise. Scores beyond are drawn
 * at the end that they pass.
 */
export function place(type: Type, score: number): Point {
  const { least, most } = RANGE;
  const share = (Math.min(most, Math.max(least, score)) - least) / (most - least);
  const angle = (type * Math.PI) / 3;
  return {
    x: FRAME.width / 2 + FRAME.radius * share * Math.sin(angle),
    y: FRAME.height / 2 - FRAME.radius * share * Math.cos(angle),
  };
}

/** The outline of a profile, as SVG's `points` has it, in tenths. */
export function outline(profile: Six<number>): string {
  return six((type) => place(type, profile[type]))
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ');
}

/** Where the name of `type` stands, and which end of it stands there. */
export function labelOf(type: Type): Point & { readonly anchor: 'start' | 'middle' | 'end' } {
  const corner = place(type, RANGE.most);
  if (type === 0) return { x: corner.x, y: corner.y - 12, anchor: 'middle' };
  if (type === 3) return { x: corner.x, y: corner.y + 24, anchor: 'middle' };
  const [right, upper] = [type < 3, type === 1 || type === 5];
  return {
    x: corner.x + (right ? -8 : 8),
    y: corner.y + (upper ? -12 : 22),
    anchor: right ? 'start' : 'end',
  };
}

/**
 * `profile` with the mean and the standard deviation of `like`, so that two shapes can be drawn on
 * each other whatever their scales. Pearson's correlation with any profile stays what it was.
 */
export function atSizeOf(profile: Six<number>, like: Six<number>): Six<number> {
  const [own, wanted] = [spread(profile), spread(like)];
  const factor = own.deviation > 1e-9 ? wanted.deviation / own.deviation : 0;
  return six((type) => wanted.mean + (profile[type] - own.mean) * factor);
}

function spread(profile: Six<number>): { mean: number; deviation: number } {
  const mean = profile.reduce((sum, score) => sum + score, 0) / profile.length;
  const square = profile.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(square / profile.length) };
}
