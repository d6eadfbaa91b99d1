import { axisEnd } from './axis.ts';

/** A value at its time, `YYYY` or `YYYY-MM`. */
export interface Timed {
  readonly when: string;
  readonly value: number;
}

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

/**
 * The frame of every series: as wide as the text on a phone of 390 px, so that a unit is a pixel there.
 * On one of 320 px it is drawn at four fifths, and the letters are still 12 px high.
 */
export const FRAME: Frame = {
  width: 340,
  height: 230,
  margin: { top: 34, right: 22, bottom: 30, left: 22 },
};

/** A point on its drawing, in whole SVG user units. `below`: its value is written under it. */
export type Placed<Point> = Point & {
  readonly x: number;
  readonly y: number;
  readonly below: boolean;
};

/** A series on its drawing. */
export interface Plot<Point> {
  readonly points: readonly Placed<Point>[];
  readonly years: readonly { x: number; label: string }[];
}

/** A value needs this many user units of width; nearer neighbors write on the other side. */
const LABEL_WIDTH = 36;

/** Years since the year 0 at the middle of a month, or of a year given alone. */
function yearsOf(when: string): number {
  const [year = 0, month] = when.split('-').map(Number);
  return year + (month === undefined ? 0.5 : (month - 0.5) / 12);
}

/** Places a series: time to the right on a true scale, values up from 0 to `axisEnd`. */
export function plot<Point extends Timed>(
  series: readonly Point[],
  frame: Frame = FRAME,
): Plot<Point> {
  const { width, height, margin } = frame;
  const times = series.map((point) => yearsOf(point.when));
  const first = Math.min(...times);
  const span = Math.max(...times) - first || 1;
  const across = (time: number) =>
    Math.round(margin.left + ((time - first) / span) * (width - margin.left - margin.right));
  const end = axisEnd(series.map((point) => point.value));
  const up = (value: number) =>
    Math.round(height - margin.bottom - (value / end) * (height - margin.top - margin.bottom));

  const points: Placed<Point>[] = [];
  for (const point of series) {
    const x = across(yearsOf(point.when));
    const before = points.at(-1);
    const below = before !== undefined && !before.below && x - before.x < LABEL_WIDTH;
    points.push({ ...point, x, y: up(point.value), below });
  }
  const firstYear = Math.ceil(first);
  const everyYear = Math.ceil(LABEL_WIDTH / (across(first + 1) - across(first)));
  const years = Array.from({ length: Math.floor(first + span) - firstYear + 1 }, (_, index) => ({
    x: across(firstYear + index),
    label: String(firstYear + index),
  })).filter((_, index) => index % everyYear === 0);
  return { points, years };
}
