import type { Answers } from '../engine/answers.ts';
import { type Length, lengthOf } from '../engine/session.ts';
import { packAnswers, unpackAnswers } from '../keeping/answer-code.ts';
import { VERSION } from '../keeping/share-link.ts';

/** What a browser keeps of a quiz, so that its reader can leave and come back. */
export interface SavedQuiz {
  readonly answers: Answers;
  readonly goal: Length;
  /** How long answering has taken, in whole milliseconds. */
  readonly elapsed: number;
  /** Whether the keys 1 to 5 answer. */
  readonly numberKeys: boolean;
}

const KEY = 'second-thoughts:quiz';

/** One line: the version, answers, goal, milliseconds, and 1 for number keys. */
export function writeSaved({ answers, goal, elapsed, numberKeys }: SavedQuiz): string {
  return `${VERSION} ${packAnswers(answers)} ${goal} ${Math.round(elapsed)} ${Number(numberKeys)}`;
}

/** Reads what `writeSaved` wrote; undefined for anything else, so that rubbish changes nothing. */
export function readSaved(line: unknown): SavedQuiz | undefined {
  const found = /^(\d+) (\w+) (\d+) (\d{1,9}) ([01])$/.exec(String(line)) ?? [];
  const [, version, code = '', length, elapsed, keys] = found;
  const answers = unpackAnswers(code);
  const goal = lengthOf(Number(length));
  if (Number(version) !== VERSION || !answers || !goal) return undefined;
  return { answers, goal, elapsed: Number(elapsed), numberKeys: keys === '1' };
}

/** Keeps `saved`, or forgets what was kept. Returns whether the browser lets us. */
export function keep(saved: SavedQuiz | undefined): boolean {
  try {
    if (saved) localStorage.setItem(KEY, writeSaved(saved));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    // Storage is blocked or full. The page works the same without.
    return false;
  }
}

/** What was kept last. */
export function kept(): SavedQuiz | undefined {
  try {
    return readSaved(localStorage.getItem(KEY));
  } catch {
    return undefined;
  }
}
