import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A page as it was built: its file and its HTML. */
export interface BuiltPage {
  readonly file: string;
  readonly html: string;
}

/** All HTML files below `directory`. */
export function builtPages(directory: string): Promise<BuiltPage[]> {
  return Promise.all(
    globSync('**/*.html', { cwd: directory }).map(async (name) => {
      const file = join(directory, name);
      return { file, html: await readFile(file, 'utf8') };
    }),
  );
}
