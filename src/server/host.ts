import type { SiteUrl } from '../site/site-url.ts';

/** Loopback, by name (RFC 6761, section 6.3) and by address, as the URL parser writes them. */
const THIS_MACHINE = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Where a server that listens on this host is reached by any name. */
const EVERYWHERE: readonly string[] = ['0.0.0.0', '::'];

/**
 * Reads `host` or `host:port`, as the header `Host` and a whole address have it (RFC 9110, section
 * 7.2). Returns the host alone, in lower case and without a last dot; undefined where it is none.
 */
export function readHost(text: string): string | undefined {
  // What the URL parser would take for something else than a host, or clean away.
  if (!/^[^\s/\\?#@]+$/.test(text)) return undefined;
  return URL.parse(`http://${text}/`)?.hostname.replace(/\.$/, '') || undefined;
}

/** Decides whether a host, as `readHost` gives it, is one that this server answers to. */
export type HostRule = (host: string) => boolean;

/**
 * A public site answers to its own name, on any port since a proxy may listen on another one, to
 * the host that it listens on, and to this machine. Other names led here by mistake or on purpose
 * (DNS rebinding, poisoned caches). A site that is only for this machine and its network answers to
 * all.
 *
 * @param listensOn the value of `HOST`
 */
export function hostRule({ origin }: SiteUrl, listensOn: string): HostRule {
  const own = new URL(origin).hostname.replace(/\.$/, '');
  if (THIS_MACHINE.test(own)) return () => true;
  const bound = EVERYWHERE.includes(listensOn)
    ? undefined
    : readHost(listensOn.includes(':') ? `[${listensOn}]` : listensOn);
  return (host) => host === own || host === bound || THIS_MACHINE.test(host);
}
