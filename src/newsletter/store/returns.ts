/** Times are milliseconds since 1970 (UTC). A person is the keyed hash of an address (`hashes.ts`). */

/** What tells which mail came back, and can have been made by nobody without the key. */
export type MailClue =
  /** Of an address of returns: what stands for the letter, and how the person begins. */
  | { readonly kind: 'return-address'; readonly letter: string; readonly person: string }
  /** The part of a Message-ID before the `@`. */
  | { readonly kind: 'message'; readonly message: string }
  /** Of a link to unsubscribe. */
  | { readonly kind: 'person'; readonly person: string };

/** A mail of ours. */
export interface KnownMail {
  /** Undefined for what is no letter, such as a welcome, or where it is not known. */
  readonly letter: string | undefined;
  readonly person: string;
}

/**
 * Why it came back: `gone`, there is no such mailbox; `full`, it takes no more for now; `refused`, for
 * a reason that may be about us; `complaint`, its reader calls it spam.
 */
export type ReturnKind = 'gone' | 'full' | 'refused' | 'complaint';

/** A mail that came back, or that somebody complained about. */
export interface MailReturn extends KnownMail {
  readonly kind: ReturnKind;
  /** The code that says so (RFC 3463), or what else does in one word. Holds no address. */
  readonly code: string;
  readonly at: number;
}

/** What was done about it. */
export interface ReturnOutcome {
  /** Whether it was not known before. */
  readonly news: boolean;
  /** Whether its reader was on the list, and is not any more. */
  readonly removed: boolean;
  /** How many of the last letters to this person came to a full mailbox, one after the other. */
  readonly fullInARow: number;
}

/** What became of the mails of a letter. */
export interface LetterFigures {
  readonly letter: string;
  readonly subject: string;
  /** Mails that a mail server took. */
  readonly sent: number;
  readonly unsure: number;
  /** Those that it refused for good. */
  readonly failed: number;
  /** People to whom it could not be delivered after all. */
  readonly returned: number;
  readonly complaints: number;
  /** People who left by themselves after they had got it, and before they got another one. */
  readonly left: number;
}

/** After so many letters in a row to a full mailbox, it gets no more. */
export const FULL_TOO_OFTEN = 3;

/** The part of the list that knows what came back. */
export interface Returns {
  /** The mail that the first of `clues` tells which tells any; undefined where it is none of ours. */
  knownMail(clues: readonly MailClue[]): Promise<KnownMail | undefined>;
  /**
   * Notes that a mail came back, once for each letter, person and kind, and takes whoever has no such
   * mailbox, or complains, off the list; whoever has a full one after FULL_TOO_OFTEN letters. Who is
   * not on the list stays so. Bytes of the address are gone from the files after `scrub`.
   */
  takeReturn(mail: MailReturn): Promise<ReturnOutcome>;
  /** What became of each letter, the newest first. */
  letterFigures(): Promise<readonly LetterFigures[]>;
}
