import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDirectory } from '../site/content-directory.ts';
import { type Figures, figuresSchema } from './schema.ts';

/**
 * content/figures.yaml, for what runs outside of the pages. Of a file that is wrong, none: a build has
 * told its writer before anybody asks here, and one who watches the site is told as well.
 */
export function writtenFigures(): Figures {
  try {
    const data: unknown = parse(readFileSync(join(contentDirectory(), 'figures.yaml'), 'utf8'));
    return figuresSchema.safeParse(data).data ?? {};
  } catch {
    return {};
  }
}
