import { readFile } from 'node:fs/promises';
import satori from 'satori';
import sharp from 'sharp';
import {
  type PictureIdentity,
  SOCIAL_PICTURE_SIZE,
  type SocialPicture,
} from '../site/social-picture.ts';
import type { WordmarkRun } from '../site/wordmark.ts';
import { type CutName, HEADLINE_CHARACTERS, ITALIC_CHARACTERS } from './font-cuts.ts';
import { type DrawnFace, faceFor, plainTitle } from './social-fonts.ts';

const PAPER = '#ffffff';
const INK = '#14181f';
const SOFT_INK = '#474f5d';

type Style = Readonly<Record<string, string | number>>;
interface Box {
  readonly type: 'div';
  readonly props: { readonly style: Style; readonly children: readonly (Box | Image)[] | string };
}
interface Image {
  readonly type: 'img';
  readonly props: {
    readonly src: string;
    readonly width: number;
    readonly height: number;
    readonly style: Style;
  };
}

const box = (style: Style, children: readonly (Box | Image)[] | string): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/** A long title gets smaller letters, so that it keeps within four lines. */
const titleSize = (title: string): number => (title.length > 60 ? 68 : title.length > 36 ? 80 : 96);

/** What words may take up: the picture without its margins, and without the wordmark and the topic. */
const ROOM = { width: 1032, height: 340 } as const;

/** Whether words are drawn in the site's own cuts. */
export function isInOwnCuts(words: string): boolean {
  return [...words].every((letter) => HEADLINE_CHARACTERS.includes(letter));
}

/** Whether a name is: what is written over it stands in italics, which have fewer signs. */
export function isWordmarkInOwnCuts(wordmark: readonly WordmarkRun[]): boolean {
  return wordmark.every(({ kind, text }) =>
    kind === 'written'
      ? [...text].every((letter) => ITALIC_CHARACTERS.includes(letter))
      : isInOwnCuts(text),
  );
}

/**
 * Draws a picture as PNG, 1200 by 630 pixels. `fonts` are paths of the cuts in sfnt format; letters
 * that they lack come from `faceFor`, which keeps its files in `cache`. Words that no face has all
 * letters of are left out.
 */
export async function drawSocialPicture(
  { title: written, kicker }: SocialPicture,
  { wordmark, accent }: PictureIdentity,
  fonts: Readonly<Record<CutName, string>>,
  cache: string,
): Promise<Buffer> {
  const title = plainTitle(written);
  const family = async (name: string, cut: CutName) => ({
    name,
    data: await readFile(fonts[cut]),
    weight: 400 as const,
    style: 'normal' as const,
  });
  const drawing = box(
    {
      ...SOCIAL_PICTURE_SIZE,
      boxSizing: 'border-box',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '64px 80px 60px 72px',
      background: PAPER,
      borderLeft: `16px solid ${accent}`,
      fontFamily: 'Headline',
      color: INK,
    },
    [
      box({}, await drawnWordmark(wordmark, accent, cache)),
      box({ flexDirection: 'column' }, [
        ...(await drawn(kicker, { size: 32, color: accent, below: 18 }, cache, (words) =>
          box({ fontFamily: 'Label', fontSize: 32, color: accent, marginBottom: 18 }, words),
        )),
        ...(await drawn(title, { size: titleSize(title), color: INK, below: 0 }, cache, (words) =>
          box({ fontSize: titleSize(title), lineHeight: 1.08, letterSpacing: '-0.02em' }, words),
        )),
      ]),
    ],
  );
  // Satori types its input as React elements; it reads only `type` and `props`.
  const element = drawing as unknown as Parameters<typeof satori>[0];
  const svg = await satori(element, {
    ...SOCIAL_PICTURE_SIZE,
    fonts: await Promise.all([
      family('Headline', 'headline'),
      family('Italic', 'italic'),
      family('Label', 'label'),
    ]),
  });
  return sharp(Buffer.from(svg)).png({ palette: true, colors: 64, effort: 1 }).toBuffer();
}

interface Look {
  /** Height of the letters in pixels, where the words have room at that. */
  readonly size: number;
  readonly color: string;
  /** Pixels below the words. */
  readonly below: number;
}

/** Words as text in our own cuts, or as a picture in the one face that has all of their letters. */
async function drawn(
  words: string,
  look: Look,
  cache: string,
  asText: (words: string) => Box,
): Promise<(Box | Image)[]> {
  if (isInOwnCuts(words)) return [asText(words)];
  const face = await faceFor(words, cache);
  if (!face) return [];
  const image = await shaped(span(words, look.color), look.size, face);
  // Flush with the side on which its script begins.
  const alignSelf = RIGHT_TO_LEFT.test(words) ? 'flex-end' : 'flex-start';
  return [{ type: 'img', props: { ...image, style: { alignSelf, marginBottom: look.below } } }];
}

const WORDMARK_SIZE = 40;

/** The name as it is set, as text in our own cuts, or as a picture in the one face that has all of it. */
async function drawnWordmark(
  wordmark: readonly WordmarkRun[],
  accent: string,
  cache: string,
): Promise<(Box | Image)[]> {
  if (isWordmarkInOwnCuts(wordmark)) {
    const row = { fontSize: WORDMARK_SIZE, color: INK, gap: '0 10px', flexWrap: 'wrap' };
    return [
      box(
        row,
        wordmark.map((run) => set(run, accent)),
      ),
    ];
  }
  const words = plainTitle(wordmark.map(({ text }) => text).join(' '));
  const face = await faceFor(words, cache);
  if (!face || words === '') return [];
  const runs = wordmark.map(({ kind, text }) => {
    const color = { struck: SOFT_INK, written: accent, plain: INK }[kind];
    const strike = kind === 'struck' ? ` strikethrough="true" strikethrough_color="${accent}"` : '';
    return span(plainTitle(text), color, strike);
  });
  const image = await shaped(runs.join(' '), WORDMARK_SIZE, face);
  // In a row, what comes first pushes it to the side on which its script begins.
  const marginLeft = RIGHT_TO_LEFT.test(words) ? 'auto' : 0;
  return [
    box({ width: ROOM.width }, [{ type: 'img', props: { ...image, style: { marginLeft } } }]),
  ];
}

function set({ kind, text }: WordmarkRun, accent: string): Box {
  if (kind === 'plain') return box({}, text);
  if (kind === 'written') return box({ fontFamily: 'Italic', color: accent }, text);
  const line = { left: -3, right: -3, top: '52%', height: 4, background: accent };
  return box({ position: 'relative', color: SOFT_INK }, [
    box({}, text),
    box({ position: 'absolute', ...line }, ''),
  ]);
}

/** Words in the markup of Pango. */
function span(words: string, color: string, more = ''): string {
  const escaped = words.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<span foreground="${color}"${more}>${escaped}</span>`;
}

/** The first letter that has a direction is of a script that runs from right to left (UAX #9, P2). */
const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

const registered = new Set<string>();

/** Markup shaped by Pango, which knows the rules of each script and both directions. */
async function shaped(markup: string, size: number, { family, files }: DrawnFace) {
  const draw = async (fontfile: string, pixels: number, text: string) =>
    sharp({
      text: {
        text,
        // The comma ends the name: "Thin" in it would be taken for a weight.
        font: `${family}, ${pixels}`,
        fontfile,
        width: ROOM.width,
        dpi: 72,
        rgba: true,
        wrap: 'word-char',
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true });
  // A call takes one file only, and remembers it.
  for (const file of files.filter((one) => !registered.has(one))) {
    await draw(file, size, 'x');
    registered.add(file);
  }
  let pixels = size;
  let { data, info } = await draw(files[0] ?? '', pixels, markup);
  while (info.height > ROOM.height && pixels > 24) {
    pixels = Math.floor(pixels * 0.85);
    ({ data, info } = await draw(files[0] ?? '', pixels, markup));
  }
  const src = `data:image/png;base64,${data.toString('base64')}`;
  return { src, width: info.width, height: info.height };
}
