import { axisEnd } from './axis.ts';

/**
 * The width of each bar, in percent of a scale from 0 to `axisEnd` that all `groups` share, by value, in
 * the order given.
 */
export function barWidths(
  groups: readonly (readonly { readonly value: number }[])[],
): readonly (readonly number[])[] {
  const end = axisEnd(groups.flat().map(({ value }) => value));
  return groups.map((bars) => bars.map(({ value }) => (value / end) * 100));
}
