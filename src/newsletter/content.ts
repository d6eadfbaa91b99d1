import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { checked } from '../site/content-error.ts';
import { siteSchema } from '../site/schema.ts';
import { withSiteName } from '../site/site-name.ts';
import { SetupError } from './setup-error.ts';
import { type Words, wordsSchema } from './words-schema.ts';

/** What the newsletter says, and in whose name. */
export interface NewsletterContent {
  readonly siteName: string;
  /** The color of buttons in mails, as `#rrggbb`. */
  readonly accent: string;
  readonly postalAddress: string | undefined;
  readonly words: Words;
}

/**
 * Reads site.yaml and newsletter.yaml in `folder` as the build does, for the server.
 *
 * @throws SetupError that names the file, the field, what was found and what is allowed
 */
export async function readContent(folder: string): Promise<NewsletterContent> {
  const site = await read(folder, 'site.yaml', siteSchema);
  const words = await read(folder, 'newsletter.yaml', wordsSchema);
  const { name, accent, newsletter } = site;
  return {
    siteName: name,
    accent: accent.light,
    postalAddress: newsletter.postalAddress,
    words: withSiteName(words, name),
  };
}

async function read<Schema extends z.ZodType>(
  folder: string,
  name: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const file = join(folder, name);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new SetupError(`${file} cannot be read. The newsletter needs it for its mails.`);
  });
  const result = checked(schema).safeParse(parse(text));
  if (result.success) return result.data;
  const mistakes = result.error.issues.map(
    ({ path, message }) => `${file}: the field "${path.join('.')}" is wrong. ${message}`,
  );
  throw new SetupError(mistakes.join('\n'));
}
