import { createHash } from 'node:crypto';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkitten';

/** A face whose letters lie in many files. */
interface Face {
  /** The package that has it, and the files of it that are upright and as heavy as our headlines. */
  readonly files: string;
  readonly axes: Readonly<Record<string, number>>;
}

const noto = (family: string): Face => {
  const name = family.toLowerCase().replaceAll(' ', '-');
  return { files: `@fontsource-variable/${name}/files/*-wght-normal.woff2`, axes: { wght: 500 } };
};

/**
 * The faces that titles are drawn in: the first that has every letter of a title. The site's own
 * comes first; each of the others has the Latin letters, too, in its own design.
 */
const FACES: readonly Face[] = [
  {
    files: '@fontsource-variable/newsreader/files/*-opsz-normal.woff2',
    axes: { opsz: 60, wght: 500 },
  },
  noto('Noto Serif'),
  noto('Noto Serif Hebrew'),
  noto('Noto Naskh Arabic'),
  noto('Noto Sans Devanagari'),
  noto('Noto Sans Thai'),
  noto('Noto Sans SC'),
  noto('Noto Sans KR'),
];

const PACKAGES = '@fontsource-variable';

/** Scripts of which npm has a face that the site does without until somebody needs it. */
const OTHER_SCRIPTS = [
  ...['Armenian', 'Bengali', 'Canadian_Aboriginal', 'Cherokee', 'Ethiopic', 'Georgian', 'Gujarati'],
  ...[
    'Gurmukhi',
    'Javanese',
    'Kannada',
    'Khmer',
    'Lao',
    'Malayalam',
    'Myanmar',
    'Oriya',
    'Sinhala',
  ],
  ...['Syriac', 'Tamil', 'Telugu', 'Thaana'],
] as const;

/** The packages whose faces would draw these letters, once they are installed. */
export function packagesFor(letters: string): string[] {
  return OTHER_SCRIPTS.filter((script) =>
    new RegExp(`\\p{Script=${script}}`, 'u').test(letters),
  ).map((script) => `${PACKAGES}/noto-sans-${script.toLowerCase().replace('_', '-')}`);
}

/** The faces of the packages of these names that are not among `FACES`, such as one that was added. */
export function addedFaces(packages: readonly string[]): Face[] {
  return packages
    .filter(
      (name) => /^noto-/.test(name) && !FACES.some(({ files }) => files.includes(`/${name}/`)),
    )
    .sort()
    .map((name) => noto(name));
}

/** All faces that are installed, the site's own first. */
function faces(): readonly Face[] {
  const own = dirname(require.resolve(`${PACKAGES}/noto-serif/package.json`));
  installed ??= [...FACES, ...addedFaces(readdirSync(dirname(own)))];
  return installed;
}

let installed: readonly Face[] | undefined;

/** A face that has every letter of a text, with the files that hold them, uncompressed. */
export interface DrawnFace {
  readonly family: string;
  readonly files: readonly string[];
}

/** One file of a face, and the letters in it. */
interface FontFile {
  readonly path: string;
  /** As the file itself says it, which may be more than the face is called by. */
  readonly family: string;
  readonly letters: ReadonlySet<number>;
}

const require = createRequire(import.meta.url);
const opened = new Map<Face, readonly FontFile[]>();

function filesOf(face: Face): readonly FontFile[] {
  const known = opened.get(face);
  if (known) return known;
  const [, name = '', pattern = ''] = /^(@[^/]+\/[^/]+)\/(.*)$/.exec(face.files) ?? [];
  const folder = dirname(require.resolve(`${name}/package.json`));
  const files = globSync(pattern, { cwd: folder })
    .sort()
    .map((file): FontFile => {
      const path = join(folder, file);
      const font = create(readFileSync(path));
      if (!('characterSet' in font)) throw new Error(`${path} holds more than one font.`);
      return { path, family: font.familyName ?? '', letters: new Set(font.characterSet) };
    });
  opened.set(face, files);
  return files;
}

/** What stands in a text and is drawn: no pictographs, which are no letters, and no spaces. */
export function lettersOf(text: string): ReadonlySet<number> {
  const letters = plainTitle(text).replace(/\s|[\u200B-\u200F\u2060\u2066-\u2069]/gu, '');
  return new Set(Array.from(letters, (letter) => letter.codePointAt(0) ?? 0));
}

/** A title as it is drawn: in composed letters, without pictographs and signs that nobody sees. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFC')
    .replace(
      /(?![©®™])\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier})*|\p{Regional_Indicator}|[\uFE0E\uFE0F\u20E3\u00AD\u200B\u{E0000}-\u{E007F}]/gu,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

/** The letters of `text` that no single face has beside the others, of the face that has the most. */
export function missingLetters(text: string): string {
  const letters = lettersOf(text);
  const rests = faces().map((face) => {
    const has = filesOf(face);
    return [...letters].filter((letter) => !has.some((file) => file.letters.has(letter)));
  });
  const least = rests.reduce((a, b) => (b.length < a.length ? b : a));
  return String.fromCodePoint(...least);
}

/**
 * The face to draw `text` in, with its files in `cache` as FreeType reads them; `undefined` where no
 * face has all of its letters.
 */
export async function faceFor(text: string, cache: string): Promise<DrawnFace | undefined> {
  const letters = [...lettersOf(text)];
  const face = faces().find((one) =>
    letters.every((letter) => filesOf(one).some((file) => file.letters.has(letter))),
  );
  if (!face) return undefined;
  const needed = filesOf(face).filter((file) => letters.some((letter) => file.letters.has(letter)));
  const files = await Promise.all(needed.map((file) => uncompressed(file, face, cache)));
  return { family: needed[0]?.family ?? '', files };
}

/** The file with all its letters and rules of shaping, as heavy and wide as `face` says. */
async function uncompressed(
  { path, letters }: FontFile,
  face: Face,
  cache: string,
): Promise<string> {
  const key = createHash('sha256')
    .update(JSON.stringify([path, face, letters.size]))
    .digest('hex');
  const file = join(cache, `${key.slice(0, 12)}.ttf`);
  if (await stat(file).catch(() => undefined)) return file;
  await mkdir(cache, { recursive: true });
  const { default: subsetFont } = await import('subset-font');
  const text = String.fromCodePoint(...letters);
  const font = await subsetFont(await readFile(path), text, {
    targetFormat: 'sfnt',
    variationAxes: face.axes,
  });
  await writeFile(file, font);
  return file;
}
