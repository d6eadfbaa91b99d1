import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { checked } from '../site/content-error.ts';
import { siteSchema } from '../site/schema.ts';
import { withSiteName } from '../site/site-name.ts';
import { builtFile } from './built-file.ts';
import { SetupError } from './setup-error.ts';
import { newsletterSchema } from './words-schema.ts';

/** The file of a built site that holds what its newsletter says, as JSON. */
export const NEWSLETTER_FILE = '_newsletter.json';

/** What the server says and records by itself, beside the pages, and in whose name. */
const contentSchema = z.strictObject({
  siteName: z.string(),
  /** The color of buttons in mails, as `#rrggbb`. */
  accent: z.string(),
  postalAddress: z.string().optional(),
  mails: newsletterSchema.shape.mails,
  /** The letters that the welcome names, which only a build knows to be out. */
  welcome: z.array(z.strictObject({ subject: z.string(), url: z.url() })).default([]),
  /** What people agree to. */
  consent: newsletterSchema.shape.form.shape.consent,
});

export type NewsletterContent = z.output<typeof contentSchema>;

/**
 * What the newsletter of the site in `folder` says, as it was built; of a site without a note of it,
 * what the folder that `content` names says now. A mistake that is made there later harms no site that is served.
 *
 * @throws SetupError that names the file, the field, what was found and what is allowed
 */
export async function readContent(
  folder: string,
  content: () => string,
): Promise<NewsletterContent> {
  const file = join(folder, NEWSLETTER_FILE);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return writtenNewsletter(content());
  return builtFile(contentSchema, file, text);
}

/**
 * What site.yaml and newsletter.yaml in `folder` say.
 *
 * @throws SetupError that names the file, the field, what was found and what is allowed
 */
export async function writtenNewsletter(folder: string): Promise<NewsletterContent> {
  const site = await read(folder, 'site.yaml', siteSchema);
  const written = await read(folder, 'newsletter.yaml', newsletterSchema);
  const { name, accent, newsletter } = site;
  const { mails, form } = withSiteName(written, name);
  return {
    siteName: name,
    accent: accent.light,
    postalAddress: newsletter.postalAddress,
    mails,
    welcome: [],
    consent: form.consent,
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
  const result = checked(schema).safeParse(yamlOf(file, text));
  if (result.success) return result.data;
  const mistakes = result.error.issues.map(
    ({ path, message }) => `${file}: the field "${path.join('.')}" is wrong. ${message}`,
  );
  throw new SetupError(mistakes.join('\n'));
}

function yamlOf(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [why] = String(error instanceof Error ? error.message : error).split('\n');
    throw new SetupError(`${file} is no YAML. ${why}`);
  }
}
