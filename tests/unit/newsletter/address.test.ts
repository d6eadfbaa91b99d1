import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../src/newsletter/address.ts';

const mistakeIn = (text: string) => {
  const parsed = parseAddress(text);
  return parsed.kind === 'mistake' ? parsed.mistake : undefined;
};

describe('parseAddress', () => {
  it.each([
    [' Ada.Lovelace+jobs@Example.COM ', 'Ada.Lovelace+jobs@example.com'],
    ['a@bücher.example', 'a@xn--bcher-kva.example'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('takes %j as %j', (text, email) => {
    expect(parseAddress(text)).toEqual({ kind: 'address', email });
  });

  it.each([
    ['  ', 'missing'],
    ['ada', 'no-at'],
    ['ada@example.com, bob@example.com', 'several'],
    ['ada@example.com bob@example.com', 'several'],
    ['ada@@example.com', 'several'],
    ['ada lovelace@example.com', 'space'],
    ['ada@example', 'domain'],
    ['ada@example..com', 'domain'],
    ['ada@', 'domain'],
    [`${'a'.repeat(65)}@example.com`, 'too-long'],
    [`a@${'b.'.repeat(126)}com`, 'too-long'],
    ['@example.com', 'malformed'],
    ['a@x.yz\r\nBcc: b@x.yz', 'malformed'],
    ['a\0@example.com', 'malformed'],
    ['a"b@example.com', 'malformed'],
  ])('finds in %j: %s', (text, mistake) => {
    expect(mistakeIn(text)).toBe(mistake);
  });

  it('never lets anything through that could be more than one line or one recipient', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
        const parsed = parseAddress(text);
        if (parsed.kind === 'mistake') return;
        expect(parsed.email).toMatch(/^[^\s,;<>@]+@[a-z0-9.-]+$/);
        expect(parsed.email.length).toBeLessThanOrEqual(254);
      }),
    );
  });
});
