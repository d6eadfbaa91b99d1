/**
 * Something wrong with what was typed on the command line, or with the file it names.
 * The message is the whole of what the owner sees: what was found and what to do next.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The code of a system error, such as ENOENT; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
