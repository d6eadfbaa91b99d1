import type { Site } from './schema.ts';

/**
 * Where readers write: the address that content/site.yaml names, or else its mailbox at the host
 * of `origin`, as RFC 2142 does for a site's standard mailboxes.
 */
export function contactAddress(contact: Site['contact'], origin: string): string {
  return contact.email ?? `${contact.mailbox}@${new URL(origin).hostname}`;
}
