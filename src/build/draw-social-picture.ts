import { readFile } from 'node:fs/promises';
import satori from 'satori';
import sharp from 'sharp';
import {
  type PictureIdentity,
  SOCIAL_PICTURE_SIZE,
  type SocialPicture,
} from '../site/social-picture.ts';
import type { WordmarkRun } from '../site/wordmark.ts';
import { type CutName, HEADLINE_CHARACTERS } from './font-cuts.ts';
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

const struck = (word: string, accent: string): Box =>
  box({ position: 'relative', color: SOFT_INK }, [
    box({}, word),
    box(
      {
        position: 'absolute',
        left: -3,
        right: -3,
        top: '52%',
        height: 4,
        background: accent,
      },
      '',
    ),
  ]);

const set = ({ kind, text }: WordmarkRun, accent: string): Box => {
  if (kind === 'struck') return struck(text, accent);
  return kind === 'written' ? box({ fontFamily: 'Italic', color: accent }, text) : box({}, text);
};

/** A long title gets smaller letters, so that it keeps within four lines. */
const titleSize = (title: string): number => (title.length > 60 ? 68 : title.length > 36 ? 80 : 96);

/** What words may take up: the picture without its margins, and without the wordmark and the topic. */
const ROOM = { width: 1032, height: 340 } as const;

/** Whether words are drawn in the site's own cuts. */
export function isInOwnCuts(words: string): boolean {
  return [...words].every((letter) => HEADLINE_CHARACTERS.includes(letter));
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
      box(
        { fontFamily: 'Headline', fontSize: 40, color: INK, gap: '0 10px', flexWrap: 'wrap' },
        wordmark.map((run) => set(run, accent)),
      ),
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
  const { data, width, height } = await shaped(words, look, face);
  const src = `data:image/png;base64,${data.toString('base64')}`;
  // Flush with the side on which its script begins.
  const alignSelf = RIGHT_TO_LEFT.test(words) ? 'flex-end' : 'flex-start';
  const style = { alignSelf, marginBottom: look.below };
  return [{ type: 'img', props: { src, width, height, style } }];
}

/** The first letter that has a direction is of a script that runs from right to left (UAX #9, P2). */
const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

const registered = new Set<string>();

/** Words shaped by Pango, which knows the rules of each script and both directions. */
async function shaped(words: string, { size, color }: Look, { family, files }: DrawnFace) {
  const escaped = words.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const draw = async (fontfile: string, pixels: number, text: string) =>
    sharp({
      text: {
        text: `<span foreground="${color}">${text}</span>`,
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
  let { data, info } = await draw(files[0] ?? '', pixels, escaped);
  while (info.height > ROOM.height && pixels > 24) {
    pixels = Math.floor(pixels * 0.85);
    ({ data, info } = await draw(files[0] ?? '', pixels, escaped));
  }
  return { data, width: info.width, height: info.height };
}
