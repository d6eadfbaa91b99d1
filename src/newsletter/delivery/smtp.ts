import { createTransport } from 'nodemailer';
import { certificateAdvice } from './certificate.ts';
import { DeliveryError, type Mailer } from './delivery.ts';
import { messageOf, type Sender } from './message.ts';

/** How long a server may take for each step, in milliseconds. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * Sends mails through the SMTP server at `url` (`smtp:` or `smtps:`, with user and password where it
 * wants them). TLS is required unless the server runs on this machine.
 */
export function smtpMailer(url: string, from: Sender): Mailer {
  const isLocal = LOCAL.test(new URL(url).hostname);
  const transport = createTransport({
    // Without a pool, which would send again by itself what it is not sure of.
    url,
    requireTLS: !isLocal,
    ...PATIENCE,
  });
  return {
    send: async (mail, isWanted) => {
      if (!isWanted()) return;
      try {
        await transport.sendMail(messageOf(mail, from));
      } catch (error) {
        throw deliveryError(error, isLocal);
      }
    },
    close: () => transport.close(),
  };
}

/** Steps at which a refusal is about this mail. At others it is about us, for the owner to mend. */
const ABOUT_THE_MAIL: readonly unknown[] = ['RCPT TO', 'DATA'];

/** What SMTP said (RFC 5321, section 4.2.1): 5yz is final, all else may pass. Names no address. */
function deliveryError(error: unknown, isLocal: boolean): DeliveryError {
  const { code, command, originalCode, responseCode } = Object(error);
  const advice = certificateAdvice(originalCode ?? code, isLocal);
  if (advice !== undefined) return new DeliveryError(advice);
  if (typeof responseCode === 'number') {
    return new DeliveryError(`The mail server answered ${responseCode} to ${command}.`, {
      permanent: responseCode >= 500 && ABOUT_THE_MAIL.includes(command),
    });
  }
  if (code === 'EENVELOPE') {
    return new DeliveryError('The mail server takes no such address.', { permanent: true });
  }
  return new DeliveryError(`The mail server could not be reached (${String(code ?? 'unknown')}).`);
}
