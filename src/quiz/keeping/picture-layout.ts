import { type Six, six, TYPES } from '../engine/types.ts';
import { FRAME, labelOf, type Point, place } from '../hexagon/hexagon.ts';

/** Width and height of the picture, and the margin within, in pixels. */
export const SIZE = 1200;
export const MARGIN = 90;

/** The light colors of site.css, whatever the screen's: a picture may be printed. */
export const PAPER = '#fff';
const INK = '#14181f';
const SOFT = '#474f5d';
const RULE = '#d5dae3';

/** What the picture shows. */
export interface PictureContent {
  /** Scores from 1 to 5. */
  readonly profile: Six<number>;
  /** The names of the types. */
  readonly names: Six<string>;
  readonly headline: string;
  /** When and where it was made. */
  readonly made: string;
}

/** Families as CSS lists them, stand-ins included, and the site's colors as `#rrggbb`. */
export interface PictureLook {
  readonly headline: string;
  readonly label: string;
  readonly accent: string;
  readonly wash: string;
}

/** A line of text; `font` as CSS writes it, `y` its base line. */
export interface TextMark extends Point {
  readonly text: string;
  readonly font: string;
  readonly color: string;
  readonly align: 'left' | 'center' | 'right';
}

/** A line through points, closed where it has a filling or goes around. */
interface LineMark {
  readonly points: readonly Point[];
  readonly color: string;
  readonly width: number;
  readonly fill?: string;
}

/** All that is drawn, lines first. */
export interface PictureLayout {
  readonly lines: readonly LineMark[];
  readonly texts: readonly TextMark[];
}

/** The width of `text` in `font`, in pixels. */
export type Measure = (text: string, font: string) => number;

/** The fonts that a picture needs. */
export const pictureFonts = ({ headline, label }: Pick<PictureLook, 'headline' | 'label'>) => ({
  headline: `500 76px ${headline}`,
  label: `600 36px ${label}`,
  made: `400 28px ${label}`,
});

/** Where everything stands: headline, hexagon in the room between, and who made it at the foot. */
export function layOutPicture(
  { profile, names, headline, made }: PictureContent,
  look: PictureLook,
  measure: Measure,
): PictureLayout {
  const fonts = pictureFonts(look);
  const linesOf = (text: string, font: string) =>
    evenLines(text, SIZE - 2 * MARGIN, (line) => measure(line, font));
  const title = linesOf(headline, fonts.headline).map((text, index) => ({
    text,
    x: MARGIN,
    y: MARGIN + 62 + 84 * index,
    font: fonts.headline,
    color: INK,
    align: 'left' as const,
  }));
  const foot = linesOf(made, fonts.made).map((text, index, { length }) => ({
    text,
    x: MARGIN,
    y: SIZE - MARGIN - 40 * (length - 1 - index),
    font: fonts.made,
    color: SOFT,
    align: 'left' as const,
  }));
  const top = (title.at(-1)?.y ?? MARGIN) + 50;
  const room = (foot[0]?.y ?? SIZE - MARGIN) - 60 - top;
  const scale = Math.min(room / FRAME.height, (SIZE - 2 * MARGIN) / FRAME.width);
  const at = ({ x, y }: Point): Point => ({
    x: SIZE / 2 + (x - FRAME.width / 2) * scale,
    y: top + room / 2 + (y - FRAME.height / 2) * scale,
  });
  const around = (scores: Six<number>) => six((type) => at(place(type, scores[type])));
  const grid = { color: RULE, width: 3 };
  return {
    lines: [
      ...TYPES.map((type) => ({ ...grid, points: [at(place(type, 1)), at(place(type, 5))] })),
      ...[3, 5].map((score) => ({ ...grid, points: around(six(() => score)) })),
      { color: look.accent, width: 7, fill: `${look.wash}cc`, points: around(profile) },
    ],
    texts: [
      ...title,
      ...TYPES.map((type): TextMark => {
        const { anchor, ...point } = labelOf(type);
        const align = ({ start: 'left', middle: 'center', end: 'right' } as const)[anchor];
        return { ...at(point), text: names[type], font: fonts.label, color: INK, align };
      }),
      ...foot,
    ],
  };
}

/**
 * `text` in as few lines of at most `width` as it takes, as even as they get. A word that is wider
 * than that has a line of its own.
 */
export function evenLines(
  text: string,
  width: number,
  measure: (line: string) => number,
): readonly string[] {
  let lines = fullLines(text, width, measure);
  for (let narrower = width - 10; narrower > 0; narrower -= 10) {
    const next = fullLines(text, narrower, measure);
    if (next.length > lines.length || next.some((line) => measure(line) > narrower)) break;
    lines = next;
  }
  return lines;
}

function fullLines(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
