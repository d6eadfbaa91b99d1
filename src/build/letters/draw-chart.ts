import satori from 'satori';
import sharp from 'sharp';
import { barWidths } from '../../charts/bars.ts';
import type { DrawnChart, DrawnOf } from '../../charts/drawn.ts';
import { FRAME, plot } from '../../charts/series.ts';
import { LETTER_WIDTH } from '../../newsletter/letters/letter-width.ts';
import {
  type Box,
  box,
  drawn,
  fontOf,
  type Image,
  inOneStyle,
  type Style,
} from '../drawn-words.ts';
import type { CutName } from '../font-cuts.ts';
import { LIGHT } from './mail-look.ts';

/** What drawings of one site share: its color as `#rrggbb`, its cuts, and where faces are kept. */
export interface Pen {
  readonly accent: string;
  /** Paths of the cuts in sfnt format. */
  readonly fonts: Readonly<Record<CutName, string>>;
  /** The folder for faces of letters that the cuts lack. */
  readonly faces: string;
}

/** Pixels for each CSS pixel. */
const SCALE = 2;
const WIDTH = LETTER_WIDTH * SCALE;
const PADDING = 20 * SCALE;
const ROOM = WIDTH - 2 * PADDING;
/** The height of letters, where a phone shows the picture at three fifths of its width: 14 px there. */
const SIZE = 23 * SCALE;

/**
 * The picture of a chart that draws figures, as PNG, twice as large as a letter shows it, on paper of its
 * own, so that it is read in the dark. Undefined for a chart of another kind.
 */
export async function drawChart(chart: DrawnChart, pen: Pen): Promise<Buffer | undefined> {
  const drawing =
    chart.kind === 'bars'
      ? await barsOf(chart, pen)
      : chart.kind === 'series'
        ? await seriesOf(chart, pen)
        : undefined;
  if (!drawing) return undefined;
  const whole = box(
    {
      width: WIDTH,
      boxSizing: 'border-box',
      flexDirection: 'column',
      padding: PADDING,
      background: LIGHT.paper,
      fontFamily: 'Label',
      fontSize: SIZE,
      color: LIGHT.ink,
    },
    drawing,
  );
  // Satori types its input as React elements; it reads only `type` and `props`.
  const element = whole as unknown as Parameters<typeof satori>[0];
  const svg = await satori(element, {
    width: WIDTH,
    fonts: [await fontOf('Label', 'label', pen.fonts)],
  });
  return sharp(Buffer.from(svg)).png({ palette: true, colors: 64 }).toBuffer();
}

/** Words in the cut of labels, or as a picture in a face that has their letters, at most `width` wide. */
function words(text: string, { faces }: Pen, width: number, style: Style = {}) {
  const room = { width: Math.floor(width), height: 4 * SIZE };
  const look = { size: SIZE, color: LIGHT.ink, below: 0, room };
  // Nothing of it breaks, and the cuts have no gap that does not.
  const plain = text.replaceAll('\u00A0', ' ');
  return drawn(inOneStyle(plain, { ...style, color: LIGHT.ink }), look, faces);
}

/** Each bar below its words. */
async function barsOf({ groups }: DrawnOf<'bars'>, pen: Pen): Promise<Box[]> {
  const widths = barWidths(groups.map(({ bars }) => bars));
  const rows = groups.map(async ({ label: group, bars }, index) => {
    const above = group ? [box({ marginBottom: SIZE / 2 }, await words(group, pen, ROOM))] : [];
    const each = bars.map(async ({ label, shown }, bar) => [
      box({ justifyContent: 'space-between', alignItems: 'flex-end' }, [
        box({ maxWidth: ROOM * 0.66 }, await words(label, pen, ROOM * 0.66)),
        box({ maxWidth: ROOM * 0.32 }, await words(shown, pen, ROOM * 0.32)),
      ]),
      box(
        {
          width: `${widths[index]?.[bar]}%`,
          height: SIZE * 0.6,
          margin: `${SIZE / 4}px 0 ${SIZE}px`,
          background: pen.accent,
        },
        '',
      ),
    ]);
    return [...above, ...(await Promise.all(each)).flat()];
  });
  return (await Promise.all(rows)).flat();
}

/** The line as one picture, with words where the drawing on the site has them. */
async function seriesOf({ points }: DrawnOf<'series'>, pen: Pen): Promise<(Box | Image)[]> {
  const scale = ROOM / FRAME.width;
  const { points: placed, years } = plot(points);
  const ground = FRAME.height - FRAME.margin.bottom;
  const line = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FRAME.width} ${FRAME.height}" width="${ROOM}" height="${FRAME.height * scale}" fill="none" stroke="${pen.accent}">
<path stroke="${LIGHT.soft}" d="M${FRAME.margin.left} ${ground}H${FRAME.width - FRAME.margin.right}"/>
<polyline stroke-width="2" points="${placed.map(({ x, y }) => `${x} ${y}`).join(' ')}"/>
${placed.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4.5" fill="${LIGHT.paper}" stroke-width="2.5"/>`).join('\n')}
</svg>`;
  const src = `data:image/svg+xml;base64,${Buffer.from(line).toString('base64')}`;
  const size = { width: ROOM, height: FRAME.height * scale };
  const wide = 80;
  const at = async (x: number, y: number, text: string) =>
    box(
      {
        position: 'absolute',
        left: (x - wide / 2) * scale,
        top: y * scale - SIZE,
        width: wide * scale,
        justifyContent: 'center',
      },
      await words(text, pen, wide * scale),
    );
  const labels = [
    ...years.map(({ x, label }) => at(x, ground + 20, label)),
    ...placed.map(({ x, y, shown, below }) => at(x, below ? y + 22 : y - 12, shown)),
  ];
  return [
    box({ ...size, position: 'relative' }, [
      { type: 'img', props: { src, ...size, style: {} } },
      ...(await Promise.all(labels)),
    ]),
  ];
}
