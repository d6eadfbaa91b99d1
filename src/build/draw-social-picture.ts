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

const SPACE = 10;

const struck = (word: string, style: Style, accent: string): Box =>
  box({ ...style, position: 'relative', color: SOFT_INK }, [
    box({}, word),
    box(
      {
        position: 'absolute',
        left: -3,
        right: -3,
        top: '48%',
        height: 4,
        background: accent,
      },
      '',
    ),
  ]);

const set = ({ kind, text, spaced }: WordmarkRun, accent: string): Box => {
  const style = { marginLeft: spaced ? SPACE : 0 };
  if (kind === 'struck') return struck(text, style, accent);
  return box(kind === 'written' ? { ...style, fontFamily: 'Italic', color: accent } : style, text);
};

/** The wordmark in our own cuts, or all of it in the one face that has its letters. */
async function setWordmark(
  { wordmark, accent }: PictureIdentity,
  cache: string,
): Promise<readonly (Box | Image)[]> {
  const look = { size: 40, color: INK, below: 0, room: WORDMARK_ROOM };
  const markup = wordmark.map(({ kind, text, spaced }) => {
    const word = pangoEscaped(plainTitle(text));
    const set =
      kind === 'struck'
        ? `<span foreground="${SOFT_INK}" strikethrough="true" strikethrough_color="${accent}">${word}</span>`
        : kind === 'written'
          ? `<span foreground="${accent}" style="italic">${word}</span>`
          : word;
    return spaced ? ` ${set}` : set;
  });
  const style = { fontFamily: 'Headline', fontSize: look.size, color: INK, flexWrap: 'wrap' };
  const runs = wordmark.map((run) => set(run, accent));
  const text = isWordmarkInOwnCuts(wordmark) ? box(style, runs) : undefined;
  return drawn({ words: wordsOf(wordmark), markup: markup.join(''), text }, look, cache);
}

/** All words of a wordmark, the struck ones too, without what no face of text has. */
export function wordsOf(wordmark: PictureIdentity['wordmark']): string {
  const words = wordmark.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join('');
  return plainTitle(words);
}

/** A long title gets smaller letters, so that it keeps within four lines. */
const titleSize = (title: string): number => (title.length > 60 ? 68 : title.length > 36 ? 80 : 96);

/** What a title may take up: the picture without its margins, and without the wordmark and the topic. */
const TITLE_ROOM = { width: 1032, height: 340 } as const;
const WORDMARK_ROOM = { width: 1032, height: 52 } as const;

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
  identity: PictureIdentity,
  fonts: Readonly<Record<CutName, string>>,
  cache: string,
): Promise<Buffer> {
  const title = plainTitle(written);
  const { accent } = identity;
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
      box({ flexDirection: 'column', minHeight: 48 }, await setWordmark(identity, cache)),
      box({ flexDirection: 'column' }, [
        ...(await drawn(
          inOneStyle(kicker, {
            fontFamily: 'Label',
            fontSize: 32,
            color: accent,
            marginBottom: 18,
          }),
          { size: 32, color: accent, below: 18, room: TITLE_ROOM },
          cache,
        )),
        ...(await drawn(
          inOneStyle(title, {
            fontSize: titleSize(title),
            lineHeight: 1.08,
            letterSpacing: '-0.02em',
          }),
          { size: titleSize(title), color: INK, below: 0, room: TITLE_ROOM },
          cache,
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
  /** What the words may take up, in pixels: where they would take more, they are drawn smaller. */
  readonly room: { readonly width: number; readonly height: number };
}

const pangoEscaped = (words: string) =>
  words.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Words to be drawn. */
interface Words {
  readonly words: string;
  /** The same as Pango takes them. */
  readonly markup: string;
  /** The same as text, where our own cuts have all of their letters. */
  readonly text: Box | undefined;
}

function inOneStyle(words: string, style: Style): Words {
  const text = isInOwnCuts(words) ? box(style, words) : undefined;
  return { words, markup: pangoEscaped(words), text };
}

/** Words as text in our own cuts, or as a picture in the one face that has all of their letters. */
async function drawn(
  { words, markup, text }: Words,
  look: Look,
  cache: string,
): Promise<(Box | Image)[]> {
  if (text) return [text];
  const face = await faceFor(words, cache);
  if (!face || words === '') return [];
  const image = await shaped(markup, look, face);
  // Flush with the side on which its script begins.
  const alignSelf = RIGHT_TO_LEFT.test(words) ? 'flex-end' : 'flex-start';
  return [{ type: 'img', props: { ...image, style: { alignSelf, marginBottom: look.below } } }];
}

/** The first letter that has a direction is of a script that runs from right to left (UAX #9, P2). */
const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

const registered = new Set<string>();

/** Markup of Pango's, shaped by it, which knows the rules of each script and both directions. */
async function shaped(markup: string, { size, color, room }: Look, { family, files }: DrawnFace) {
  const draw = async (fontfile: string, pixels: number, text: string) =>
    sharp({
      text: {
        text: `<span foreground="${color}">${text}</span>`,
        // The comma ends the name: "Thin" in it would be taken for a weight.
        font: `${family}, ${pixels}`,
        fontfile,
        width: room.width,
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
  while (info.height > room.height && pixels > 24) {
    pixels = Math.floor(pixels * 0.85);
    ({ data, info } = await draw(files[0] ?? '', pixels, markup));
  }
  const src = `data:image/png;base64,${data.toString('base64')}`;
  return { src, width: info.width, height: info.height };
}
