import type { Letters } from './letters.ts';
import type { Returns } from './returns.ts';

/** Times are milliseconds since 1970 (UTC). Hashes are of `hashes.ts`, in hexadecimal digits. */

/** Under what circumstances somebody did something: what a consent is worth later. */
export interface ConsentCircumstances {
  readonly at: number;
  /** Path of the page it came from, without query; empty where it is not known. */
  readonly page: string;
  /** The words beside the button that was pressed. */
  readonly wording: string;
  /** Keyed hash of the network address; empty for what comes from the command line. */
  readonly network: string;
}

/** An address that asks to be on the list. */
export interface SignUp extends ConsentCircumstances {
  /** As parseAddress gives it. */
  readonly email: string;
  /** Whether the hidden field was filled, as only programs do. */
  readonly trapped: boolean;
}

/**
 * Something to be done: a mail that asks to confirm, a welcome; a subscriber for the provider, or one
 * whom it is to take off its list or to forget; or nothing at all. Nothing is queued too, so that
 * every sign-up leaves the same writes.
 */
export type Errand = 'confirm' | 'welcome' | 'hand-over' | 'leave' | 'forget' | 'nothing';

/** Whom a provider has been told of, and so must be told of when they leave. */
export type ProviderKnows = 'nobody' | 'confirmed' | 'everyone';

/** A line of the outbox that is due. */
export interface OutboxItem {
  readonly id: number;
  readonly errand: Errand;
  readonly email: string;
  /** Keyed hash of the address: who it is for, also after the address itself was deleted. */
  readonly subscriber: string;
  readonly page: string;
  readonly createdAt: number;
  /** How many times it failed before. */
  readonly attempts: number;
  /** How many times it was sent without anybody seeing whether it arrived. */
  readonly unseen: number;
}

/** What came of a confirmation. */
export type Confirmation = 'confirmed' | 'already' | 'expired' | 'unknown';

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

/** What became of lines that had been given up. */
export interface Retried {
  /** Lines that wait again. */
  readonly taken: number;
  /** Lines that nobody can do any more, because their address is gone. */
  readonly lost: number;
}

/** Why lines of the outbox wait again or were given up, and how many. */
export interface Trouble {
  readonly state: 'waiting' | 'failed';
  readonly why: string;
  readonly count: number;
}

/** How a list is that can be read and written. */
export interface Health {
  /** Whether lines of the outbox were given up. */
  readonly failed: boolean;
}

/** Where somebody consented before they were imported. */
export interface Evidence {
  /** In the owner's words, such as "paper list at the March workshop". */
  readonly source: string;
  /** The day, as YYYY-MM-DD; undefined for one who left there. */
  readonly givenOn: string | undefined;
}

/** A subscriber, as the owner gets to see one. */
export interface Subscriber {
  readonly email: string;
  readonly status: 'pending' | 'subscribed';
  /** When they confirmed or were imported; undefined where they never did. */
  readonly confirmedAt: number | undefined;
  /** The page they signed up on; empty for imported ones. */
  readonly page: string;
}

/** The last subscriber of a part of the list, after whom the next part begins. */
export interface Place {
  readonly createdAt: number;
  readonly hash: string;
}

/** A part of the list. */
export interface ListPart {
  readonly people: readonly Subscriber[];
  /** Where the next part begins; undefined where this is the last one. */
  readonly next: Place | undefined;
}

/** What became of an address in an import. */
export type Imported = 'imported' | 'suppressed' | 'subscribed';

/** A file with addresses in it that the command line made. */
export interface Copy {
  readonly path: string;
  readonly madeAt: number;
}

/** What `forget` found and deleted. */
export interface Forgotten {
  /** Whether the address was in the store. */
  readonly known: boolean;
  /** Lines of the outbox that were waiting or had failed. */
  readonly lines: number;
  /** Whether a provider may know it, and is to be told to forget it. */
  readonly provider: boolean;
}

/**
 * The newsletter's list: subscribers, consents and the outbox. Whoever keeps it, in whatever
 * database, does each of these in one transaction and rejects with a ListError alone. All that is
 * passed is plain data, so that a list may live in another thread.
 */
export interface List extends Letters, Returns {
  /**
   * Takes a sign-up, whoever it is from, with the same writes each time: one consent and one line in
   * the outbox. That line asks to confirm where the address may get a mail now (new, pending or
   * gone; not trapped, not forgotten; not within ten minutes of the last such mail to this mailbox by
   * any spelling, nor the fourth in a day), and does nothing otherwise.
   */
  signUp(signUp: SignUp): Promise<void>;
  /** Makes a token, known by its SHA-256, good for confirming `subscriber` until `expiresAt`. */
  issueToken(hash: string, subscriber: string, expiresAt: number): Promise<void>;
  /**
   * Confirms the address that the token with this hash was issued for, again and again without harm.
   * The first time it queues `errands` ('welcome', 'hand-over').
   */
  confirm(
    hash: string,
    circumstances: ConsentCircumstances,
    errands: readonly Errand[],
  ): Promise<Confirmation>;
  /**
   * Deletes an address by its keyed hash, which is suppressed from then on. Its bytes are gone from
   * the files after `scrub`.
   */
  unsubscribe(subscriber: string, circumstances: ConsentCircumstances): Promise<void>;
  /** Deletes the addresses that nobody confirmed for too long. Resolves with how many. */
  deleteUnconfirmed(now: number): Promise<number>;
  /** Whether the address with this keyed hash is here, confirmed or not. */
  isListed(subscriber: string): Promise<boolean>;
  /**
   * Takes the bytes of what was deleted out of the database's files. Resolves with false where that
   * is for later, because another process is reading or writing.
   */
  scrub(): Promise<boolean>;

  /**
   * Deletes what is of no use any longer, in one transaction of a bearable size: lines of the outbox
   * that ended, and sign-ups in the log that led to nothing. Resolves with how many.
   */
  prune(now: number): Promise<number>;

  /**
   * Takes at most `limit` lines of these errands that are due at `now`; nobody else gets them until
   * `leasedUntil`. What is due much later than any wait is due now: the clock was set back. A line
   * that cannot be read is given up, and keeps no other one waiting.
   */
  takeDue(
    now: number,
    leasedUntil: number,
    limit: number,
    errands: readonly Errand[],
  ): Promise<readonly OutboxItem[]>;
  /** Whether a line still waits, so that what it asks for is still wanted. */
  stillWaits(id: number): Promise<boolean>;
  /**
   * Notes that a line is being sent, from where on nobody may see whether it arrived. Resolves with
   * whether it still waits; where it does not, it stays unsent.
   */
  sending(id: number): Promise<boolean>;
  /** When the next line of these errands is due; undefined where none waits. */
  nextDue(errands: readonly Errand[]): Promise<number | undefined>;
  done(id: number, at: number): Promise<void>;
  /** Lets a line that failed wait; `seen` where it is certain that it did not arrive. */
  retry(id: number, dueAt: number, why: string, seen: boolean): Promise<void>;
  /** Lets a line that was taken and not tried be taken again at once. */
  giveBack(id: number): Promise<void>;
  /** Ends a line that failed for good. An address that it alone knows is deleted with that. */
  giveUp(id: number, at: number, why: string): Promise<void>;

  /** Lets everything that was given up, and that somebody still wants, wait again. */
  retryFailed(): Promise<Retried>;
  /** The most frequent reasons why lines wait again or were given up. */
  troubles(): Promise<readonly Trouble[]>;
  /** Queues that the provider takes an address off its list, which it got after they had left. */
  leaveProvider(email: string, at: number): Promise<void>;
  /** Writes and reads a little everywhere. Takes as long for ten people as for a million. */
  check(): Promise<Health>;

  /** How many there are of each, for statistics. Takes longer the more there are. */
  counts(): Promise<Counts>;
  /** At most `limit` of all who are in the store, the oldest first, from `after` on. */
  subscribers(after: Place | undefined, limit: number): Promise<ListPart>;
  /**
   * Adds addresses whose owners consented elsewhere, in one transaction.
   *
   * @returns what became of each, in the same order
   */
  importBatch(
    emails: readonly string[],
    evidence: Evidence,
    at: number,
  ): Promise<readonly Imported[]>;
  /**
   * Suppresses addresses whose owners left elsewhere, in one transaction, and deletes those that are
   * here. Their bytes are gone from the files after `scrub`.
   */
  suppressBatch(emails: readonly string[], source: string, at: number): Promise<void>;
  /**
   * Deletes an address. What stays is the keyed hash that keeps it from being written to again. Its
   * bytes are gone from the files after `scrub`.
   */
  forget(email: string, at: number): Promise<Forgotten>;
  /** Notes that a file with addresses was made. */
  noteCopy(copy: Copy): Promise<void>;
  /** All such files, the oldest first, also those that were deleted since. */
  copies(): Promise<readonly Copy[]>;
  /**
   * Copies the database to an empty or new file, also while others write. Resolves when it is whole.
   *
   * @param progress called with how many pages are copied of how many
   */
  backup(path: string, progress?: Progress): Promise<void>;
  close(): Promise<void>;
}

/** Told how far a long work has come. */
export type Progress = (done: number, total: number) => void;
