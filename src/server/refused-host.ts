import type { IncomingMessage } from 'node:http';
import { type HostRule, readHost } from './host.ts';
import type { RequestTarget } from './request-target.ts';
import { plain, type SiteResponse } from './site-response.ts';

/**
 * The response to a request that names several hosts, one that cannot be (RFC 9112, section 3.2)
 * or, unless it is a health check, one that is not ours (RFC 9110, section 15.5.20). Undefined where
 * its host is in order.
 *
 * @param health the path of the health check: whoever makes one knows the machine, not the name
 */
export function refusedHost(
  { headersDistinct }: Pick<IncomingMessage, 'headersDistinct'>,
  target: RequestTarget,
  knows: HostRule,
  health: string,
): SiteResponse | undefined {
  const [header, another] = headersDistinct['host'] ?? [];
  if (another !== undefined) return plain(400, 'This request names more than one host.');
  // Node refuses one without a host by itself, unless it is of HTTP/1.0, which asks for none.
  if (header === undefined) return undefined;
  const named = readHost(header);
  if (named === undefined) return plain(400, 'This request names a host that cannot be.');
  if (target.path === health || knows(target.host ?? named)) return undefined;
  return plain(
    421,
    'This server does not answer to the name in this request. It answers to that of SITE_URL, which a proxy in front of it has to pass on in the header "Host".',
  );
}
