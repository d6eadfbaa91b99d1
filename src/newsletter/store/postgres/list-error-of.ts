import { SetupError } from '../../setup-error.ts';
import { type Ill, ListError } from '../list-error.ts';

/** What PostgreSQL's codes, or their classes, say about the list (appendix A of its manual). */
const ILL_OF_CODE: readonly (readonly [begin: string, ill: Ill])[] = [
  ['08', 'away'],
  ['25006', 'away'],
  ['40', 'locked'],
  ['53100', 'full'],
  ['53', 'away'],
  ['55P03', 'locked'],
  ['57014', 'late'],
  ['57P', 'away'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
];

const isSqlState = (code: unknown): code is string =>
  typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);

function illOf(error: unknown): Ill {
  // A column that holds another type than the schema says.
  if (error instanceof TypeError) return 'damaged';
  const { code, message } = Object(error);
  if (isSqlState(code))
    return ILL_OF_CODE.find(([begin]) => code.startsWith(begin))?.[1] ?? 'broken';
  if (message === 'Query read timeout') return 'late';
  // Of the network, and of the client about its connection, which has codes for the first alone.
  return typeof code === 'string' || /connect|terminat|queryable|timeout/i.test(String(message))
    ? 'away'
    : 'broken';
}

/** Anything that went wrong with a list in PostgreSQL, as the error that the port promises. */
export function listErrorOf(error: unknown): ListError {
  if (error instanceof ListError) return error;
  // Its sentence tells the owner what to do, and holds no password.
  if (error instanceof SetupError)
    return new ListError('unopened', error.message, { cause: error });
  return new ListError(illOf(error), undefined, { cause: error });
}

const REFUSED: Readonly<Record<string, string>> = {
  '28P01': 'refuses the user or the password of DATABASE_URL. Correct them there.',
  '28000':
    'refuses the user of DATABASE_URL, or how it connects. Check the user, and add ?sslmode=require where the server wants TLS.',
  '3D000': 'is not there. Create it, as by createdb, or correct its name in DATABASE_URL.',
  '42501':
    'lets the user of DATABASE_URL make no tables. Let that user own the database, or a schema "newsletter" in it.',
};

/**
 * Why a database cannot be opened, in a sentence for the owner.
 *
 * @param place the database, without a password
 */
export function openingError(error: unknown, place: string): ListError {
  const { code } = Object(error);
  const refusal = isSqlState(code) ? REFUSED[code] : undefined;
  if (refusal !== undefined) {
    return new ListError('unopened', `The newsletter's database ${place} ${refusal}`, {
      cause: error,
    });
  }
  const known = listErrorOf(error);
  if (known.ill !== 'away') return known;
  const found = typeof code === 'string' ? ` (${code})` : '';
  return new ListError(
    'away',
    `The newsletter's database ${place} cannot be reached${found}. Check that PostgreSQL runs there, and DATABASE_URL.`,
    { cause: error },
  );
}
