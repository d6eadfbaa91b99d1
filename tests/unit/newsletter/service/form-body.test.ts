import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formFields } from '../../../../src/newsletter/service/form-body.ts';
import { isSameOrigin } from '../../../../src/newsletter/service/same-origin.ts';

const FORM = 'application/x-www-form-urlencoded; charset=UTF-8';
const bytes = (text: string) => new TextEncoder().encode(text);

describe('formFields', () => {
  it('reads what a browser sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (email) => {
        const body = bytes(String(new URLSearchParams({ email, page: '/' })));
        expect(formFields(FORM, body)?.get('email')).toBe(email.toWellFormed());
      }),
    );
  });

  it.each([
    ['another kind of body', 'application/json', bytes('{"email":"a@b.cd"}')],
    ['no kind at all', null, bytes('email=a')],
    ['bytes that are no text', FORM, new Uint8Array([0x65, 0x3d, 0xff, 0xfe])],
    ['a field that comes twice', FORM, bytes('email=a&email=b')],
  ])('takes %s for no form', (_, type, body) => {
    expect(formFields(type, body)).toBeUndefined();
  });
});

describe('isSameOrigin', () => {
  it.each([
    [{ origin: 'https://example.com' }, true],
    [{ origin: 'http://192.168.1.7:4321', host: '192.168.1.7:4321' }, true],
    [{ origin: 'https://evil.example', host: 'example.com' }, false],
    [{ origin: 'null', host: 'example.com' }, false],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{}, true],
  ])('%o: %s', (headers, expected) => {
    // A Headers object refuses some of these names; requests that arrive have them.
    const given: Readonly<Record<string, string>> = headers;
    const request = { get: (name: string) => given[name] ?? null } as Headers;
    expect(isSameOrigin(request, 'https://example.com')).toBe(expected);
  });
});
