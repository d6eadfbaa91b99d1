import { readFile } from 'node:fs/promises';
import satori from 'satori';
import sharp from 'sharp';
import { SOCIAL_PICTURE_SIZE, type SocialPicture } from '../site/social-picture.ts';
import type { CutName } from './font-cuts.ts';

const PAPER = '#ffffff';
const INK = '#14181f';
const SOFT_INK = '#474f5d';
const PENCIL = '#1d3bc6';

type Style = Readonly<Record<string, string | number>>;
interface Box {
  readonly type: 'div';
  readonly props: { readonly style: Style; readonly children: readonly Box[] | string };
}

const box = (style: Style, children: readonly Box[] | string): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

const struck = (word: string, color: string, thickness: number): Box =>
  box({ position: 'relative', color }, [
    box({}, word),
    box(
      {
        position: 'absolute',
        left: -3,
        right: -3,
        top: '52%',
        height: thickness,
        background: PENCIL,
      },
      '',
    ),
  ]);

const wordmark = box({ fontFamily: 'Headline', fontSize: 40, color: INK }, [
  struck('First', SOFT_INK, 4),
  box({ fontFamily: 'Italic', color: PENCIL, margin: '0 10px' }, 'Second'),
  box({}, 'Thoughts'),
]);

/** A long title gets smaller letters, so that it keeps within four lines. */
const titleSize = (title: string): number => (title.length > 60 ? 68 : title.length > 36 ? 80 : 96);

/** Draws a picture as PNG, 1200 by 630 pixels. `fonts` are paths of the cuts in sfnt format. */
export async function drawSocialPicture(
  { title, kicker }: SocialPicture,
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
      borderLeft: `16px solid ${PENCIL}`,
      fontFamily: 'Headline',
      color: INK,
    },
    [
      wordmark,
      box({ flexDirection: 'column' }, [
        box({ fontFamily: 'Label', fontSize: 32, color: PENCIL, marginBottom: 18 }, kicker),
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
