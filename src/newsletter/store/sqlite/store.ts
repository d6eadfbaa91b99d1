import type { List } from '../list.ts';

/** What takes its time without holding up others who use the same connection. */
type Slow = 'scrub' | 'backup';

type Direct<Name extends keyof List> = (
  ...values: Parameters<List[Name]>
) => Awaited<ReturnType<List[Name]>>;

/** The list as SQLite keeps it: each of its operations at once, in the thread that asks. */
export type Store = { readonly [Name in Exclude<keyof List, Slow>]: Direct<Name> } & Pick<
  List,
  Slow
>;

/** The names of all operations, checked against the port. */
export const OPERATIONS = Object.keys({
  signUp: true,
  issueToken: true,
  confirm: true,
  unsubscribe: true,
  deleteUnconfirmed: true,
  isListed: true,
  scrub: true,
  prune: true,
  takeDue: true,
  sending: true,
  giveBack: true,
  retryFailed: true,
  troubles: true,
  leaveProvider: true,
  check: true,
  stillWaits: true,
  nextDue: true,
  done: true,
  retry: true,
  giveUp: true,
  counts: true,
  subscribers: true,
  importBatch: true,
  suppressBatch: true,
  forget: true,
  noteCopy: true,
  copies: true,
  backup: true,
  addLetter: true,
  frozenLetter: true,
  letterStatus: true,
  beginLetter: true,
  pauseLetter: true,
  resumeLetter: true,
  cancelLetter: true,
  restOfLetter: true,
  takeMails: true,
  passMails: true,
  beatSender: true,
  buryOwner: true,
  unsureMails: true,
  letterTroubles: true,
  knownMail: true,
  takeReturn: true,
  letterFigures: true,
  close: true,
} satisfies Record<keyof List, true>) as (keyof List)[];
