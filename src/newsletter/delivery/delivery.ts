/** A mail, ready to be sent. */
export interface Mail {
  /** The recipient alone. Never put into a header as text (a crafted one could add recipients). */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Headers beyond From, To, Subject, Date and Message-ID, such as List-Unsubscribe. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A way for mails to leave. */
export interface Mailer {
  /**
   * Resolves once somebody else is responsible for the mail. Throws a DeliveryError.
   *
   * @param isWanted asked as late as can be: where it says false, the mail stays unsent
   */
  send(mail: Mail, isWanted: () => boolean): Promise<void>;
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
  /** Ends a subscription there; one who is not there is a success. Throws a DeliveryError. */
  remove(email: string): Promise<void>;
}

/** Why something did not leave, and whether to try again. The message names no address. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  /** Whether trying again is of no use. */
  readonly permanent: boolean;
  /** Milliseconds to wait, where the other side said how long. */
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    {
      permanent = false,
      retryAfter,
    }: { permanent?: boolean; retryAfter?: number | undefined } = {},
  ) {
    super(message);
    this.permanent = permanent;
    this.retryAfter = retryAfter;
  }
}
