import { isIPv4, isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address as numbers. */
function groupsOf(ip: string): readonly number[] {
  // The URL parser writes every address in one way (RFC 5952). It refuses zones such as %eth0.
  const canonical = new URL(`http://[${ip.replace(/%.*$/, '')}]/`).hostname.slice(1, -1);
  const [before = '', after] = canonical.split('::');
  const numbers = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const head = numbers(before);
  if (after === undefined) return head;
  const tail = numbers(after);
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

/** An IPv4 client of a server that listens on both, as IPv4 (RFC 4291, 2.5.5.2). */
function mapped(groups: readonly number[]): string | undefined {
  if (groups.slice(0, 6).join() !== '0,0,0,0,0,65535') return undefined;
  return groups
    .slice(6)
    .flatMap((number) => [number >> 8, number & 255])
    .join('.');
}

/** The networks that an address is in. */
export interface Networks {
  /** What one household or one company gets: an IPv4 address, or the /64 of an IPv6 one. */
  readonly household: string;
  /** Up to a few hundred of them: an IPv4 /24, or an IPv6 /56, which many providers give a customer. */
  readonly neighborhood: string;
  /** An IPv4 /16, or an IPv6 /48, which a customer may get too: 65,536 of the smallest. */
  readonly region: string;
}

const same = (name: string): Networks => ({ household: name, neighborhood: name, region: name });

/** The networks of an address; all that are none are in one. */
export function networksOf(ip: string): Networks {
  const groups = isIPv6(ip) ? groupsOf(ip) : [];
  const ipv4 = isIPv4(ip) ? ip : mapped(groups);
  if (ipv4 !== undefined) {
    const bytes = ipv4.split('.');
    return {
      household: ipv4,
      neighborhood: `${bytes.slice(0, 3).join('.')}/24`,
      region: `${bytes.slice(0, 2).join('.')}/16`,
    };
  }
  if (groups.length === 0) return same('unknown');
  const hex = (parts: readonly number[]) => parts.map((part) => part.toString(16)).join(':');
  return {
    household: hex(groups.slice(0, 4)),
    neighborhood: `${hex([...groups.slice(0, 3), (groups[3] ?? 0) & 0xff00])}/56`,
    region: `${hex(groups.slice(0, 3))}/48`,
  };
}
