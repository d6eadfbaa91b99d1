import { createTransport } from 'nodemailer';
import { linesAMinute } from '../service/calm-log.ts';
import { ListError } from '../store/list-error.ts';
import { DeliveryError, type Mailer } from './delivery.ts';
import type { MailFiles } from './mail-files.ts';
import { messageOf, type Sender } from './message.ts';

/** Of so many mails a minute the links are printed: as many as somebody who tries it out can follow. */
const MOST_PRINTED = 20;

/**
 * Writes each mail to a file, named by time, as mail programs open them (RFC 5322), and
 * `print`s what to do with it, so that everything works where nothing is configured.
 *
 * @param now milliseconds since 1970
 * @param monotonic milliseconds that never go back
 */
export function emlFiles(
  mails: MailFiles,
  from: Sender,
  print: (line: string) => void,
  now: () => number,
  monotonic: () => number,
): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const nextLine = linesAMinute(MOST_PRINTED, monotonic);
  let isQuiet = false;
  let count = 0;
  return {
    send: async (mail, { messageId, isWanted }) => {
      try {
        const { message } = await transport.sendMail(messageOf(mail, from, messageId));
        const bytes = Buffer.isBuffer(message) ? message : Buffer.concat(await message.toArray());
        count += 1;
        const time = new Date(now()).toISOString().replace(/\W/g, '-');
        const file = await mails.write(`${time}-${process.pid}-${count}.eml`, bytes, isWanted);
        if (file === undefined) return;
        if (!nextLine().isWritten) {
          if (!isQuiet)
            print(`More mails are in the same folder. Their links are printed again in a minute.`);
          isQuiet = true;
          return;
        }
        isQuiet = false;
        const link = /https?:\/\/\S+\?t=\S+/.exec(mail.text)?.[0] ?? '';
        print(`Mail, as SMTP_URL is not set: "${mail.subject}" is in ${file}. Its link: ${link}`);
      } catch (error) {
        if (error instanceof ListError) throw error;
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        throw new DeliveryError(`The mail could not be written to a file (${why}).`);
      }
    },
    close: () => transport.close(),
  };
}
