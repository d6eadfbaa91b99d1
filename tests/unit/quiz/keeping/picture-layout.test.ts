import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Six } from '../../../../src/quiz/engine/types.ts';
import {
  evenLines,
  layOutPicture,
  MARGIN,
  type PictureContent,
  SIZE,
  type TextMark,
} from '../../../../src/quiz/keeping/picture-layout.ts';

const NAMES: Six<string> = [
  'Realistic',
  'Investigative',
  'Artistic',
  'Social',
  'Enterprising',
  'Conventional',
];
const LOOK = { headline: 'Serif', label: 'Sans', accent: '#0a5b3f', wash: '#e9f1ee' };
const MADE = 'Made on November 23, 2026 from 12 questions at example.com/quiz/';

/** About as wide as the site's faces: a good half of the font's size for each character. */
const measure = (text: string, font: string) =>
  text.length * 0.52 * Number(/(\d+)px/.exec(font)?.[1]);

const aScore = fc.double({ min: 0, max: 6, noNaN: true });
const aHeadline = fc
  .subarray([...NAMES], { minLength: 2, maxLength: 3 })
  .map((names) => `${names.join(', and ')}, side by side`);
const aPicture: fc.Arbitrary<PictureContent> = fc.record({
  profile: fc.tuple(aScore, aScore, aScore, aScore, aScore, aScore),
  names: fc.constant(NAMES),
  headline: aHeadline,
  made: fc.constantFrom(MADE, MADE.replace('example.com', 'a-much-longer-name.example.org/below')),
});

const layOut = (picture: PictureContent) => layOutPicture(picture, LOOK, measure);

/** The left and the right end of a text. */
function ends({ text, font, x, align }: TextMark): readonly [number, number] {
  const width = measure(text, font);
  const left = { left: x, center: x - width / 2, right: x - width }[align];
  return [left, left + width];
}

describe('layOutPicture', () => {
  it('keeps everything on the paper, and every text within its margins', () => {
    fc.assert(
      fc.property(aPicture, (picture) => {
        const { lines, texts } = layOut(picture);
        for (const { x, y } of lines.flatMap(({ points }) => points)) {
          for (const measured of [x, y]) {
            expect(measured).toBeGreaterThan(MARGIN);
            expect(measured).toBeLessThan(SIZE - MARGIN);
          }
        }
        for (const text of texts) {
          const [left, right] = ends(text);
          expect(left).toBeGreaterThanOrEqual(MARGIN - 1);
          expect(right).toBeLessThanOrEqual(SIZE - MARGIN + 1);
          expect(text.y).toBeGreaterThan(MARGIN);
          expect(text.y).toBeLessThanOrEqual(SIZE - MARGIN);
        }
      }),
    );
  });

  it('says all of the headline, the names and when it was made, from top to bottom', () => {
    fc.assert(
      fc.property(aPicture, (picture) => {
        const { texts } = layOut(picture);
        const said = texts.map(({ text }) => text).join(' ');
        expect(said).toBe([picture.headline, ...NAMES, picture.made].join(' '));
        const heights = (of: string) =>
          texts.filter(({ text }) => of.includes(text)).map(({ y }) => y);
        const names = texts.filter(({ text }) => NAMES.includes(text)).map(({ y }) => y);
        const title = heights(picture.headline).filter((y) => !names.includes(y));
        expect(Math.max(...title)).toBeLessThan(Math.min(...names));
        expect(Math.max(...names)).toBeLessThan(Math.min(...heights(picture.made)));
      }),
    );
  });

  it('sets no text over another, and the names beside the hexagon away from its middle', () => {
    fc.assert(
      fc.property(aPicture, (picture) => {
        const { texts } = layOut(picture);
        const left = texts.filter(({ align }) => align === 'left').map(({ y }) => y);
        const names = texts.filter(({ text }) => NAMES.includes(text));
        const beside = new Set(names.map(({ y }) => y));
        const rows = left.filter((y) => !beside.has(y));
        expect(new Set(rows).size).toBe(rows.length);
        for (const name of names.filter(({ align }) => align !== 'center')) {
          const [start, end] = ends(name);
          expect(start > SIZE / 2 || end < SIZE / 2).toBe(true);
          expect(start > SIZE / 2).toBe(name.x > SIZE / 2);
          expect(name.align).toBe(name.x > SIZE / 2 ? 'left' : 'right');
        }
      }),
    );
  });

  it('draws the profile on the hexagon: highest at its corner, lowest in the middle', () => {
    const { lines } = layOut({ profile: [5, 1, 1, 1, 1, 1], names: NAMES, headline: '', made: '' });
    const [spoke] = lines;
    const [middle, corner] = spoke?.points ?? [];
    const shape = lines.at(-1)?.points;
    expect(shape?.[0]).toEqual(corner);
    for (const point of shape?.slice(1) ?? []) expect(point).toEqual(middle);
  });
});

describe('evenLines', () => {
  const letters = (text: string) => text.length;

  it('breaks between words, as evenly as they allow', () => {
    expect(evenLines('one two three four', 140, (text) => 10 * text.length)).toEqual([
      'one two',
      'three four',
    ]);
    expect(evenLines('one two three', 13, letters)).toEqual(['one two three']);
  });

  it('takes no more lines than needed, and none wider than allowed but for a single word', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme-ascii' }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 60 }), (given, width) => {
        const text = given.map((word) => word.replaceAll(' ', '-')).join(' ');
        const lines = evenLines(text, width, letters);
        expect(lines.join(' ')).toBe(text);
        for (const line of lines) {
          if (line.includes(' ')) expect(line.length).toBeLessThanOrEqual(width);
        }
        // Filling each line up takes the fewest.
        let fewest = 1;
        let filled = -1;
        for (const { length } of text.split(' ')) {
          const fits = filled < 0 || filled + 1 + length <= width;
          filled = fits ? filled + 1 + length : length;
          if (!fits) fewest += 1;
        }
        expect(lines).toHaveLength(fewest);
      }),
    );
  });
});
