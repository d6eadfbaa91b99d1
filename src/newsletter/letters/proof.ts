import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentDirectory } from '../../site/content-directory.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import { parseSiteUrl } from '../../site/site-url.ts';
import { parseAddress } from '../address.ts';
import { CommandError } from '../command/command-error.ts';
import { readNewsletterConfig } from '../config.ts';
import { readContent } from '../content.ts';
import { DeliveryError } from '../delivery/delivery.ts';
import { dkimSigner } from '../delivery/dkim.ts';
import { messageOf } from '../delivery/message.ts';
import { composer, smtpMailer } from '../delivery/smtp.ts';
import { SetupError } from '../setup-error.ts';
import { type BuiltLetter, loadBuiltLetters } from './built-letter.ts';
import { unknownLetter } from './checks.ts';
import { frozen, letterMail } from './letter-mail.ts';

/** Where letters are looked at before they are sent, which needs no list. */
export interface ProofDesk {
  /** The folder of the built site. */
  readonly site: string;
  readonly dataFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Stands where the postal address will, in a letter that is only looked at. */
const NO_POSTAL_ADDRESS = '[your postal address: not set yet]';

/** A link to leave of nobody: it leads to the page that leaving has, and takes nobody off. */
const NOBODY = 'a-test';

const SET_ADDRESS =
  'It has no postal address yet, and is not sent to the list without one: write newsletter.postalAddress into content/site.yaml and build, or set NEWSLETTER_POSTAL_ADDRESS.';

const today = (now: number): string => new Date(now).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** What `letter list` prints: each letter with its day, and whether readers see it. */
export async function listLetters({ site, now }: ProofDesk): Promise<string> {
  const letters = await loadBuiltLetters(site);
  if (letters.length === 0) {
    return 'There is no letter yet. Write content/letters/2026-12-01-its-name.mdx, as content/README.md says, and run npm run build.';
  }
  const width = Math.max(...letters.map(({ id }) => id.length));
  return letters
    .map(({ id, date, draft, subject }) => {
      const hidden = draft ? '  (draft)' : date > today(now) ? '  (yet to come)' : '';
      return `${date}  ${id.padEnd(width)}  ${subject}${hidden}`;
    })
    .join('\n');
}

/** The letter `id` as it would arrive at `email`, with what makes a mail of it. */
async function proofOf({ site, env }: ProofDesk, id: string, email: string) {
  const letter = letterOf(await loadBuiltLetters(site), id);
  const address = parseSiteUrl(env['SITE_URL'], new URL('../..', letter.address).href);
  const config = readNewsletterConfig(env, address);
  const content = await readContent(site, contentDirectory);
  const postal = config.postalAddress ?? content.postalAddress;
  const from = { name: content.siteName, address: config.from };
  const mail = letterMail(frozen(letter, postal ?? NO_POSTAL_ADDRESS, from), address, {
    email,
    unsubscribeToken: NOBODY,
  });
  return { letter, mail, config, content, from, hasAddress: postal !== undefined };
}

function letterOf(letters: readonly BuiltLetter[], id: string): BuiltLetter {
  const letter = letters.find((one) => one.id === id);
  if (letter) return letter;
  const known = letters.map((one) => one.id);
  throw new CommandError(unknownLetter(id, known));
}

/** Writes the finished mail of a letter below the data folder, and says where. */
export async function preview(desk: ProofDesk, id: string): Promise<string> {
  const { mail, from, hasAddress, letter } = await proofOf(desk, id, 'you@example.com');
  const folder = join(desk.dataFolder, 'preview');
  const compose = composer(undefined);
  try {
    const message = await compose.message(messageOf(mail, from, `<${id}@preview.invalid>`));
    await mkdir(folder, { recursive: true });
    const files = [
      [`${id}.eml`, message],
      [`${id}.html`, mail.html],
      [`${id}.txt`, mail.text],
    ] as const;
    for (const [name, content] of files) await writeFile(join(folder, name), content);
    return [
      `${letter.date}  ${letter.subject}`,
      ...files.map(([name]) => join(folder, name)),
      ...(hasAddress ? [] : [SET_ADDRESS]),
    ].join('\n');
  } finally {
    compose.close();
  }
}

/**
 * Sends a letter to one address alone, marked as a test, also a draft or one of a day to come.
 *
 * @throws CommandError where there is no such letter, address or mail server, SetupError where the mail
 * server does not take it
 */
export async function test(desk: ProofDesk, id: string, email: string): Promise<string> {
  const to = parseAddress(email);
  if (to.kind !== 'address') {
    throw new CommandError(
      `"${email}" is no email address; write letter test ${id} you@example.com.`,
    );
  }
  const { letter, mail, config, content, from, hasAddress } = await proofOf(desk, id, to.email);
  if (config.smtpUrl === undefined) {
    throw new CommandError(
      `SMTP_URL is not set, so there is no mail server to send the test through; .env.example says what it should be, and letter preview ${id} writes the mail into a file.`,
    );
  }
  const subject = fillBlanks(content.mails.letter.test, { subject: letter.subject });
  const mailer = smtpMailer(config.smtpUrl, from, config.dkim && dkimSigner(config.dkim));
  const { signal } = new AbortController();
  const host = from.address.split('@').at(-1) ?? 'localhost';
  try {
    await mailer.send(
      { ...mail, subject },
      {
        messageId: `<test.${desk.now}.${id}@${host}>`,
        isWanted: async () => true,
        stopping: signal,
        cutOff: signal,
      },
    );
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    throw new SetupError(`${error.message} The test was not sent.`);
  } finally {
    mailer.close();
  }
  return [
    `The mail server took the letter "${id}" for ${to.email}, marked as a test: "${subject}".`,
    ...(hasAddress ? [] : [SET_ADDRESS]),
  ].join('\n');
}
