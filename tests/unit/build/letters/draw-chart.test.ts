import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cutFonts } from '../../../../src/build/font-cuts.ts';
import { drawChart } from '../../../../src/build/letters/draw-chart.ts';
import type { DrawnChart } from '../../../../src/charts/drawn.ts';
import { chartPictureWords } from '../../../../src/charts/picture.ts';

const CACHE = 'node_modules/.astro';

const told = { title: 'Most stay', description: 'Of all who were asked.' };
const figure = (label: string, value: number, shown: string) => ({
  ...{ label, value, shown, figure: label, source: 'a' },
});

/** `first`: the words of the first bar. */
const bars = (first: string): DrawnChart => ({
  ...told,
  kind: 'bars',
  groups: [
    { label: 'In one country', bars: [figure(first, 80, 'about 80\u00A0days')] },
    { label: 'In another one', bars: [figure('Left', 7, '7\u00A0days')] },
  ],
});

const SERIES: DrawnChart = {
  ...told,
  kind: 'series',
  points: [2019, 2021, 2022].map((year) => ({
    ...figure(String(year), year - 2000, `${year - 2000}%`),
    when: String(year),
  })),
};

async function draw(chart: DrawnChart) {
  const cuts = { content: 'content', source: 'src', cache: `${CACHE}/fonts` };
  const png = await drawChart(chart, {
    accent: '#1f4bd8',
    fonts: await cutFonts(cuts, 'sfnt'),
    faces: `${CACHE}/faces`,
  });
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const inked = (x: number) => {
    for (let y = 0; y < info.height; y++) if ((data[y * info.width + x] ?? 255) < 250) return true;
    return false;
  };
  const columns = Array.from({ length: info.width }, (_, x) => x).filter(inked);
  return { width: info.width, first: columns[0] ?? 0, last: columns.at(-1) ?? 0 };
}

describe('drawChart', () => {
  test.each([
    ['bars', bars('Stayed')],
    [
      'bars with words that are too long for a line',
      bars('Stayed where they were, with all that they had been promised, for a year or two'),
    ],
    ['bars with one word that is too long', bars('Rechtsschutzversicherungsgesellschaftenverein')],
    ['bars with words in another script', bars('من المقابلة الأولى إلى العرض')],
    ['a series', SERIES],
  ])('draws %s within its margins, as wide as a letter at two pixels a point', async (_, chart) => {
    const { width, first, last } = await draw(chart);
    expect(width).toBe(1104);
    expect(first).toBeGreaterThanOrEqual(38);
    expect(last).toBeLessThanOrEqual(1104 - 38);
    // Values stand at the far side.
    expect(last).toBeGreaterThan(900);
  });

  test('draws nothing of a chart without figures', async () => {
    const steps = [
      { title: 'a', text: 'b' },
      { title: 'c', text: 'd' },
    ];
    const pen = {
      accent: '#1f4bd8',
      fonts: await cutFonts({ content: 'content', source: 'src', cache: `${CACHE}/fonts` }, 'sfnt'),
      faces: CACHE,
    };
    expect(await drawChart({ ...told, kind: 'timeline', steps }, pen)).toBeUndefined();
  });
});

test('the words of a picture say each figure', () => {
  expect(chartPictureWords(bars('Stayed'))).toBe(
    'In one country: Stayed: about 80\u00A0days. In another one: Left: 7\u00A0days.',
  );
  expect(chartPictureWords(SERIES)).toBe('2019: 19%; 2021: 21%; 2022: 22%.');
});
