import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPortrait } from '../../../src/site/draw-portrait.ts';
import { writeFiles } from '../server/built-site.ts';

const plain = (width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { r: 170, g: 0, b: 0, alpha } } });

describe('drawPortrait', () => {
  it.each([
    ['tall.webp', plain(200, 2400).webp(), [170, 0, 0]],
    ['wide.JPG', plain(3000, 160).jpeg(), [170, 0, 0]],
    ['small.png', plain(160, 160).png(), [170, 0, 0]],
    ['see-through.png', plain(300, 300, 0).png(), [255, 255, 255]],
    ['new.avif', plain(300, 200).avif(), [170, 0, 0]],
  ] as const)('makes a square of %s', async (name, picture, color) => {
    const folder = await writeFiles({ [name]: await picture.toBuffer() });
    const portrait = await drawPortrait(join(folder, name), name);
    const jpeg = 'jpeg' in portrait ? portrait.jpeg : Buffer.of();
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 480 });
    const { channels } = await sharp(jpeg).stats();
    for (const [index, value] of color.entries()) {
      expect(Math.abs((channels[index]?.mean ?? 0) - value)).toBeLessThan(6);
    }
  });

  it.each([
    ['tiny.png', plain(159, 900).png().toBuffer(), /^"tiny\.png", of 159 by 900 pixels$/],
    ['text.png', Promise.resolve(Buffer.from('no picture')), /^"text\.png", which is no picture$/],
    ['empty.jpg', Promise.resolve(Buffer.of()), /^"empty\.jpg", which is no picture$/],
    [
      'cut.png',
      plain(800, 800)
        .png({ compressionLevel: 0 })
        .toBuffer()
        .then((bytes) => bytes.subarray(0, 9000)),
      /^"cut\.png", which is no picture$/,
    ],
  ])('refuses %s in a sentence', async (name, bytes, found) => {
    const folder = await writeFiles({ [name]: await bytes });
    expect(await drawPortrait(join(folder, name), name)).toEqual({
      wrong: {
        field: 'author.photo',
        found: expect.stringMatching(found),
        allowed: expect.stringContaining('160 pixels'),
      },
    });
  });

  it('says that a photo is not there, or is a folder', async () => {
    const folder = await writeFiles({ 'a/b.txt': '' });
    for (const name of ['me.jpg', 'a']) {
      const portrait = await drawPortrait(join(folder, name), name);
      expect(portrait).toMatchObject({ wrong: { found: `"${name}", which is not there` } });
    }
  });
});
