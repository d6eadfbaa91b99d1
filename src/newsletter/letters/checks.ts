import type { LetterStatus } from '../store/letters.ts';
import type { BuiltLetter } from './built-letter.ts';

/** What is known of a letter that is asked for. */
export interface LetterToCheck {
  readonly id: string;
  /** All that the build made. */
  readonly letters: readonly BuiltLetter[];
  /** What became of it before; undefined where nothing did. */
  readonly before: LetterStatus | undefined;
  /** When it is to go, and the time now. */
  readonly at: number;
  readonly now: number;
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** That there is no such letter, and which ones there are. */
export function unknownLetter(id: string, known: readonly string[]): string {
  if (known.length === 0) return `There is no letter "${id}", and no other one.`;
  return `There is no letter "${id}"; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}.`;
}

function sentBefore({ id, state, finishedAt }: LetterStatus): string {
  switch (state) {
    case 'done':
      return `The letter "${id}" was sent${finishedAt === undefined ? '' : ` on ${dayOf(finishedAt)}`}, and goes out once; letter status ${id} says what came of it.`;
    case 'cancelled':
      return `The letter "${id}" was cancelled when some had it already, so it is not sent again.`;
    default:
      return `The letter "${id}" is ${state === 'paused' ? 'paused' : 'being sent'} already; letter resume ${id} goes on with it.`;
  }
}

/** The letter, or a sentence that says why it is not sent. */
export function letterToSend({
  id,
  letters,
  before,
  at,
  now,
}: LetterToCheck): BuiltLetter | string {
  if (before !== undefined) return sentBefore(before);
  const letter = letters.find((one) => one.id === id);
  if (letter === undefined) {
    return unknownLetter(
      id,
      letters.map((one) => one.id),
    );
  }
  if (letter.draft) {
    return `The letter "${id}" is a draft; take the line "draft: true" out of its file and run npm run build.`;
  }
  if (letter.subject.trim() === '') {
    return `The letter "${id}" has no subject; write one into its file and run npm run build.`;
  }
  if (letter.date > dayOf(at)) {
    return at === now
      ? `The letter "${id}" is dated ${letter.date}, which is yet to come; send it with --at ${letter.date}T15:00Z, or change its day.`
      : `The letter "${id}" is dated ${letter.date}, and --at is before that.`;
  }
  return letter;
}
