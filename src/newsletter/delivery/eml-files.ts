import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { DeliveryError, type Mailer } from './delivery.ts';
import { messageOf, type Sender } from './message.ts';

/**
 * Writes each mail to a file in `folder`, named by time, as mail programs open them (RFC 5322), and
 * `print`s what to do with it, so that everything works where nothing is configured.
 */
export function emlFiles(
  folder: string,
  from: Sender,
  print: (line: string) => void,
  now: () => number,
): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  let count = 0;
  return {
    send: async (mail, isWanted) => {
      try {
        const { message } = await transport.sendMail(messageOf(mail, from));
        const bytes = Buffer.isBuffer(message) ? message : Buffer.concat(await message.toArray());
        // From here on in one go, so that nobody can leave between the question and the file.
        if (!isWanted()) return;
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        count += 1;
        const time = new Date(now()).toISOString().replace(/\W/g, '-');
        const file = join(folder, `${time}-${process.pid}-${count}.eml`);
        // Renamed when it is whole.
        writeFileSync(`${file}.part`, bytes, { mode: 0o600 });
        renameSync(`${file}.part`, file);
        const link = /https?:\/\/\S+\?t=\S+/.exec(mail.text)?.[0] ?? '';
        print(`Mail, as SMTP_URL is not set: "${mail.subject}" is in ${file}. Its link: ${link}`);
      } catch (error) {
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        throw new DeliveryError(`The mail could not be written to a file (${why}).`);
      }
    },
    close: () => transport.close(),
  };
}
