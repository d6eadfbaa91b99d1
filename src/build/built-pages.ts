import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page as it was built: its file and its HTML. */
export interface BuiltPage {
  readonly file: string;
  readonly html: string;
}

/** All HTML files below `directory`, read one by one, so that only one is held at a time. */
export function* builtPages(directory: string): Generator<BuiltPage> {
  for (const name of readdirSync(directory, { encoding: 'utf8', recursive: true })) {
    if (!name.endsWith('.html')) continue;
    const file = join(directory, name);
    yield { file, html: readFileSync(file, 'utf8') };
  }
}
