/**
 * A UID for an event that this browser makes: unique in the world (RFC 5545, 3.8.4.7), 128 random
 * bits. `crypto.randomUUID` would do, but is missing on plain http (Secure Contexts, W3C), which is
 * how a phone in the same network sees the site.
 */
export function calendarUid(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
