import type { Refusal } from './smtp-refusal.ts';

/** A mail, ready to be sent. */
export interface Mail {
  /** The recipient alone. Never put into a header as text (a crafted one could add recipients). */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The list that it belongs to (RFC 2919): what it is called, in any letters, and its id. */
  readonly list: { readonly name: string; readonly id: string };
  /** Headers beyond From, To, Subject, Date and Message-ID, such as List-Unsubscribe. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a mailer needs to know while it sends. */
export interface Sending {
  /** The Message-ID, the same each time that the same mail is sent: whoever gets it twice can tell. */
  readonly messageId: string;
  /**
   * Asked right before somebody else becomes responsible for the mail, from where on nobody may see
   * what came of it. Where it says false, the mail stays unsent.
   */
  readonly isWanted: () => Promise<boolean>;
  /** Aborted when the mail is to be left for later, unless somebody else may have it already. */
  readonly stopping: AbortSignal;
  /** Aborted when nobody waits any longer, whatever comes of it. */
  readonly cutOff: AbortSignal;
}

/** A way for mails to leave. */
export interface Mailer {
  /** Resolves once somebody else is responsible for the mail. Throws a DeliveryError. */
  send(mail: Mail, sending: Sending): Promise<void>;
  close(): void;
}

/** A subscriber on the way to a provider. */
export interface HandedOver {
  readonly email: string;
  readonly page: string;
  readonly at: number;
}

/** A service that sends the letters, once the list is large. */
export interface Provider {
  /** Whether the provider asks people to confirm, or takes only those who have confirmed here. */
  readonly confirms: boolean;
  /** Adds a subscriber; one who is there already is a success. Throws a DeliveryError. */
  add(subscriber: HandedOver): Promise<void>;
  /** Takes somebody off its list; one who is not there is a success. Throws a DeliveryError. */
  leave(email: string): Promise<void>;
  /** Deletes somebody; one who is not there is a success. Throws a DeliveryError. */
  forget(email: string): Promise<void>;
}

/** Why something did not leave, and whether to try again. The message names no address. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  /** Whether trying again is of no use. */
  readonly permanent: boolean;
  /** Milliseconds to wait, where the other side said how long. */
  readonly retryAfter: number | undefined;
  /** Whether it may have left all the same. */
  readonly unseen: boolean;
  /** Whether it was left for later because this process ends. */
  readonly stopped: boolean;
  /** Whether the server had let us in, so that it is about this mail. */
  readonly ready: boolean;
  /** What the server said no with; undefined where it said nothing. */
  readonly refusal: Refusal | undefined;

  constructor(
    message: string,
    {
      permanent = false,
      retryAfter,
      unseen = false,
      stopped = false,
      ready = false,
      refusal,
    }: {
      permanent?: boolean;
      retryAfter?: number | undefined;
      unseen?: boolean;
      stopped?: boolean;
      ready?: boolean;
      refusal?: Refusal;
    } = {},
  ) {
    super(message);
    this.permanent = permanent;
    this.retryAfter = retryAfter;
    this.unseen = unseen;
    this.stopped = stopped;
    this.ready = ready;
    this.refusal = refusal;
  }
}
