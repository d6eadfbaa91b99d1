/** Times are milliseconds since 1970 (UTC). Hashes are of `hashes.ts`, in hexadecimal digits. */

/** Under what circumstances somebody did something: what a consent is worth later. */
export interface Circumstances {
  readonly at: number;
  /** Path of the page it came from, without query; empty where it is not known. */
  readonly page: string;
  /** The words beside the button that was pressed. */
  readonly wording: string;
  /** Keyed hash of the network address; empty for what comes from the command line. */
  readonly network: string;
}

/** An address that asks to be on the list. */
export interface SignUp extends Circumstances {
  /** As parseAddress gives it. */
  readonly email: string;
  /** Whether the hidden field was filled, as only programs do. */
  readonly trapped: boolean;
}

/**
 * Something to be sent: a mail that asks to confirm, a welcome, a subscriber for the provider, one to
 * take off there, or nothing at all. Nothing is queued too, so that every sign-up leaves the same
 * writes.
 */
export type Errand = 'confirm' | 'welcome' | 'hand-over' | 'take-back' | 'nothing';

/** A line of the outbox that is due. */
export interface OutboxItem {
  readonly id: number;
  readonly errand: Errand;
  readonly email: string;
  /** Keyed hash of the address: who it is for, also after the address itself was deleted. */
  readonly subscriber: string;
  readonly page: string;
  readonly createdAt: number;
  /** How many times it was tried before. */
  readonly attempts: number;
  /** Of those, the last ones whose end nobody saw: the process died, before or after sending. */
  readonly unseen: number;
}

/** What came of a confirmation. */
export type Confirmation = 'confirmed' | 'already' | 'expired' | 'unknown';

/** Subscribers, consents and the outbox, in one database. Every method is one transaction. */
export interface Store {
  /**
   * Takes a sign-up, whoever it is from, with the same writes each time: one consent and one line in
   * the outbox. That line asks to confirm where the address may get a mail now (new, pending or
   * gone; not trapped, not forgotten; not within ten minutes of the last such mail, nor the fourth
   * in a day), and does nothing otherwise.
   */
  signUp(signUp: SignUp): void;
  /** Makes a token, known by its SHA-256, good for confirming `subscriber` until `expiresAt`. */
  issueToken(hash: string, subscriber: string, expiresAt: number): void;
  /**
   * Confirms the address that the token with this hash was issued for, again and again without harm.
   * The first time it queues `errands` ('welcome', 'hand-over').
   */
  confirm(hash: string, circumstances: Circumstances, errands: readonly Errand[]): Confirmation;
  /**
   * Deletes an address by its keyed hash, which is suppressed from then on. Its bytes are gone from
   * the files after `scrub`. Where it was confirmed, `errands` ('take-back') are queued, which hold
   * the address until they end.
   */
  unsubscribe(subscriber: string, circumstances: Circumstances, errands?: readonly Errand[]): void;
  /** Deletes the addresses that nobody confirmed for too long. Returns how many. */
  deleteUnconfirmed(now: number): number;
  /** Whether the address with this keyed hash is here, confirmed or not. */
  isListed(subscriber: string): boolean;
  /**
   * Takes the bytes of what was deleted out of the database's files. Resolves with false where that
   * is for later, because another process is reading or writing.
   */
  scrub(): Promise<boolean>;
  /** Takes at most `limit` lines that are due at `now`; nobody else gets them until `leasedUntil`. */
  takeDue(now: number, leasedUntil: number, limit: number): readonly OutboxItem[];
  /** Whether a line still waits, so that what it asks for is still wanted. */
  stillWaits(id: number): boolean;
  /** When the next line is due; undefined where none waits. */
  nextDue(): number | undefined;
  done(id: number, at: number): void;
  retry(id: number, dueAt: number, why: string): void;
  giveUp(id: number, at: number, why: string): void;
  /** How many there are of each: for health, statistics and the command line. */
  counts(): Counts;
  close(): void;
}

export interface Counts {
  readonly pending: number;
  readonly subscribed: number;
  /** Those who left, here or before they were imported. */
  readonly unsubscribed: number;
  /** Those who left, and those who were forgotten. */
  readonly suppressed: number;
  readonly waiting: number;
  readonly failed: number;
}
