import { CommandError } from './command-error.ts';
import { keyOf, type Meaning, meaningOf } from './status-columns.ts';

/** What the owner says about a file, as it was typed. */
export interface TypedAnswers {
  /** Each as `COLUMN:VALUE=MEANING`. */
  readonly means: readonly string[];
  /** Columns that say nothing about who wants the letter. */
  readonly ignore: readonly string[];
  /** What everybody in the file is. */
  readonly everyone: string | undefined;
}

/** What somebody may answer. */
const ANSWERS = ['subscribed', 'unconfirmed', 'left', 'nothing'] as const satisfies Meaning[];

/** Any value but an empty one. */
const ANY = '*';

/** What the owner answered about a file. */
export interface ImportAnswers {
  readonly isIgnored: (column: string) => boolean;
  /** What a cell means; undefined where nobody said. */
  readonly meaning: (column: string, cell: string) => Meaning | undefined;
  readonly everyone: Meaning | undefined;
}

function answerOf(text: string, option: string): Meaning {
  const found = ANSWERS.find((answer) => answer === text.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new CommandError(`${option} says "${text}" and should say one of ${ANSWERS.join(', ')}.`);
}

/** The column, the value and the answer in `COLUMN:VALUE=MEANING`; names may hold colons themselves. */
function readMeans(text: string, columns: readonly string[]) {
  const end = text.lastIndexOf('=');
  const split =
    end < 0 ? [] : [...text.slice(0, end)].flatMap((sign, at) => (sign === ':' ? [at] : []));
  const at = split.find((index) =>
    columns.some((column) => keyOf(column) === keyOf(text.slice(0, index))),
  );
  if (at === undefined) {
    throw new CommandError(
      `--means "${text}" names no column of the file; write --means "COLUMN:VALUE=MEANING", with one of ${columns.join(', ')}.`,
    );
  }
  const [column, value] = [text.slice(0, at), text.slice(at + 1, end)];
  const answer = answerOf(text.slice(end + 1), `--means "${text}"`);
  const known = meaningOf(column, value);
  if (known !== undefined && known !== 'unclear' && known !== answer) {
    throw new CommandError(
      `--means "${text}" cannot be: "${value}" in the column "${column}" means ${known}.`,
    );
  }
  return { column: keyOf(column), value: value.trim() === ANY ? ANY : keyOf(value), answer };
}

/**
 * Reads what the owner says about a file with these columns.
 *
 * @throws CommandError where it is about another file, or against what a column is known to say
 */
export function readAnswers(typed: TypedAnswers, columns: readonly string[]): ImportAnswers {
  const keys = columns.map(keyOf);
  const missing = typed.ignore.find((column) => !keys.includes(keyOf(column)));
  if (missing !== undefined) {
    throw new CommandError(
      `--ignore "${missing}" names no column of the file; it has ${columns.join(', ')}.`,
    );
  }
  const ignored = new Set(typed.ignore.map(keyOf));
  const answers = new Map<string, Meaning>();
  for (const text of typed.means) {
    const { column, value, answer } = readMeans(text, columns);
    answers.set(`${column}:${value}`, answer);
  }
  return {
    isIgnored: (column) => ignored.has(keyOf(column)),
    meaning(column, cell) {
      const [name, value] = [keyOf(column), keyOf(cell)];
      return answers.get(`${name}:${value}`) ?? (value ? answers.get(`${name}:${ANY}`) : undefined);
    },
    everyone: typed.everyone === undefined ? undefined : answerOf(typed.everyone, '--everyone'),
  };
}
