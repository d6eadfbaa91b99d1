import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDirectory } from '../site/content-directory.ts';
import { type Figures, figuresSchema } from './schema.ts';

let read: { readonly text: string; readonly figures: Figures } | undefined;

/**
 * content/figures.yaml, for what runs outside of the pages. Of a file that is wrong, none: a build has
 * told its writer before anybody asks here, and one who watches the site is told as well. It is parsed
 * once for a text, as every collection asks for it.
 */
export function writtenFigures(): Figures {
  try {
    const text = readFileSync(join(contentDirectory(), 'figures.yaml'), 'utf8');
    if (read?.text !== text) {
      const data: unknown = parse(text);
      read = { text, figures: figuresSchema.safeParse(data).data ?? {} };
    }
    return read.figures;
  } catch {
    return {};
  }
}
