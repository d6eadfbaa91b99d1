import { SetupError } from '../../setup-error.ts';
import { type Ill, ListError } from '../list-error.ts';

/** What SQLite's primary result codes say about the list (sqlite.org/rescode.html). */
const ILL_OF_CODE: ReadonlyMap<number, Ill> = new Map([
  [5, 'locked'],
  [6, 'locked'],
  [11, 'damaged'],
  [13, 'full'],
  [14, 'unopened'],
  [26, 'damaged'],
]);

/** Anything that went wrong inside a list, as the error that the port promises. */
export function listErrorOf(error: unknown): ListError {
  if (error instanceof ListError) return error;
  // Its sentence tells the owner what to do, and names files alone.
  if (error instanceof SetupError)
    return new ListError('unopened', error.message, { cause: error });
  const { errcode } = Object(error);
  // The low byte of an extended code is its primary one.
  const ill = typeof errcode === 'number' ? ILL_OF_CODE.get(errcode & 0xff) : undefined;
  if (ill !== undefined) return new ListError(ill, undefined, { cause: error });
  // A column that holds another type than the schema says.
  return new ListError(error instanceof TypeError ? 'damaged' : 'broken', undefined, {
    cause: error,
  });
}
