import { createTransport } from 'nodemailer';
import type { Mailer } from './delivery.ts';
import type { DkimSigner } from './dkim.ts';
import { messageOf, type Sender } from './message.ts';
import { smtpLine } from './smtp-line.ts';

/**
 * Sends mails through the SMTP server at `url` (`smtp:` or `smtps:`, with user and password where it
 * wants them), each on a connection of its own. TLS is required unless the server runs on this machine.
 */
export function smtpMailer(url: string, from: Sender, dkim?: DkimSigner): Mailer {
  const compose = composer(dkim);
  return {
    send: async (mail, sending) => {
      const message = await compose.message(messageOf(mail, from, sending.messageId));
      const line = smtpLine(url);
      try {
        await line.send({ from: from.address, to: mail.to }, [message], sending);
      } finally {
        line.close();
      }
    },
    close: compose.close,
  };
}

/** Writes mails as they go over the wire (RFC 5322), signed where there is a signer. */
export function composer(dkim: DkimSigner | undefined) {
  const transport = createTransport({ streamTransport: true, buffer: true, ...(dkim && { dkim }) });
  return {
    message: async (options: ReturnType<typeof messageOf>): Promise<Buffer> => {
      const { message } = await transport.sendMail(options);
      return Buffer.isBuffer(message) ? message : Buffer.concat(await message.toArray());
    },
    close: () => transport.close(),
  };
}
