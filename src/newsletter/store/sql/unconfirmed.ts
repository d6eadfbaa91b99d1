const DAY = 24 * 60 * 60 * 1000;

/** How long an address is kept that nobody confirms, in milliseconds: content/pages/privacy.mdx says so. */
export const UNCONFIRMED_KEPT = 30 * DAY;

/**
 * The time until which somebody must have asked last for their address to go, where they have not
 * confirmed it. Both in milliseconds since 1970.
 */
export function unconfirmedSince(now: number): number {
  return now - UNCONFIRMED_KEPT;
}
