/** Times are milliseconds since 1970 (UTC). A person is the keyed hash of an address (`hashes.ts`). */

/** A letter as it is to go out: later edits do not change it. */
export interface FrozenLetter {
  readonly id: string;
  readonly subject: string;
  /** Both hold the mark for each person's own link to leave. */
  readonly html: string;
  readonly text: string;
  readonly from: { readonly name: string; readonly address: string };
}

/**
 * How far a letter is. `sending` also where nobody works on it, or its time has not come; `paused` by
 * the owner or by itself; `cancelled` and `done` for good.
 */
export type LetterState = 'sending' | 'paused' | 'cancelled' | 'done';

/**
 * How far one mail of a letter is. `sending`: its end may be out. `unsure`: nobody saw whether the
 * server took it. `left`: its reader left before it was sent.
 */
export type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'unsure' | 'left';

/** How many mails there are of each state. */
export type MailCounts = Readonly<Record<MailState, number>>;

/** How a letter is doing. */
export interface LetterStatus {
  readonly id: string;
  readonly subject: string;
  readonly from: FrozenLetter['from'];
  readonly state: LetterState;
  /** Why it is paused. */
  readonly why: string | undefined;
  readonly askedAt: number;
  /** When it may begin. */
  readonly notBefore: number;
  /** When its readers were written down; undefined where they are not yet. */
  readonly begunAt: number | undefined;
  readonly finishedAt: number | undefined;
  readonly counts: MailCounts;
}

/** A mail that one sender has taken, and nobody else gets. */
export interface TakenMail {
  readonly person: string;
  readonly email: string;
  /** How many times it was refused for now. */
  readonly attempts: number;
  /** How long the rate lets it wait, in milliseconds. */
  readonly wait: number;
}

/** What came of a mail. All of them but `free` are told in `answer`, without any address. */
export type MailEnd =
  | { readonly kind: 'sent'; readonly answer: string }
  | { readonly kind: 'failed'; readonly answer: string }
  /** Nobody saw whether the server took it. */
  | { readonly kind: 'unsure'; readonly answer: string }
  /** Refused for now. */
  | { readonly kind: 'later'; readonly answer: string; readonly dueAt: number }
  /** Not tried: for whoever takes it next. */
  | { readonly kind: 'free' };

/** A mail that came to an end, or is free again. */
export interface EndedMail {
  readonly person: string;
  readonly end: MailEnd;
}

/** What is left to do of a letter. */
export interface LetterRest {
  readonly state: LetterState;
  readonly why: string | undefined;
  /** Mails that are waiting or under way, whoever has them. */
  readonly open: number;
  /** When the next one that nobody has is due; undefined where there is none. */
  readonly due: number | undefined;
  /** Who has mails of it, and the last sign of life of each. */
  readonly senders: readonly Beat[];
}

/** What is known after mails were passed on. */
export interface Passed {
  readonly may: readonly boolean[];
  readonly goesOn: boolean;
}

/** A sign of life: a number that another one follows as long as the sender lives. */
export interface Beat {
  readonly sender: string;
  readonly beat: number;
}

/** A mail to be told of one by one. */
export interface ListedMail {
  /** Undefined where its reader has left since. */
  readonly email: string | undefined;
  /** The part of its Message-ID before the `@`. */
  readonly message: string;
  readonly answer: string;
}

/** Why mails failed or wait again, and how many. */
export interface LetterTrouble {
  readonly state: 'waiting' | 'failed';
  readonly why: string;
  readonly count: number;
}

/** A sender takes so many mails at a time. */
export interface Share {
  readonly letter: string;
  readonly sender: string;
  readonly most: number;
  /** So many a second in all processes together; 0 for as many as go. */
  readonly perSecond: number;
  readonly now: number;
}

/**
 * The part of the list that knows the letters: what is sent, to whom, and what came of it. No address
 * is in it: a mail belongs to a keyed hash, and whoever leaves takes the address along.
 */
export interface Letters {
  /**
   * Writes a letter down, unless there is one of this id. Nobody gets it before `notBefore`.
   * Resolves with whether it was new.
   */
  addLetter(letter: FrozenLetter, notBefore: number, at: number): Promise<boolean>;
  /** A letter's content; undefined where there is none. */
  frozenLetter(id: string): Promise<FrozenLetter | undefined>;
  /** How a letter is doing; undefined where there is none. */
  letterStatus(id: string): Promise<LetterStatus | undefined>;
  /** Writes down, once, for whom the letter is: all who are subscribed now. Resolves with how many. */
  beginLetter(id: string, at: number): Promise<number>;
  /** Lets nobody take more of it. Resolves with whether it was under way. */
  pauseLetter(id: string, why: string): Promise<boolean>;
  /**
   * Lets it go on; what is unsure waits again where `resendUnsure`. Resolves with whether there is
   * anything to go on with.
   */
  resumeLetter(id: string, resendUnsure: boolean): Promise<boolean>;
  /**
   * Ends it. One that nobody can have got is forgotten, so that it may be sent again. Resolves with
   * whether it was.
   */
  cancelLetter(id: string, at: number): Promise<'forgotten' | 'cancelled' | 'over'>;
  /** Ends a letter of which nothing is open. Resolves with how much there is left to do. */
  restOfLetter(id: string, at: number): Promise<LetterRest | undefined>;

  /** Takes mails that are due, whose readers are still there, as far as the rate allows. */
  takeMails(share: Share): Promise<readonly TakenMail[]>;
  /**
   * Notes what came of mails, and that the ends of others are about to go out, after which nobody may
   * see what comes of them. Pauses the letter where too many fail.
   *
   * @returns whether each of `going` is still this sender's and still wanted, and whether the letter
   *   goes on
   */
  passMails(
    letter: string,
    sender: string,
    ended: readonly EndedMail[],
    going: readonly string[],
    at: number,
  ): Promise<Passed>;
  /** Gives a sign of life. */
  beatSender(sender: string): Promise<void>;
  /**
   * Frees what a sender has taken, who has ended or died: what was sending is unsure from then on.
   */
  buryOwner(letter: string, sender: string): Promise<void>;

  /** At most `most` mails that are unsure. */
  unsureMails(id: string, most: number): Promise<readonly ListedMail[]>;
  /** The most frequent reasons why mails failed or wait again. */
  letterTroubles(id: string): Promise<readonly LetterTrouble[]>;
}
