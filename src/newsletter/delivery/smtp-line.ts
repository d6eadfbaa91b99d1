import { Readable } from 'node:stream';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import SmtpTransport from 'nodemailer/lib/smtp-transport';
import { ListError } from '../store/list-error.ts';
import { certificateAdvice } from './certificate.ts';
import { DeliveryError, type Sending } from './delivery.ts';
import { verdictOn } from './smtp-refusal.ts';

/** How long a server may take, in milliseconds. */
export interface Patience {
  /** For each step, as nodemailer calls them. */
  readonly steps: {
    readonly connectionTimeout: number;
    readonly greetingTimeout: number;
    readonly socketTimeout: number;
  };
  /** For all steps up to the end of the mail. */
  readonly beforeTheEnd: number;
  /** For its answer to the end, for which RFC 5321 (4.5.3.2.6) asks most patience. */
  readonly afterTheEnd: number;
}

const PATIENCE: Patience = {
  steps: { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
  beforeTheEnd: 60_000,
  afterTheEnd: 5 * 60_000,
};

/** How long it may take to say goodbye, in milliseconds. */
const FAREWELL = 500;

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/** The mail is no longer wanted: it is cut off before its end, and the server throws it away. */
class Unwanted extends Error {}

/** Who a mail is from and to, for the servers. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/** A way to a mail server, for one mail after the other. */
export interface SmtpLine {
  /**
   * Sends a mail, in pieces. Resolves with what the server said when it took the mail; with undefined where it was no longer
   * wanted. Rejects with a DeliveryError, or with the ListError of who was asked.
   */
  send(
    envelope: Envelope,
    message: readonly Buffer[],
    sending: Sending,
  ): Promise<string | undefined>;
  /** Gets as far as a mail would, and no further. Rejects with a DeliveryError. */
  greet(stopping: AbortSignal): Promise<void>;
  close(): void;
}

/**
 * Keeps a connection to the SMTP server at `url` as long as it lasts, and makes another one for the
 * next mail. TLS is required unless the server runs on this machine.
 */
export function smtpLine(url: string, patience: Patience = PATIENCE): SmtpLine {
  const isLocal = LOCAL.test(new URL(url).hostname);
  // Reads all that such an address may say, as nodemailer documents it.
  const { options } = new SmtpTransport(url);
  const settings = { ...options, requireTLS: !isLocal, ...patience.steps };
  let kept: SmtpConnection | undefined;

  const open = (): SmtpConnection => {
    const connection = new SmtpConnection(settings);
    const drop = (): void => {
      if (kept !== connection) return;
      kept = undefined;
      connection.close();
    };
    // A server may end a connection that waits for the next mail.
    connection.on('error', drop);
    connection.on('end', drop);
    return connection;
  };

  /** Does `work` on a connection that is ready, within the times. */
  const use = <Result>(
    stopping: AbortSignal,
    cutOff: AbortSignal | undefined,
    work: (connection: SmtpConnection, call: Call<Result>) => void,
  ): Promise<Result | undefined> =>
    new Promise((resolve, reject) => {
      const before = kept;
      kept = undefined;
      const connection = before ?? open();
      let [ended, asked, whole, ready] = [false, false, false, before !== undefined];
      let timer: ReturnType<typeof setTimeout>;

      const settle = (): void => {
        ended = true;
        clearTimeout(timer);
        stopping.removeEventListener('abort', stop);
        cutOff?.removeEventListener('abort', cut);
        connection.off('error', fail);
        connection.off('end', hungUp);
      };
      const done = (result?: Result): void => {
        if (ended) return;
        settle();
        kept = connection;
        resolve(result);
      };
      const fail = (error: unknown): void => {
        if (ended) return;
        settle();
        if (error instanceof Unwanted) {
          connection.close();
          resolve(undefined);
          return;
        }
        const told = deliveryError(error, { whole, ready, isLocal });
        // A connection that was kept may be at its end, of which that is the first sign.
        if (before !== undefined && !asked && isEndOfLine(told)) {
          connection.close();
          use(stopping, cutOff, work).then(resolve, reject);
          return;
        }
        const answered = told instanceof DeliveryError ? told.refusal : undefined;
        if (answered === undefined || answered.code === 421 || !ready) connection.close();
        else {
          // The next mail begins anew.
          connection.reset((refused) => {
            if (refused) connection.close();
            else kept ??= connection;
          });
        }
        reject(told);
      };
      const late = (): void => fail(new DeliveryError('The mail server took too long.'));
      const hungUp = (): void => fail(new DeliveryError('The mail server hung up.'));
      const cut = (): void => fail(new DeliveryError('The server was stopped.', { stopped: true }));
      // Nothing is lost by starting over, as long as the end is not out.
      const stop = (): void => {
        if (!whole) cut();
      };
      const call: Call<Result> = {
        done,
        fail,
        isOver: () => ended,
        asks: () => {
          asked = true;
        },
        endIsOut: () => {
          whole = true;
          clearTimeout(timer);
          timer = setTimeout(late, patience.afterTheEnd);
        },
      };
      const begin = (): void => {
        ready = true;
        work(connection, call);
      };

      timer = setTimeout(late, patience.beforeTheEnd);
      connection.on('error', fail);
      connection.on('end', hungUp);
      if (stopping.aborted || cutOff?.aborted) return cut();
      stopping.addEventListener('abort', stop);
      cutOff?.addEventListener('abort', cut);
      if (before !== undefined) return begin();
      connection.connect((error) => {
        if (error) fail(error);
        else if (options.auth !== undefined && connection.allowsAuth) {
          connection.login(options.auth, (refused) => (refused ? fail(refused) : begin()));
        } else begin();
      });
      return undefined;
    });

  return {
    send: (envelope, message, { isWanted, stopping, cutOff }) =>
      use<string>(stopping, cutOff, (connection, { done, fail, asks, isOver, endIsOut }) => {
        /** Read once the server waits for the mail; when it has been read, the dot follows. */
        async function* content(): AsyncGenerator<Buffer> {
          yield* message;
          asks();
          if (!(await isWanted())) throw new Unwanted();
          if (isOver()) throw new Unwanted();
          endIsOut();
        }
        const body = Readable.from(content(), { objectMode: false });
        body.on('error', fail);
        connection.send({ ...envelope }, body, (error, info) =>
          error ? fail(error) : done(info.response),
        );
      }),
    greet: async (stopping) => {
      await use<void>(stopping, undefined, (_, { done }) => done());
    },
    close: () => {
      const last = kept;
      kept = undefined;
      last?.quit();
      // Nobody waits long for its farewell.
      setTimeout(() => last?.close(), FAREWELL).unref();
    },
  };
}

/** One use of a connection. */
interface Call<Result> {
  readonly done: (result?: Result) => void;
  readonly fail: (error: unknown) => void;
  /** From here on it is asked whether the mail is wanted, which is asked once. */
  readonly asks: () => void;
  readonly isOver: () => boolean;
  /** From here on the server may have got all of it. */
  readonly endIsOut: () => void;
}

/** Whether a mail failed only because the connection had come to its end before it. */
function isEndOfLine(error: DeliveryError | ListError): boolean {
  if (!(error instanceof DeliveryError) || error.stopped) return false;
  const { refusal } = error;
  return refusal === undefined || (refusal.code === 421 && refusal.command === 'MAIL FROM');
}

/** Why a mail did not leave. `whole` where the server may have got all of it. */
function deliveryError(
  error: unknown,
  {
    whole,
    ready,
    isLocal,
  }: { readonly whole: boolean; readonly ready: boolean; readonly isLocal: boolean },
): DeliveryError | ListError {
  if (error instanceof DeliveryError) {
    const { stopped, message } = error;
    return new DeliveryError(message, { stopped, unseen: whole, ready });
  }
  // Asked for the last time before the end, it could not answer.
  if (error instanceof ListError) return error;
  const { code, command, originalCode, responseCode, response } = Object(error);
  const advice = certificateAdvice(originalCode ?? code, isLocal);
  if (advice !== undefined) return new DeliveryError(advice);
  if (typeof responseCode === 'number') {
    const refusal = { code: responseCode, response: String(response), command: String(command) };
    const { permanent, sentence } = verdictOn(refusal);
    return new DeliveryError(sentence, { permanent, ready, refusal });
  }
  if (code === 'EENVELOPE') {
    return new DeliveryError('The mail server takes no such address.', { permanent: true, ready });
  }
  const what = whole ? 'did not say whether it took the mail' : 'could not be reached';
  return new DeliveryError(`The mail server ${what} (${String(code ?? 'unknown')}).`, {
    unseen: whole,
    ready,
  });
}
