/**
 * Something that only the person who starts the server can put right.
 * The message is the whole of what they see: what was found and what to do next, without a stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
