import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Reads an address as proxies write it: alone, with a port (`192.0.2.1:4711`, `[2001:db8::1]:443`),
 * in brackets or quotes (RFC 7239, section 6). Returns the address alone; undefined for what is none,
 * such as `unknown`.
 */
export function readAddress(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^for=/i, '')
    .replace(/^"(.*)"$/, '$1')
    .trim();
  const [, bracketed] = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(bare) ?? [];
  const [, withPort] = /^([\d.]+):\d{1,5}$/.exec(bare) ?? [];
  const address = bracketed ?? withPort ?? bare;
  return isIP(address) === 0 ? undefined : address;
}

/**
 * The address that a request came from. Behind a reverse proxy it is the last one in the header
 * that the proxy writes, where `header` names it (in lower case); a client could write any other
 * part itself. Where the header holds none, it is the proxy's.
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  header: string | undefined,
): string {
  const named = header === undefined ? '' : String(headers[header] ?? '');
  return readAddress(named.split(',').at(-1) ?? '') ?? socket.remoteAddress ?? '';
}
