import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { CutName } from './font-cuts.ts';
import { isInOwnCuts } from './own-cuts.ts';
import { type DrawnFace, faceFor } from './social-fonts.ts';

/** Style as Satori takes it. */
export type Style = Readonly<Record<string, string | number>>;
/** A box as Satori draws it. */
export interface Box {
  readonly type: 'div';
  readonly props: { readonly style: Style; readonly children: readonly (Box | Image)[] | string };
}
/** A picture in a drawing. */
export interface Image {
  readonly type: 'img';
  readonly props: {
    readonly src: string;
    readonly width: number;
    readonly height: number;
    readonly style: Style;
  };
}

/** A box around others, or around words. */
export const box = (style: Style, children: readonly (Box | Image)[] | string): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/** A cut for Satori, from `fonts`, the paths of the cuts in sfnt format. */
export async function fontOf(name: string, cut: CutName, fonts: Readonly<Record<CutName, string>>) {
  const data = await readFile(fonts[cut]);
  return { name, data, weight: 400 as const, style: 'normal' as const };
}

/** How words look that are drawn. */
export interface Look {
  /** Height of the letters in pixels, where the words have room at that. */
  readonly size: number;
  readonly color: string;
  /** Pixels below the words. */
  readonly below: number;
  /** What the words may take up, in pixels: where they would take more, they are drawn smaller. */
  readonly room: { readonly width: number; readonly height: number };
}

/** Words without what Pango would take for marks. */
export const pangoEscaped = (words: string) =>
  words.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Words to be drawn. */
export interface DrawnWords {
  readonly words: string;
  /** The same as Pango takes them. */
  readonly markup: string;
  /** The same as text, where our own cuts have all of their letters. */
  readonly text: Box | undefined;
}

/** Words that all look alike. */
export function inOneStyle(words: string, style: Style): DrawnWords {
  const text = isInOwnCuts(words) ? box(style, words) : undefined;
  return { words, markup: pangoEscaped(words), text };
}

/** Words as text in our own cuts, or as a picture in the one face that has all of their letters. */
export async function drawn(
  { words, markup, text }: DrawnWords,
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
