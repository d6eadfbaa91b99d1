import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLink } from '../../../../src/newsletter/service/bent-link.ts';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const aToken = (length: number) =>
  fc.string({ unit: fc.constantFrom(...SIGNS), minLength: length, maxLength: length });
const LEAVE = 'newsletter/unsubscribe/';

/** The token that is read out of a link to leave, by its query or all that stands behind its page. */
const read = (behind: string) => readLink(LEAVE, behind)?.token;

/** What mail programs, their users and the servers between them do to `?t=TOKEN`. */
const BENDS: Readonly<Record<string, (token: string) => string>> = {
  nothing: (token) => `?t=${token}`,
  'an equals sign behind': (token) => `?t=${token}=`,
  'a full stop behind': (token) => `?t=${token}.`,
  'an angle bracket behind': (token) => `?t=${token}>`,
  'an angle bracket, encoded': (token) => `?t=${token}%3E`,
  'a bracket and a comma behind': (token) => `?t=${token}),`,
  'a semicolon behind': (token) => `?t=${token};`,
  'quotation marks around': (token) => `?t="${token}"`,
  'curly quotation marks behind': (token) => `?t=${token}%E2%80%9D`,
  'an invisible space behind': (token) => `?t=${token}%E2%80%8B`,
  'a space and a word behind': (token) => `?t=${token}%20or`,
  'markup behind': (token) => `?t=${token}%22%3Eleave%3C/a`,
  '=3D for the =': (token) => `?t=3D${token}`,
  '=3D whose = got lost': (token) => `?t3D${token}`,
  '=3D in the place of =, and one behind': (token) => `?t=3D${token}=3D`,
  '=3d in small letters': (token) => `?t=3d${token}`,
  'the = encoded': (token) => `?t%3D${token}`,
  'everything encoded': (token) =>
    `?t=${[...token].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('')}`,
  'encoded twice': (token) => `?t%253D${token.replaceAll('-', '%252D')}`,
  'a soft line break in the middle': (token) => `?t=${token.slice(0, 20)}=%0D%0A${token.slice(20)}`,
  'a soft line break that lost its end': (token) => `?t=${token.slice(0, 20)}=${token.slice(20)}`,
  'a soft line break, escaped': (token) => `?t=${token.slice(0, 9)}=0D=0A${token.slice(9)}`,
  'folded as headers are': (token) => `?t=${token.slice(0, 31)}%20${token.slice(31)}`,
  'in two lines, cited': (token) => `?t=${token.slice(0, 40)}%0A%3E%20${token.slice(40)}`,
  '&amp; before it': (token) => `?utm_source=mail&amp;t=${token}`,
  'a parameter behind': (token) => `?t=${token}&utm_source=mail&fbclid=abc`,
  '&amp; and a parameter behind': (token) => `?t=${token}&amp;utm_source=mail`,
  '&gt; behind': (token) => `?t=${token}&gt;`,
  '&#61; for the =': (token) => `?t&#61;${token}`,
  '&#x3D; for the =': (token) => `?t&#x3D;${token}`,
  'the letter t in upper case': (token) => `?T=${token}`,
  'only the token': (token) => `?${token}`,
  'a whole link twice': (token) => `?t=${token}?t=${token}`,
};

describe('a bent link', () => {
  it.each(Object.entries(BENDS))('with %s holds its token', (_, bend) => {
    fc.assert(
      fc.property(aToken(64), aToken(43), (leave, confirm) => {
        expect(read(bend(leave))).toBe(leave);
        expect(readLink('newsletter/confirm/', bend(confirm))?.token).toBe(confirm);
      }),
      // A token that begins like an escape is the hardest to tell from one.
      { examples: [[`3D${'0A'.repeat(31)}`, `3D${'20'.repeat(20)}x`]] },
    );
  });

  it.each([
    ['%3Ft=', 'newsletter/unsubscribe/%3Ft='],
    ['%3Ft%3D', 'newsletter/unsubscribe/%3Ft%3D'],
    ['no slash', 'newsletter/unsubscribe?t='],
    ['&amp; for ?', 'newsletter/unsubscribe/&amp;t='],
    ['= alone', 'newsletter/unsubscribe/='],
  ])('is known by its path, also with %s', (_, path) => {
    fc.assert(
      fc.property(aToken(64), (token) => {
        const [before = '', query] = `${path}${token}`.split('?');
        const link = readLink(before, query === undefined ? '' : `?${query}`);
        expect(link).toEqual({ page: 'unsubscribe', straight: query !== undefined, token });
      }),
    );
  });

  it.each(['newsletter/', 'newsletter/unsubscribed/', 'newsletter/confirm-it/', 'x', ''])(
    'is not what %j leads to',
    (path) => expect(readLink(path, '?t=abc')).toBeUndefined(),
  );

  it('has no token where there are too few or too many signs, or none', () => {
    fc.assert(
      fc.property(aToken(64), fc.nat(63), (token, cut) => {
        // A token that begins like an escaped "=" may lose these signs, and be short or long enough.
        fc.pre(!/^t?3D/i.test(token));
        expect(read(`?t=${token.slice(0, cut)}`)).toBeUndefined();
        expect(read(`?t=${token}${token.slice(0, cut + 1)}`)).toBeUndefined();
      }),
    );
    for (const behind of ['', '?', '?t=', '?t', '?t=>', '?x=1']) {
      expect(read(behind)).toBeUndefined();
    }
  });

  it('is read without an error, whatever it holds, and gives signs of a token alone', () => {
    const piece = fc.constantFrom(
      '%',
      '&#',
      '&#x',
      ';',
      '=',
      '3D',
      '\n',
      't=',
      '?',
      '&amp;',
      '%25',
    );
    const text = fc.array(
      fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 80 }), aToken(64)),
    );
    fc.assert(
      fc.property(text, (parts) => {
        expect(read(`?${parts.join('')}`) ?? 'x'.repeat(64)).toMatch(/^[\w-]{64}$/);
      }),
      { numRuns: 1_000 },
    );
    expect(read(`?t=${'%25'.repeat(5_000)}`)).toBeUndefined();
  });
});
