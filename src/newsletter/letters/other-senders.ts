import type { Beat } from '../store/letters.ts';

/** How long a sender may give no sign of life before it counts as dead, in milliseconds. */
const DEAD_AFTER = 6_000;

/**
 * Finds out who of the other senders has died, by whether their signs of life go on, and no clock but
 * one's own that nobody sets.
 *
 * @param monotonic milliseconds that never go back
 * @returns to be called with the signs of life of now and then: gives the dead
 */
export function deadAmong(
  self: string,
  monotonic: () => number,
): (senders: readonly Beat[]) => readonly string[] {
  const seen = new Map<string, { readonly beat: number; readonly since: number }>();
  return (senders) =>
    senders.flatMap(({ sender, beat }) => {
      if (sender === self) return [];
      const before = seen.get(sender);
      if (before?.beat !== beat) {
        seen.set(sender, { beat, since: monotonic() });
        return [];
      }
      return monotonic() - before.since >= DEAD_AFTER ? [sender] : [];
    });
}
