import { readFile } from 'node:fs/promises';
import satori from 'satori';
import sharp from 'sharp';
import {
  type PictureIdentity,
  SOCIAL_PICTURE_SIZE,
  type SocialPicture,
} from '../site/social-picture.ts';
import type { WordmarkRun } from '../site/wordmark.ts';
import type { CutName } from './font-cuts.ts';

const PAPER = '#ffffff';
const INK = '#14181f';
const SOFT_INK = '#474f5d';

type Style = Readonly<Record<string, string | number>>;
interface Box {
  readonly type: 'div';
  readonly props: { readonly style: Style; readonly children: readonly Box[] | string };
}

const box = (style: Style, children: readonly Box[] | string): Box => ({
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

/** Draws a picture as PNG, 1200 by 630 pixels. `fonts` are paths of the cuts in sfnt format. */
export async function drawSocialPicture(
  { title, kicker }: SocialPicture,
  { wordmark, accent }: PictureIdentity,
  fonts: Readonly<Record<CutName, string>>,
): Promise<Buffer> {
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
        box({ fontFamily: 'Label', fontSize: 32, color: accent, marginBottom: 18 }, kicker),
        box({ fontSize: titleSize(title), lineHeight: 1.08, letterSpacing: '-0.02em' }, title),
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
