import { describe, expect, it } from 'vitest';
import { contactAddress } from '../../../src/site/contact.ts';

describe('contactAddress', () => {
  it.each([
    [{ mailbox: 'editors' }, 'https://example.com', 'editors@example.com'],
    [{ mailbox: 'editors' }, 'http://localhost:4321/blog/', 'editors@localhost'],
    [{ mailbox: 'editors', email: 'me@example.org' }, 'https://example.com', 'me@example.org'],
  ])('%j at %s', (contact, origin, address) => {
    expect(contactAddress(contact, origin)).toBe(address);
  });
});
