const MINUTE = 60_000;

/** After so many attempts a line is given up: about two days. */
export const MOST_ATTEMPTS = 12;

/** First wait and longest one, in milliseconds. */
const WAIT = { first: MINUTE, longest: 6 * 60 * MINUTE };

/**
 * How long to wait after the attempt with this number, from 1, in milliseconds: twice as long each
 * time, and up to a quarter more by `random` (0 to 1), so that what failed together does not come
 * back together. Never less than the other side asked for.
 */
export function retryDelay(attempt: number, random: number, asked = 0): number {
  const wait = Math.min(WAIT.first * 2 ** (attempt - 1), WAIT.longest);
  return Math.round(Math.max(wait * (1 + random / 4), asked));
}
