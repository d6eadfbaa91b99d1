/**
 * Something about the newsletter that only the owner can put right. The message is the whole of
 * what they see: what was found and what to do next.
 */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
