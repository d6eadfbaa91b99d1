import Dkim from 'nodemailer/lib/dkim';
import type { SiteUrl } from '../../site/site-url.ts';
import type { DkimSigner } from '../delivery/dkim.ts';
import { messageOf } from '../delivery/message.ts';
import { composer } from '../delivery/smtp.ts';
import type { FrozenLetter } from '../store/letters.ts';
import { letterMail } from './letter-mail.ts';

/** Whose own a mail of a letter is. */
export interface Reader {
  readonly email: string;
  readonly unsubscribeToken: string;
  /** With its angle brackets. */
  readonly messageId: string;
}

/** Stand for a reader's own, as long and of the same letters, so that lines break at the same places. */
const TOKEN = 'AaZz09-_'.repeat(8);
const MESSAGE = '0123456789abcdef'.repeat(2);
const EMAIL = 'reader@example.com';
const SAMPLE = 'Zz90_-Aa'.repeat(8);

/** Addresses that stand in a header as they are, on one line (RFC 5322, sections 2.1.1 and 3.2.3). */
const PLAIN = /^(?=.{3,60}$)(?!.*@.*xn--)[\w+-]+(\.[\w+-]+)*@[a-z\d-]+(\.[a-z\d-]+)+$/;

/** The mark of the other kind of line that nodemailer makes up for each mail. */
const BOUNDARY = /--_NmP-[0-9a-f]+-/g;

const dateLine = (now: number): string =>
  `Date: ${new Date(now).toUTCString().replace('GMT', '+0000')}`;

/** What is the same of two mails that were made of the same letter. */
const bare = (message: Buffer): string =>
  message
    .toString('latin1')
    .replaceAll(BOUNDARY, '--')
    .replace(/^Date: .*$/m, '');

/**
 * Prints a letter: it is encoded once, and then a reader's own is put into the places that are kept for
 * it. Whatever does not come out the same as a mail that was written by itself is written by itself.
 *
 * @param now milliseconds since 1970
 * @returns a reader's mail as it goes over the wire, in pieces, signed where there is a signer
 */
export async function letterPress(
  letter: FrozenLetter,
  site: SiteUrl,
  dkim: DkimSigner | undefined,
  now: () => number,
): Promise<(reader: Reader) => Promise<readonly Buffer[]>> {
  const plain = composer(undefined);
  const write = async ({ email, unsubscribeToken, messageId }: Reader): Promise<Buffer> => {
    const mail = letterMail(letter, site, { email, unsubscribeToken });
    return plain.message(messageOf(mail, letter.from, messageId));
  };
  const host = letter.from.address.split('@').at(-1) ?? 'localhost';
  const made = await write({
    email: EMAIL,
    unsubscribeToken: TOKEN,
    messageId: `<${MESSAGE}@${host}>`,
  });
  const template = made.toString('latin1');
  const pieces = piecesOf(template, [
    ...tokensIn(template),
    ownAt(template, `\r\nTo: ${EMAIL}\r\n`, ({ email }) => `\r\nTo: ${email}\r\n`),
    ownAt(template, `<${MESSAGE}@${host}>`, ({ messageId }) => messageId),
    ownAt(template, /^Date: .*$/m.exec(template)?.[0] ?? '', () => dateLine(now())),
  ]);
  const print = (reader: Reader): readonly Buffer[] =>
    pieces.map((piece) => (Buffer.isBuffer(piece) ? piece : Buffer.from(piece(reader), 'latin1')));
  const sample = {
    email: 'somebody.else@example.org',
    unsubscribeToken: SAMPLE,
    messageId: `<${MESSAGE.replaceAll('a', '7')}@${host}>`,
  };
  const isTrue = bare(Buffer.concat(print(sample))) === bare(await write(sample));
  const signer = dkim && new Dkim(dkim);
  return async (reader) => {
    const isPlain =
      isTrue && PLAIN.test(reader.email) && reader.unsubscribeToken.length === TOKEN.length;
    const message = isPlain ? print(reader) : [await write(reader)];
    return signer === undefined ? message : signer.sign(Buffer.concat(message)).toArray();
  };
}

/** What is shorter is copied for each reader: a piece more takes longer. In bytes. */
const LEAST_SHARED = 2_048;

/** A piece of a letter: the same for everyone, and in memory once, or what a reader's own is there. */
type Piece = Buffer | ((reader: Reader) => string);

/** Where a reader's own stands in a template, and what it is. */
interface Own {
  readonly at: number;
  readonly length: number;
  readonly of: (reader: Reader) => string;
}

const ownAt = (template: string, sample: string, of: Own['of']): Own => ({
  at: template.indexOf(sample),
  length: sample.length,
  of,
});

// A long link may be broken in two (RFC 2045, section 6.7).
const BROKEN_TOKEN = new RegExp([...TOKEN].join('((?:=\\r\\n)?)'), 'g');

const tokensIn = (template: string): Own[] =>
  [...template.matchAll(BROKEN_TOKEN)].map(({ 0: found, index, ...breaks }) => ({
    at: index,
    length: found.length,
    of: ({ unsubscribeToken }) =>
      [...unsubscribeToken].map((sign, at) => sign + (breaks[at + 1] ?? '')).join(''),
  }));

function piecesOf(template: string, owns: readonly Own[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (of: Own['of']): void => {
    const before = pieces.at(-1);
    if (typeof before !== 'function') pieces.push(of);
    else pieces.splice(-1, 1, (reader) => before(reader) + of(reader));
  };
  const addSame = (text: string): void => {
    if (text.length < LEAST_SHARED) add(() => text);
    else pieces.push(Buffer.from(text, 'latin1'));
  };
  let end = 0;
  for (const { at, length, of } of owns.toSorted((one, other) => one.at - other.at)) {
    addSame(template.slice(end, at));
    add(of);
    end = at + length;
  }
  addSame(template.slice(end));
  return pieces;
}
