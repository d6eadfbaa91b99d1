/** What is wrong with a list, as far as it can be told. */
export type Ill =
  | 'locked'
  | 'full'
  | 'damaged'
  | 'unopened'
  | 'gone'
  | 'moved'
  | 'away'
  | 'broken'
  | 'late';

/** What to know about each, for the owner: in `/health/`, in the log and on the command line. */
const SENTENCES: Readonly<Record<Ill, string>> = {
  locked: 'Another process holds the list locked.',
  full: 'There is no room left for the list on its disk.',
  damaged: 'The file of the list is damaged. Put back a backup.',
  unopened: 'The list cannot be opened.',
  gone: 'The file of the list was deleted. Put back a backup, or start the server again.',
  moved: 'The list was moved to another database. Set DATABASE_URL to it.',
  away: 'The database of the list cannot be reached.',
  broken: 'The list cannot be read or written.',
  late: 'The list takes too long to answer.',
};

/** What is wrong, in a sentence that may be told to anybody. */
export function sentenceOn(ill: Ill): string {
  return SENTENCES[ill];
}

/** Why the list could not do something. Nothing was changed by it, and its message names no address. */
export class ListError extends Error {
  override readonly name = 'ListError';
  readonly ill: Ill;

  constructor(ill: Ill, message: string = SENTENCES[ill], options?: ErrorOptions) {
    super(message, options);
    this.ill = ill;
  }
}
