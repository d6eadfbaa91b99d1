import satori from 'satori';
import sharp from 'sharp';
import {
  type PictureIdentity,
  SOCIAL_PICTURE_SIZE,
  type SocialPicture,
} from '../site/social-picture.ts';
import type { WordmarkRun } from '../site/wordmark.ts';
import {
  type Box,
  box,
  drawn,
  fontOf,
  type Image,
  inOneStyle,
  pangoEscaped,
  type Style,
} from './drawn-words.ts';
import type { CutName } from './font-cuts.ts';
import { isWordmarkInOwnCuts, wordsOf } from './own-cuts.ts';
import { plainTitle } from './social-fonts.ts';

const PAPER = '#ffffff';
const INK = '#14181f';
const SOFT_INK = '#474f5d';

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

/** A long title gets smaller letters, so that it keeps within four lines. */
const titleSize = (title: string): number => (title.length > 60 ? 68 : title.length > 36 ? 80 : 96);

/** What a title may take up: the picture without its margins, and without the wordmark and the topic. */
const TITLE_ROOM = { width: 1032, height: 340 } as const;
const WORDMARK_ROOM = { width: 1032, height: 52 } as const;

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
      fontOf('Headline', 'headline', fonts),
      fontOf('Italic', 'italic', fonts),
      fontOf('Label', 'label', fonts),
    ]),
  });
  return sharp(Buffer.from(svg)).png({ palette: true, colors: 64, effort: 1 }).toBuffer();
}
