import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostRule, readHost } from '../../../src/server/host.ts';
import { parseSiteUrl } from '../../../src/site/site-url.ts';

describe('readHost', () => {
  it.each([
    ['example.com', 'example.com'],
    ['example.com:8443', 'example.com'],
    ['EXAMPLE.com.', 'example.com'],
    ['example.com.:80', 'example.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['192.0.2.1:4321', '192.0.2.1'],
    ['[::1]', '[::1]'],
    ['[2001:DB8:0:0::1]:443', '[2001:db8::1]'],
    ['localhost', 'localhost'],
  ])('%s', (text, host) => {
    expect(readHost(text)).toBe(host);
  });

  it.each([
    '',
    ' ',
    '.',
    ':80',
    '[bad',
    '[bad]',
    'bad]',
    '::1',
    'a b',
    'a@b',
    'me:secret@b',
    'a/b',
    'a\\b',
    'a?b',
    'a#b',
    'a:port',
    'a:70000',
    'a:1:2',
    'a<b',
    '256.256.256.256',
    'a,b.example@',
  ])('"%s" is none', (text) => {
    expect(readHost(text)).toBeUndefined();
  });

  it('never throws, and reads its own answers the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webAuthority()), (text) => {
        const host = readHost(text);
        if (host !== undefined) expect(readHost(host)).toBe(host);
      }),
    );
  });
});

describe('hostRule', () => {
  const here = ['localhost', 'letters.localhost', '127.0.0.1', '127.8.9.1', '[::1]'];

  it.each([
    ['https://example.com/', '0.0.0.0', ['example.com'], ['www.example.com', '192.0.2.7']],
    ['https://example.com:8443/some/path/', '::', ['example.com'], ['example.org', '[::]']],
    ['http://site.example', '192.0.2.7', ['192.0.2.7', 'site.example'], ['192.0.2.8']],
    ['http://site.example', '2001:db8::7', ['[2001:db8::7]'], ['[2001:db8::8]']],
    ['https://example.com.', 'localhost', ['example.com'], ['example.com.evil.example']],
    ['https://b%C3%BCcher.example/', 'localhost', ['xn--bcher-kva.example'], ['bucher.example']],
    ['https://example.com/', 'localhost', [], ['localhost.example', 'notlocalhost', '127.example']],
  ])('%s, listening on %s', (address, listensOn, known, unknown) => {
    const knows = hostRule(parseSiteUrl(address), listensOn);
    for (const host of [...here, ...known]) expect(knows(host), host).toBe(true);
    for (const host of unknown) expect(knows(host), host).toBe(false);
  });

  it.each(['http://localhost:4321/', 'http://127.0.0.1/', 'http://[::1]:4321/a/'])(
    '%s is of no public site, so that a phone in the same network gets in by any name',
    (address) => {
      const knows = hostRule(parseSiteUrl(address), '0.0.0.0');
      for (const host of ['192.168.1.7', 'my-laptop.local', '[fe80::1]']) {
        expect(knows(host)).toBe(true);
      }
    },
  );
});
