import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { contentDirectory } from '../../site/content-directory.ts';
import { parseSiteUrl, type SiteUrl } from '../../site/site-url.ts';
import { complain, visible } from '../../site/terminal.ts';
import { steadyClock } from '../clock.ts';
import { CommandError } from '../command/command-error.ts';
import { type NewsletterConfig, readNewsletterConfig } from '../config.ts';
import { type NewsletterContent, readContent } from '../content.ts';
import { dkimSigner } from '../delivery/dkim.ts';
import { smtpLine } from '../delivery/smtp-line.ts';
import { keyedHashes } from '../hashes.ts';
import type { FrozenLetter, TakenMail } from '../store/letters.ts';
import type { List } from '../store/list.ts';
import { type BuiltLetter, loadBuiltLetters } from './built-letter.ts';
import { letterPress } from './letter-press.ts';
import { returnAddresses } from './return-address.ts';
import type { SendParts } from './send-letter.ts';

/** Where letters are sent from: the list, what was built, and what the environment says. */
export interface Desk {
  readonly list: List;
  /** The key of all keyed hashes. */
  readonly key: string;
  /** The folder of the built site. */
  readonly site: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where an answer is read from. */
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** What the environment says about sending. */
export interface Post {
  readonly address: SiteUrl;
  readonly config: NewsletterConfig;
  readonly content: NewsletterContent;
  readonly smtpUrl: string;
  readonly postalAddress: string;
  readonly from: FrozenLetter['from'];
}

/** The public address. Throws a CommandError where it is wrong. */
export function siteUrlOf(value: string | undefined): SiteUrl {
  try {
    return parseSiteUrl(value);
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : 'SITE_URL is wrong.');
  }
}

/**
 * All that must be set before a letter is sent.
 *
 * @throws CommandError with the sentence that says what is missing, and where it is set
 */
export async function postOf({ site, env }: Desk): Promise<Post> {
  const address = siteUrlOf(env['SITE_URL']);
  const config = readNewsletterConfig(env, address);
  const content = await readContent(site, contentDirectory);
  const { smtpUrl } = config;
  if (smtpUrl === undefined) {
    throw new CommandError(
      'SMTP_URL is not set, so there is no mail server to send the letter through; .env.example says what it should be.',
    );
  }
  const postalAddress = postalAddressOf(config, content);
  const from = { name: content.siteName, address: config.from };
  return { address, config, content, smtpUrl, postalAddress, from };
}

/** The owner's postal address. Throws a CommandError that says where it is set. */
export function postalAddressOf(config: NewsletterConfig, content: NewsletterContent): string {
  const postalAddress = config.postalAddress ?? content.postalAddress;
  if (postalAddress !== undefined) return postalAddress;
  throw new CommandError(
    'A letter needs a postal address, which the law asks for; write yours into newsletter.postalAddress of content/site.yaml and build, or set NEWSLETTER_POSTAL_ADDRESS.',
  );
}

/** The letters that were built. */
export const builtLetters = ({ site }: Desk): Promise<readonly BuiltLetter[]> =>
  loadBuiltLetters(site);

/** Asks once; only "y" and "yes" are a yes, and so is nothing where nobody answers. */
export async function isAgreed({ input, output }: Desk, question: string): Promise<boolean> {
  const lines = createInterface({ input, output });
  try {
    const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    const answer = await Promise.race([lines.question(visible(question)), closed]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}

/** A clock for a command, which does not jump. */
export const clockOf = (): (() => number) => steadyClock(Date.now, () => performance.now());

/** What it takes to send a letter, but for what one run alone knows. */
export function sendPartsOf(
  { list, key }: Desk,
  { address, config, smtpUrl }: Post,
  letter: FrozenLetter,
): Omit<SendParts, 'stopping' | 'progress' | 'now'> {
  const hashes = keyedHashes(key);
  const returns = returnAddresses(key);
  const signer = config.dkim && dkimSigner(config.dkim);
  let press: ReturnType<typeof letterPress> | undefined;
  const host = letter.from.address.split('@').at(-1) ?? 'localhost';
  return {
    list,
    letter: letter.id,
    sender: randomBytes(12).toString('hex'),
    compose: async ({ person, email }: TakenMail) => {
      const messageId = `<${hashes.letterMessage(letter.id, person)}@${host}>`;
      const { bounceAddress } = config;
      const from = bounceAddress
        ? returns.of(bounceAddress, letter.id, person)
        : letter.from.address;
      press ??= letterPress(letter, address, signer, Date.now);
      const print = await press;
      const unsubscribeToken = hashes.unsubscribeToken(person);
      const message = await print({ email, unsubscribeToken, messageId });
      return { envelope: { from, to: email }, message, messageId };
    },
    line: () => smtpLine(smtpUrl),
    connections: config.connections,
    perSecond: config.perSecond,
    monotonic: () => performance.now(),
    random: Math.random,
    wait: async (milliseconds, signal) => {
      await pause(milliseconds, undefined, { signal }).catch(() => undefined);
    },
    tell: complain,
  };
}
