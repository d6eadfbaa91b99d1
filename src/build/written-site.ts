import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { withFiguresWithin } from '../figures/name-figures.ts';
import { writtenFigures } from '../figures/written-figures.ts';
import { type FormWords, formWordsSchema } from '../forms/words-schema.ts';
import { contentDirectory } from '../site/content-directory.ts';
import { type ReadingWords, readingSchema } from '../site/reading-schema.ts';
import { type Site, siteSchema } from '../site/schema.ts';

/**
 * content/site.yaml, for what runs outside of the pages. Throws where it is wrong: a build has told
 * its writer before anybody asks here.
 */
export function writtenSite(): Site {
  return written('site.yaml', siteSchema);
}

let reading: ReadingWords | undefined;

/**
 * content/reading.yaml, for what runs outside of the pages. Throws as `writtenSite` does. It is read
 * once, as every text asks for it.
 */
export function writtenReading(): ReadingWords {
  reading ??= written('reading.yaml', readingSchema);
  return reading;
}

/** content/forms.yaml, likewise. */
export function writtenForms(): FormWords {
  return written('forms.yaml', formWordsSchema);
}

function written<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  const data: unknown = parse(readFileSync(join(contentDirectory(), name), 'utf8'));
  return schema.parse(withFiguresWithin(data, writtenFigures()));
}
