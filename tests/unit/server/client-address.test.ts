import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientAddress, readAddress } from '../../../src/server/client-address.ts';

describe('readAddress', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:5678', '192.0.2.1'],
    [' 192.0.2.1:5678\t', '192.0.2.1'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[::1]:443', '::1'],
    ['[::ffff:192.0.2.1]:80', '::ffff:192.0.2.1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['"[2001:db8::1]:4711"', '2001:db8::1'],
    ['for="[2001:db8::1]:4711"', '2001:db8::1'],
    ['For=192.0.2.60', '192.0.2.60'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
  ])('%s', (text, address) => {
    expect(readAddress(text)).toBe(address);
  });

  it.each([
    '',
    'unknown',
    '_hidden',
    '192.0.2',
    '192.0.2.1:',
    '[::1',
    '::1]:443',
    'a.example:80',
    '999.0.0.1',
  ])('"%s" is none', (text) => {
    expect(readAddress(text)).toBeUndefined();
  });

  it('reads any address with any port as the address', () => {
    const port = fc.nat({ max: 65_535 });
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV6(), port, (four, six, at) => {
        expect(readAddress(`${four}:${at}`)).toBe(four);
        expect(readAddress(`[${six}]:${at}`)).toBe(six);
      }),
    );
  });
});

describe('clientAddress', () => {
  const from = (headers: IncomingMessage['headers'], header: string | undefined): string => {
    // Nothing else of a request is looked at.
    const socket = { remoteAddress: '10.0.0.1' } as IncomingMessage['socket'];
    return clientAddress({ headers, socket }, header);
  };

  it.each([
    ['the one that the proxy saw', { 'x-real-ip': '192.0.2.1:5678' }, 'x-real-ip', '192.0.2.1'],
    [
      'the last of several',
      { 'x-forwarded-for': '8.8.8.8, [2001:db8::1]:443' },
      'x-forwarded-for',
      '2001:db8::1',
    ],
    [
      'a header that nobody named counts for nothing',
      { 'x-real-ip': '192.0.2.1' },
      undefined,
      '10.0.0.1',
    ],
    ['nor does one without an address', { 'x-real-ip': 'unknown' }, 'x-real-ip', '10.0.0.1'],
    [
      'nor what stands before one',
      { 'x-forwarded-for': '8.8.8.8, unknown' },
      'x-forwarded-for',
      '10.0.0.1',
    ],
    ['nor a missing one', {}, 'x-real-ip', '10.0.0.1'],
  ])('%s', (_, headers, header, address) => {
    expect(from(headers, header)).toBe(address);
  });
});
