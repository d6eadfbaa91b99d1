import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { GUIDE } from './content/content-file.ts';

/** The packages that the cuts are made from. */
export const FONT_PACKAGES = [
  '@fontsource-variable/newsreader',
  '@fontsource-variable/hanken-grotesk',
] as const;

const NEWSREADER = `${FONT_PACKAGES[0]}/files/newsreader-latin-opsz` as const;
const HANKEN = `${FONT_PACKAGES[1]}/files/hanken-grotesk-latin-wght` as const;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PUNCTUATION = " .,;:!?'’‘“”()-–—&";
/** Ligatures are reached by their code points: closing over layout would bring in small caps too. */
const LIGATURES = 'ﬀﬁﬂﬃﬄ';
const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => index + 32));

/** What headlines are made of. Whatever else a headline holds falls back to the reader's own fonts. */
export const HEADLINE_CHARACTERS = `${LETTERS}0123456789%$${PUNCTUATION}${LIGATURES}`;

/** What is set in italics. */
export const ITALIC_CHARACTERS = `${LETTERS}${PUNCTUATION}${LIGATURES}`;

/**
 * The four cuts of two families. Newsreader's axes are pinned at the sizes where we use it (text
 * near 19 px, headlines near 48): two pinned cuts weigh 21 KB, one file with both axes 54 KB.
 */
export const CUTS = [
  {
    name: 'text',
    file: `${NEWSREADER}-normal.woff2`,
    axes: { opsz: 18, wght: 400 },
    follows: true,
  },
  {
    name: 'headline',
    file: `${NEWSREADER}-normal.woff2`,
    axes: { opsz: 60, wght: 500 },
    characters: HEADLINE_CHARACTERS,
  },
  {
    name: 'italic',
    file: `${NEWSREADER}-italic.woff2`,
    axes: { opsz: 24, wght: 420 },
    characters: ITALIC_CHARACTERS,
  },
  {
    name: 'label',
    file: `${HANKEN}-normal.woff2`,
    axes: { wght: { min: 400, max: 600 } },
    follows: true,
  },
] as const;

export type CutName = (typeof CUTS)[number]['name'];

/**
 * Characters of all text of the site: printable ASCII and whatever else `files` hold. A letter
 * that the family lacks falls back to the reader's own fonts.
 */
function charactersOf(files: readonly string[]): string {
  const characters = new Set(ASCII + PUNCTUATION + LIGATURES);
  for (const file of files) {
    // Read one by one and matched by the engine: a tenth of the time of async reads and a loop.
    for (const [character] of readFileSync(file, 'utf8').matchAll(/[^\0-~]/gu)) {
      characters.add(character);
    }
  }
  return [...characters].sort().join('');
}

/**
 * Cuts the fonts into `cache`, skipping those that are there already, and returns the file of
 * each cut. `woff2` is for browsers, `sfnt` for drawing pictures.
 */
export async function cutFonts(
  { content, source, cache }: { content: string; source: string; cache: string },
  targetFormat: 'woff2' | 'sfnt' = 'woff2',
): Promise<Record<CutName, string>> {
  const texts = [
    ...globSync('**/*.{md,mdx,yaml}', { cwd: content, exclude: [GUIDE] }).map((name) =>
      join(content, name),
    ),
    ...globSync(join(source, '**/*.astro')),
  ];
  const used = charactersOf(texts);
  const require = createRequire(import.meta.url);
  const files = await Promise.all(
    CUTS.map(async (cut) => {
      const characters = 'characters' in cut ? cut.characters : used;
      const key = createHash('sha256')
        .update(JSON.stringify([cut, characters]))
        .digest('hex');
      // Each in a folder of its own, as pages name the file: a hash of what it holds comes on top.
      const folder = join(cache, key.slice(0, 12));
      const file = join(folder, `${cut.name}.${targetFormat}`);
      const cached = await stat(file).catch(() => undefined);
      if (!cached) {
        await mkdir(folder, { recursive: true });
        const { default: subsetFont } = await import('subset-font');
        const font = await subsetFont(await readFile(require.resolve(cut.file)), characters, {
          targetFormat,
          noLayoutClosure: true,
          variationAxes: cut.axes,
        });
        await writeFile(file, font);
      }
      return [cut.name, file] as const;
    }),
  );
  // The array above has one entry for each name of CUTS.
  return Object.fromEntries(files) as Record<CutName, string>;
}
