import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A license to go with fonts: the name of its file, and its text. */
interface FontLicense {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads the license of each package of fonts, such as `@fontsource-variable/newsreader`. The name
 * holds a hash of the text, as all names beside the fonts do, which are cached for good.
 */
async function fontLicenses(packages: readonly string[]): Promise<FontLicense[]> {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(
    packages.map(async (name) => {
      const text = await readFile(resolve(`${name}/LICENSE`), 'utf8');
      const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
      return { name: `${name.replace(/^.*\//, '')}-license.${hash}.txt`, text };
    }),
  );
}

/**
 * Writes the licenses of `packages` into `folder`, where the fonts are: the SIL Open Font License
 * wants its text and the copyright to go with each copy (OFL 1.1, condition 2).
 */
export async function writeFontLicenses(
  packages: readonly string[],
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of await fontLicenses(packages)) {
    await writeFile(join(folder, name), text);
  }
}
