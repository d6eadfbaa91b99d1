import { createTransport } from 'nodemailer';
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
  const { hostname } = new URL(url);
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    requireTLS: !LOCAL.test(hostname),
    ...PATIENCE,
  });
  return {
    send: async (mail) => {
      try {
        await transport.sendMail(messageOf(mail, from));
      } catch (error) {
        throw deliveryError(error);
      }
    },
    close: () => transport.close(),
  };
}

/** What SMTP said (RFC 5321, section 4.2.1): 5yz is final, all else may pass. Names no address. */
function deliveryError(error: unknown): DeliveryError {
  const { code, responseCode } = Object(error);
  if (typeof responseCode === 'number') {
    return new DeliveryError(`The mail server answered ${responseCode}.`, {
      // What is wrong with our account is for the owner to mend, and then mails go out.
      permanent: responseCode >= 500 && code !== 'EAUTH',
    });
  }
  if (code === 'EENVELOPE') {
    return new DeliveryError('The mail server takes no such address.', { permanent: true });
  }
  return new DeliveryError(`The mail server could not be reached (${String(code ?? 'unknown')}).`);
}
