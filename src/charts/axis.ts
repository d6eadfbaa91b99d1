/** The round number at or above the largest value: where the value axis ends (from 0). */
export function axisEnd(values: readonly number[]): number {
  const largest = Math.max(...values);
  const step = 10 ** Math.floor(Math.log10(Math.max(largest, 1)));
  return Math.max(step, Math.ceil(largest / step) * step);
}
