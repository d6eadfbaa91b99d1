import type { ChartData } from './schema.ts';

/** Size of a drawing and the room around its plot, in SVG user units. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

/** A series on its drawing, in whole SVG user units. `below`: its value is written under the point. */
export interface Plot {
  readonly points: readonly { x: number; y: number; value: number; below: boolean }[];
  readonly years: readonly { x: number; label: string }[];
}

/** A value needs this many user units of width; nearer neighbors write on the other side. */
const LABEL_WIDTH = 36;

/** Years since the year 0 at the middle of a month, or of a year given alone. */
function yearsOf(when: string): number {
  const [year = 0, month] = when.split('-').map(Number);
  return year + (month === undefined ? 0.5 : (month - 0.5) / 12);
}

/** The round number at or above the largest value: where the value axis ends (from 0). */
export function axisEnd(values: readonly number[]): number {
  const largest = Math.max(...values);
  const step = 10 ** Math.floor(Math.log10(Math.max(largest, 1)));
  return Math.max(step, Math.ceil(largest / step) * step);
}

/** Places a series: time to the right on a true scale, values up from 0 to `axisEnd`. */
export function plot(series: ChartData['points'], frame: Frame): Plot {
  const { width, height, margin } = frame;
  const times = series.map((point) => yearsOf(point.when));
  const first = Math.min(...times);
  const span = Math.max(...times) - first || 1;
  const across = (time: number) =>
    Math.round(margin.left + ((time - first) / span) * (width - margin.left - margin.right));
  const end = axisEnd(series.map((point) => point.value));
  const up = (value: number) =>
    Math.round(height - margin.bottom - (value / end) * (height - margin.top - margin.bottom));

  const points: { x: number; y: number; value: number; below: boolean }[] = [];
  for (const { when, value } of series) {
    const x = across(yearsOf(when));
    const before = points.at(-1);
    const below = before !== undefined && !before.below && x - before.x < LABEL_WIDTH;
    points.push({ x, y: up(value), value, below });
  }
  const firstYear = Math.ceil(first);
  const everyYear = Math.ceil(LABEL_WIDTH / (across(first + 1) - across(first)));
  const years = Array.from({ length: Math.floor(first + span) - firstYear + 1 }, (_, index) => ({
    x: across(firstYear + index),
    label: String(firstYear + index),
  })).filter((_, index) => index % everyYear === 0);
  return { points, years };
}
