import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsLink, LONGEST_MAILTO, mailto } from '../../../src/messages/mailto.ts';

/** What a mail program reads from a link, by RFC 6068: percent-decoded, and "+" is a plus. */
function readBack(link: string): { subject: string; body: string } {
  const fields = new Map(
    link
      .slice(link.indexOf('?') + 1)
      .split('&')
      .map((field) => field.split('=', 2) as [string, string]),
  );
  const decode = (name: string) => decodeURIComponent(fields.get(name) ?? '');
  return { subject: decode('subject'), body: decode('body') };
}

describe('mailto', () => {
  it('encodes as RFC 6068 wants it: no plus for a space, CRLF between lines', () => {
    expect(mailto('A & B?', 'One\nTwo = 100%')).toBe(
      'mailto:?subject=A%20%26%20B%3F&body=One%0D%0ATwo%20%3D%20100%25',
    );
  });

  it('round-trips any Unicode text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, text, (subject, body) => {
        const read = readBack(mailto(subject, body));
        expect(read.subject).toBe(subject.replace(/\s+/g, ' '));
        expect(read.body).toBe(body.replace(/\r\n?|\n/g, '\r\n'));
      }),
    );
  });

  it('takes even half a surrogate pair, which no encoding has', () => {
    const any = fc
      .array(fc.integer({ min: 0, max: 0xffff }))
      .map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(any, (body) => {
        expect(readBack(mailto('', body)).body).toBe(
          body.toWellFormed().replace(/\r\n?|\n/g, '\r\n'),
        );
      }),
    );
  });

  it('knows when a link is too long for mail programs', () => {
    const shortest = mailto('', '').length;
    expect(fitsLink(mailto('', 'x'.repeat(LONGEST_MAILTO - shortest)))).toBe(true);
    expect(fitsLink(mailto('', 'x'.repeat(LONGEST_MAILTO - shortest + 1)))).toBe(false);
    expect(fitsLink(mailto('', '\u{1F600}'.repeat(200)))).toBe(false);
  });
});
