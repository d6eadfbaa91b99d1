import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { builtFile } from '../built-file.ts';
import { SetupError } from '../setup-error.ts';

/** The file of a built site that holds the letters that are out as mails, as JSON. */
export const LETTERS_FILE = '_letters.json';

/**
 * The same of drafts and of letters of a day to come. It stands beside the folder of the site, where no
 * host publishes it.
 */
export async function lettersToComeFile(folder: string): Promise<string> {
  return join(dirname(await realpath(folder)), '.letters-to-come.json');
}

/** Stands in a built letter for the address that takes its reader off the list. */
export const UNSUBSCRIBE_MARK = '%%unsubscribe%%';

/** Stands in a built letter for the postal address that the law asks for. */
export const POSTAL_MARK = '%%postal-address%%';

const builtLetterSchema = z.strictObject({
  /** The name of its file without its day: the-hour-after. */
  id: z.string(),
  subject: z.string(),
  /** What mail programs show beside the subject. */
  preview: z.string(),
  /** The day it goes out, as YYYY-MM-DD. */
  date: z.iso.date(),
  draft: z.boolean(),
  /** Where it is read on the web, absolute. */
  address: z.url(),
  /** The whole mail but for what is each person's own: holds UNSUBSCRIBE_MARK and POSTAL_MARK. */
  html: z.string(),
  /** The same in plain text. */
  text: z.string(),
});

const builtLettersSchema = z.array(builtLetterSchema);

/** A letter as the build wrote it down, drafts and those of a day to come among them. */
export type BuiltLetter = Readonly<z.output<typeof builtLetterSchema>>;

/**
 * The letters of the site that was built into `folder`, the newest first.
 *
 * @throws SetupError with one sentence where there is no build, or one that wrote no letters
 */
export async function loadBuiltLetters(folder: string): Promise<readonly BuiltLetter[]> {
  const file = join(folder, LETTERS_FILE);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new SetupError(
      `${file} is not there, so there are no letters yet. Run npm run build, which writes them, with a newsletter (NEWSLETTER_PROVIDER).`,
    );
  });
  const toCome = await lettersToComeFile(folder);
  // A site that was built elsewhere comes without them.
  const more = await readFile(toCome, 'utf8').catch(() => '[]');
  return [
    ...builtFile(builtLettersSchema, toCome, more),
    ...builtFile(builtLettersSchema, file, text),
  ].toSorted((a, b) => b.date.localeCompare(a.date));
}
