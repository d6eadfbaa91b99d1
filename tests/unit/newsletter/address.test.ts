import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISTAKES, parseAddress } from '../../../src/newsletter/address.ts';

const x = (count: number): string => 'x'.repeat(count);

describe('an address', () => {
  it.each([
    ['ada@example.com', 'ada@example.com'],
    ['  ada@example.com\r\n', 'ada@example.com'],
    ['\u200bada@example.com\u00a0', 'ada@example.com'],
    ['Ada.Lovelace+list@EXAMPLE.Com', 'Ada.Lovelace+list@example.com'],
    ["o'brien@example.co.uk", "o'brien@example.co.uk"],
    ['r&d@example.com', 'r&d@example.com'],
    ['a=b@example.com', 'a=b@example.com'],
    ['user%dept@example.com', 'user%dept@example.com'],
    ['a!b.c#d@example.com', 'a!b.c#d@example.com'],
    ["!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"],
    ['=?x?=@example.com', '=?x?=@example.com'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@пример.рф', 'ada@xn--e1afmkfd.xn--p1ai'],
    [`${x(64)}@example.com`, `${x(64)}@example.com`],
  ])('%j is %j', (typed, email) => {
    expect(parseAddress(typed)).toEqual({ kind: 'address', email });
  });

  it.each([
    ['', 'missing'],
    [' \t ', 'missing'],
    ['ada.example.com', 'no-at'],
    ['ada lovelace', 'no-at'],
    ['ada @example.com', 'space'],
    ['ada@exam ple.com', 'space'],
    ['Ada <ada@example.com>', 'space'],
    ['ada@example.com, bob@example.com', 'several'],
    ['ada@example.com;bob@example.com', 'several'],
    ['ada@@example.com', 'several'],
    ['ada@', 'domain'],
    ['ada@example', 'domain'],
    ['ada@example..com', 'domain'],
    ['ada@example.com.', 'domain'],
    ['ada@-example.com', 'domain'],
    ['ada@exam_ple.com', 'domain'],
    ['ada@example.c', 'domain'],
    ['ada@1.2', 'domain'],
    ['ada@[127.0.0.1]', 'domain'],
    ['ada@example.com/path', 'domain'],
    ['ada@example.com?bcc=bob', 'domain'],
    ['ada@%65xample.com', 'domain'],
    ['ada@example.com\0', 'domain'],
    [`${x(65)}@example.com`, 'too-long'],
    [`ada@${`${x(60)}.`.repeat(4)}example.com`, 'too-long'],
    [x(100_000), 'too-long'],
    [`${x(50)}@${'ü.'.repeat(60)}com`, 'too-long'],
    ['@example.com', 'malformed'],
    ['.ada@example.com', 'malformed'],
    ['a..da@example.com', 'malformed'],
    ['ada.@example.com', 'malformed'],
    ['"ada"@example.com', 'malformed'],
    ['ada,bob@example.com', 'malformed'],
    ['ädä@example.com', 'malformed'],
    ['mailto:ada@example.com', 'malformed'],
    ['ada\\bob@example.com', 'malformed'],
    ['(ada)@example.com', 'malformed'],
    ['=?utf-8?q?a=40evil.example=00?=@example.com', 'malformed'],
    ['x=?utf-8?b?YQ==?=@example.com', 'malformed'],
    ['a\0da@example.com', 'malformed'],
  ])('%j has the mistake %s', (typed, mistake) => {
    expect(parseAddress(typed)).toEqual({ kind: 'mistake', mistake });
  });

  it('may have any atom characters before the @, in any order (RFC 5321)', () => {
    const atom = fc.string({
      unit: fc.constantFrom(..."aZ09_!#$%&'*+-/=?^`{|}~"),
      minLength: 1,
      maxLength: 30,
    });
    const local = fc
      .array(atom, { minLength: 1, maxLength: 2 })
      .map((atoms) => atoms.join('.'))
      .filter((text) => !/=\?.*\?[bq]\?.*\?=/i.test(text));
    fc.assert(
      fc.property(local, (text) => {
        const email = `${text}@example.com`;
        expect(parseAddress(email)).toEqual({ kind: 'address', email });
      }),
      { numRuns: 1_000 },
    );
  });

  it('holds nothing that could end a header or add a recipient, whatever was typed', () => {
    const part = fc.string({ unit: 'binary', maxLength: 30 });
    const near = fc
      .tuple(part, fc.constantFrom('ada', 'a.b', ''), part, fc.constantFrom('example.com', 'é.fr'))
      .map(([a, b, c, d]) => `${a}${b}@${c}${d}`);
    fc.assert(
      fc.property(fc.oneof(near, part, fc.emailAddress()), (typed) => {
        const parsed = parseAddress(typed);
        if (parsed.kind === 'mistake') expect(MISTAKES).toContain(parsed.mistake);
        else {
          expect(parsed.email).toMatch(/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9.-]+\.[a-z0-9-]+$/);
          expect(parsed.email.length).toBeLessThanOrEqual(254);
          expect(parseAddress(parsed.email)).toEqual(parsed);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
