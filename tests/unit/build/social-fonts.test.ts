import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'fontkitten';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawSocialPicture } from '../../../src/build/draw-social-picture.ts';
import { type CutName, cutFonts } from '../../../src/build/font-cuts.ts';
import { isInOwnCuts } from '../../../src/build/own-cuts.ts';
import {
  addedFaces,
  faceFor,
  lettersOf,
  missingLetters,
  packagesFor,
  plainTitle,
} from '../../../src/build/social-fonts.ts';
import { wordmarkRuns } from '../../../src/site/wordmark.ts';
import { IDENTITY } from '../site/example-site.ts';

let cache = '';
let cuts: Readonly<Record<CutName, string>>;
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'social-fonts-'));
  cuts = await cutFonts({ content: 'content', source: 'src', cache }, 'sfnt');
}, 60_000);
afterAll(() => rm(cache, { recursive: true, force: true }));

describe('faceFor', () => {
  it.each([
    ['Łódź café: how to decline', /^Newsreader/],
    ['Größe, Århus, Şişli, Nuuk', /^Newsreader/],
    ['Từ chối lời mời làm việc', /^Newsreader/],
    ['Zoe\u0308 and Ame\u0301lie', /^Newsreader/],
    ['Когда отказать: 5 шагов', /^Noto Serif$/],
    ['Як відмовити, ґанок', /^Noto Serif$/],
    ['Πότε να αρνηθείτε μια δουλειά', /^Noto Serif$/],
    ['Ελληνικά и русский and English', /^Noto Serif$/],
    ['איך לסרב להצעת עבודה, 5 steps', /^Noto Serif Hebrew$/],
    ['كيف ترفض عرض العمل بعد قبوله؟ 2026', /^Noto Naskh Arabic$/],
    ['پیشنهاد کار را چگونه رد کنیم', /^Noto Naskh Arabic$/],
    ['नौकरी का प्रस्ताव ठुकराना', /^Noto Sans Devanagari$/],
    ['วิธีปฏิเสธงาน', /^Noto Sans Thai$/],
    ['接受工作后如何拒绝 an offer', /^Noto Sans SC/],
    ['內定を断る方法', /^Noto Sans SC/],
    ['합격 후 거절하는 방법', /^Noto Sans KR/],
  ])(
    'has every letter of %s in one face',
    async (title, family) => {
      expect(missingLetters(title)).toBe('');
      const face = await faceFor(title, cache);
      expect(face?.family).toMatch(family);
      const fonts = (face?.files ?? []).map((file) => create(readFileSync(file)));
      for (const letter of lettersOf(title)) {
        const has = fonts.some(
          (font) => 'characterSet' in font && font.hasGlyphForCodePoint(letter),
        );
        expect({ letter: String.fromCodePoint(letter), has }).toMatchObject({ has: true });
      }
    },
    60_000,
  );

  it.each([
    ['ქართული', 'ქართული'],
    ['English and ქ', 'ქ'],
    ['русский и עברית', 'עברית'],
    ['\u{12000}', '\u{12000}'],
  ])('has no face for %s, and says which letters are missing', async (title, letters) => {
    expect(await faceFor(title, cache)).toBeUndefined();
    expect([...missingLetters(title)].sort()).toEqual([...new Set(letters)].sort());
  });
});

describe('packagesFor', () => {
  it.each([
    ['ქართული', ['@fontsource-variable/noto-sans-georgian']],
    [
      'தமிழ் বাংলা',
      ['@fontsource-variable/noto-sans-bengali', '@fontsource-variable/noto-sans-tamil'],
    ],
    ['עברית', []],
    ['\u{12000}', []],
  ])('names what would draw %s', (letters, packages) => {
    expect(packagesFor(letters)).toEqual(packages);
  });
});

describe('addedFaces', () => {
  it('are those of packages that somebody installed', () => {
    const names = ['noto-sans-tamil', 'newsreader', 'noto-serif', 'noto-sans-georgian'];
    expect(addedFaces(names).map(({ files }) => files)).toEqual([
      '@fontsource-variable/noto-sans-georgian/files/*-wght-normal.woff2',
      '@fontsource-variable/noto-sans-tamil/files/*-wght-normal.woff2',
    ]);
  });
});

describe('plainTitle', () => {
  it.each([
    ['O*NET® and Company™ ©', 'O*NET® and Company™ ©'],
    ['☑\uFE0E Done', 'Done'],
    ['🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} Scotland', 'Scotland'],
    ['Donau\u00ADdampf\u200Bschiff', 'Donaudampfschiff'],
    ['Call 📞 first', 'Call first'],
    ['👩🏽‍💻 Work', 'Work'],
    ['🇩🇪 Notice', 'Notice'],
    ['1️⃣ first', '1 first'],
    ['Zoe\u0308', 'Zoë'],
    ['Plain', 'Plain'],
  ])('%s: %s', (title, plain) => {
    expect(plainTitle(title)).toBe(plain);
  });
});

describe('drawSocialPicture', () => {
  /** Whether anything but paper is in the left and in the right half of the title's place. */
  async function inkIn(title: string): Promise<{ left: boolean; right: boolean }> {
    const png = await drawSocialPicture({ title, kicker: '' }, IDENTITY, cuts, cache);
    const half = async (left: number) => {
      const part = { left, top: 300, width: 400, height: 290 };
      const { channels } = await sharp(await sharp(png).extract(part).png().toBuffer()).stats();
      return channels.some(({ min }) => min < 100);
    };
    return { left: await half(40), right: await half(780) };
  }

  it.each([
    ['Offer', { left: true, right: false }],
    ['Łódź', { left: true, right: false }],
    ['שלום', { left: false, right: true }],
    ['عمل', { left: false, right: true }],
    ['2 שלום', { left: false, right: true }],
    ['接受', { left: true, right: false }],
    ['ქართული', { left: false, right: false }],
  ])(
    'draws %s flush with the side on which it begins, or not at all',
    async (title, ink) => {
      expect(await inkIn(title)).toEqual(ink);
    },
    60_000,
  );

  it.each([
    ['First Second', { left: true, right: false }],
    ['Вторые мысли', { left: true, right: false }],
    ['<del>Первые</del> <ins>Вторые</ins> мысли', { left: true, right: false }],
    ['<ins>2nd</ins> thoughts', { left: true, right: false }],
    ['考え直し', { left: true, right: false }],
    ['מחשבה שנייה', { left: false, right: true }],
    ['☕ Café <ins>Łódź</ins>', { left: true, right: false }],
    ['ქართული', { left: false, right: false }],
    ['Мысли и עברית', { left: false, right: false }],
  ])(
    'draws the name %s where its script begins, or not at all',
    async (written, ink) => {
      const wordmark = wordmarkRuns(written) ?? [];
      const identity = { ...IDENTITY, wordmark };
      const png = await drawSocialPicture({ title: 'A', kicker: '' }, identity, cuts, cache);
      const half = async (left: number) => {
        const part = { left, top: 50, width: 480, height: 80 };
        const { channels } = await sharp(await sharp(png).extract(part).png().toBuffer()).stats();
        return channels.some(({ min }) => min < 120);
      };
      expect({ left: await half(40), right: await half(680) }).toEqual(ink);
    },
    60_000,
  );

  /** How many pixels of the wordmark's place are the accent, and how many are ink. */
  async function nameInk(written: string) {
    const wordmark = wordmarkRuns(written) ?? [];
    const green = { wordmark, accent: '#0a5b3f' };
    const png = await drawSocialPicture({ title: 'A', kicker: '' }, green, cuts, cache);
    const part = { left: 20, top: 0, width: 1180, height: 140 };
    const { data, info } = await sharp(png)
      .removeAlpha()
      .extract(part)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const near = (at: number, color: readonly number[]) =>
      color.every((value, i) => Math.abs((data[at + i] ?? 0) - value) < 12);
    const places = Array.from({ length: info.width * info.height }, (_, index) => index * 3);
    const isInk = (at: number) => near(at, [20, 24, 31]);
    const right = places.filter(isInk).map((at) => (at / 3) % info.width);
    return {
      accent: places.filter((at) => near(at, [10, 91, 63])).length,
      ink: right.length,
      rightmost: Math.max(0, ...right),
    };
  }

  it.each([
    ['<del>First</del> <ins>Second</ins> Thoughts'],
    ['<del>Первое</del> <ins>Второе</ins> мнение'],
    ['<del>初</del><ins>再</ins>考'],
    ['Caf\u00e9 <del>froid</del> <ins>chaud</ins> & <Co>'],
    ['<del>מחשבה</del> <ins>שנייה</ins> טובה'],
  ])(
    'draws every part of the name %s',
    async (written) => {
      const { accent, ink } = await nameInk(written);
      expect(ink).toBeGreaterThan(60);
      // The line through what is struck and the words that are written over it.
      expect(accent).toBeGreaterThan(150);
      const plain = await nameInk(written.replace(/<del>.*<\/ins>/, ''));
      expect(plain.ink).toBeGreaterThan(60);
      expect(plain.accent).toBe(0);
    },
    60_000,
  );

  it.each(['Wide Words & '.repeat(5).trim(), 'Ж'.repeat(60)])(
    'keeps the long name %s within the picture',
    async (name) => {
      const { ink, rightmost } = await nameInk(name.slice(0, 60));
      expect(ink).toBeGreaterThan(60);
      expect(rightmost).toBeLessThan(1180 - 60);
    },
    60_000,
  );

  it('keeps a long title within the picture', async () => {
    const title = 'Слово '.repeat(15).trim();
    const png = await drawSocialPicture({ title, kicker: 'Тема & <b>' }, IDENTITY, cuts, cache);
    const edge = { left: 40, top: 596, width: 1140, height: 30 };
    const { channels } = await sharp(await sharp(png).extract(edge).png().toBuffer()).stats();
    expect(Math.min(...channels.map(({ min }) => min))).toBeGreaterThan(200);
    expect(isInOwnCuts(title)).toBe(false);
  }, 60_000);
});
