import { buffer } from 'node:stream/consumers';
import { type Incoming, LARGEST } from './incoming.ts';

/** What separates mails (RFC 4155, appendix A), strictly, as texts have lines that begin with "From". */
const POSTMARK = /(?<=^|\n\r?\n)From \S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} .*\n/g;

/** The mails in a file of mbox format; a file that does not begin as one is one mail. */
export function mailsIn(file: Buffer): readonly Buffer[] {
  // One character for each byte, whatever it means.
  const text = file.toString('latin1');
  if (text.trim() === '') return [];
  if (!text.startsWith('From ')) return [file];
  return text
    .split(POSTMARK)
    .filter((mail) => mail.trim() !== '')
    .map((mail) => Buffer.from(mail.replace(/^>(>*From )/gm, '$1'), 'latin1'));
}

/** The mails on a stream, which stay nowhere. */
export async function* streamedMails(input: NodeJS.ReadableStream): AsyncGenerator<Incoming> {
  for (const mail of mailsIn(await buffer(input))) {
    yield { raw: mail.length > LARGEST ? undefined : mail, handled: async () => {} };
  }
}
