import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import SmtpTransport from 'nodemailer/lib/smtp-transport';
import { ListError } from '../store/list-error.ts';
import { certificateAdvice } from './certificate.ts';
import { DeliveryError, type Mailer, type Sending } from './delivery.ts';
import { messageOf, type Sender } from './message.ts';
import { verdictOn } from './smtp-refusal.ts';

/** How long a server may take for each step, in milliseconds. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** How long all steps up to the end of the mail may take, in milliseconds. */
const MOST_BEFORE_THE_END = 60_000;

/** How long its answer to the end may take, for which RFC 5321 (4.5.3.2.6) asks most patience. */
const MOST_AFTER_THE_END = 5 * 60_000;

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/** The mail is no longer wanted: it is cut off before its end, and the server throws it away. */
class Unwanted extends Error {}

/**
 * Sends mails through the SMTP server at `url` (`smtp:` or `smtps:`, with user and password where it
 * wants them). TLS is required unless the server runs on this machine.
 */
export function smtpMailer(url: string, from: Sender): Mailer {
  const isLocal = LOCAL.test(new URL(url).hostname);
  // Reads all that such an address may say, as nodemailer documents it.
  const { options } = new SmtpTransport(url);
  const settings = {
    ...options,
    requireTLS: !isLocal,
    ...PATIENCE,
  };
  const composer = createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (mail, sending) => {
      const composed = await composer.sendMail(messageOf(mail, from, sending.messageId));
      const { message: made } = composed;
      const message = Buffer.isBuffer(made) ? made : Buffer.concat(await made.toArray());
      const envelope = { from: from.address, to: mail.to };
      const connection = new SmtpConnection(settings);
      await deliver({ connection, auth: options.auth, isLocal }, envelope, message, sending);
    },
    close: () => composer.close(),
  };
}

/** A way to a mail server that was not gone yet. */
interface Line {
  readonly connection: SmtpConnection;
  readonly auth: SmtpConnection.AuthenticationType | undefined;
  /** Whether the server runs on this machine. */
  readonly isLocal: boolean;
}

/** One mail on a connection of its own. Rejects with a DeliveryError. */
function deliver(
  { connection, auth, isLocal }: Line,
  envelope: { readonly from: string; readonly to: string },
  message: Buffer,
  { isWanted, stopping, cutOff }: Sending,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let ended = false;
    /** Whether the server may have got all of it. */
    let whole = false;
    let timer: ReturnType<typeof setTimeout>;

    const end = (error?: unknown): void => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      stopping.removeEventListener('abort', stop);
      cutOff.removeEventListener('abort', cut);
      connection.close();
      if (!error || error instanceof Unwanted) resolve();
      else reject(deliveryError(error, whole, isLocal));
    };
    const late = (): void => end(new DeliveryError('The mail server took too long.'));
    const cut = (): void => end(new DeliveryError('The server was stopped.', { stopped: true }));
    // Nothing is lost by starting over, as long as the end is not out.
    const stop = (): void => {
      if (!whole) cut();
    };

    /** Read once the server waits for the mail; when it has been read, the dot follows. */
    async function* content(): AsyncGenerator<Buffer> {
      yield message;
      if (!(await isWanted())) throw new Unwanted();
      if (ended) throw new Unwanted();
      whole = true;
      clearTimeout(timer);
      timer = setTimeout(late, MOST_AFTER_THE_END);
    }
    const send = (): void => {
      const body = Readable.from(content(), { objectMode: false });
      body.on('error', end);
      connection.send(envelope, body, (error) => end(error));
    };

    timer = setTimeout(late, MOST_BEFORE_THE_END);
    connection.on('error', end);
    connection.on('end', () => end(new DeliveryError('The mail server hung up.')));
    if (stopping.aborted || cutOff.aborted) return cut();
    stopping.addEventListener('abort', stop);
    cutOff.addEventListener('abort', cut);
    connection.connect((error) => {
      if (error) end(error);
      else if (auth !== undefined && connection.allowsAuth) {
        connection.login(auth, (refused) => (refused ? end(refused) : send()));
      } else send();
    });
    return undefined;
  });
}

/** Why a mail did not leave. `whole` where the server may have got all of it. */
function deliveryError(
  error: unknown,
  whole: boolean,
  isLocal: boolean,
): DeliveryError | ListError {
  if (error instanceof DeliveryError) {
    return new DeliveryError(error.message, { stopped: error.stopped, unseen: whole });
  }
  // Asked for the last time before the end, it could not answer.
  if (error instanceof ListError) return error;
  const { code, command, originalCode, responseCode, response } = Object(error);
  const advice = certificateAdvice(originalCode ?? code, isLocal);
  if (advice !== undefined) return new DeliveryError(advice);
  if (typeof responseCode === 'number') {
    const refusal = { code: responseCode, response: String(response), command: String(command) };
    const { permanent, sentence } = verdictOn(refusal);
    return new DeliveryError(sentence, { permanent });
  }
  if (code === 'EENVELOPE') {
    return new DeliveryError('The mail server takes no such address.', { permanent: true });
  }
  const what = whole ? 'did not say whether it took the mail' : 'could not be reached';
  return new DeliveryError(`The mail server ${what} (${String(code ?? 'unknown')}).`, {
    unseen: whole,
  });
}
