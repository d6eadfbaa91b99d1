import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { NewsletterContent } from '../../newsletter/content.ts';
import {
  type BuiltLetter,
  LETTERS_FILE,
  lettersToComeFile,
} from '../../newsletter/letters/built-letter.ts';
import { isOut } from '../../site/dead-ends.ts';
import type { Site } from '../../site/schema.ts';
import { composeLetter } from './compose-letter.ts';
import { unsupportedIn } from './unsupported.ts';

/** Gmail cuts a mail at 102 KB; what each person's own adds is far less than the rest. */
const MOST_BYTES = 90 * 1024;

const renderedSchema = z.array(
  z.strictObject({
    id: z.string(),
    subject: z.string(),
    preview: z.string(),
    date: z.string(),
    draft: z.boolean(),
    address: z.string(),
    html: z.string(),
  }),
);

/**
 * Makes mails of the texts that the pages of the build in `folder` left in LETTERS_FILE, and writes those
 * there that readers may see on `today`, and the others where no host publishes them. Returns both,
 * the newest first.
 *
 * @throws Error with a sentence a line for each letter that mail programs would not show as it is. One
 * that readers do not see yet is left out, and `warn` gets its sentence.
 */
export async function writeLetters(
  folder: string,
  site: Site,
  { mails }: Pick<NewsletterContent, 'mails'>,
  { home, today, warn }: { home: string; today: string; warn: (sentence: string) => void },
): Promise<{ readonly out: BuiltLetter[]; readonly toCome: BuiltLetter[] }> {
  const file = join(folder, LETTERS_FILE);
  const rendered = renderedSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const frame = {
    siteName: site.name,
    home,
    language: site.language,
    accent: site.accent,
    words: { ...mails.letter, why: mails.footer.why },
  };
  const letters: BuiltLetter[] = [];
  const stopping: string[] = [];
  const shows = ({ draft, date }: { draft: boolean; date: string }) =>
    isOut({ draft, published: date }, { today, preview: false });
  for (const letter of rendered) {
    const composed = { ...letter, ...(await composeLetter(letter, frame)) };
    const mistakes = mailMistakes(composed);
    if (mistakes.length === 0) letters.push(composed);
    else if (shows(letter)) stopping.push(...mistakes);
    else for (const mistake of mistakes) warn(`${mistake} It is not out, so the build goes on.`);
  }
  if (stopping.length > 0) throw new Error(stopping.join('\n'));
  const out = letters.filter(shows);
  await writeFile(file, JSON.stringify(out));
  const toCome = letters.filter((letter) => !shows(letter));
  await writeFile(await lettersToComeFile(folder), JSON.stringify(toCome));
  return { out, toCome };
}

/** What mail programs would not show of a letter, a sentence each. */
export function mailMistakes({
  id,
  date,
  html,
}: Pick<BuiltLetter, 'id' | 'date' | 'html'>): string[] {
  const letter = `content/letters/${date}-${id}`;
  const bytes = Buffer.byteLength(html);
  const tooLong =
    bytes > MOST_BYTES
      ? [
          `${letter}: the mail is too long, and Gmail would cut it. Found: ${Math.ceil(bytes / 1024)} KB. Allowed: ${MOST_BYTES / 1024} KB. Shorten it, and link to the rest.`,
        ]
      : [];
  const lacking = unsupportedIn(html).map(
    ({ feature, programs }) =>
      `${letter}: some mail programs don't support what this letter has. Found: ${feature}, which ${programs.join(', ')} ${programs.length > 1 ? 'lack' : 'lacks'} (caniemail.com). Say it in text, or as a list, a picture or a table.`,
  );
  return [...tooLong, ...lacking];
}
