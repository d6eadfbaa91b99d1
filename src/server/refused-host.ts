import type { IncomingMessage } from 'node:http';
import { type Answer, plain } from './answer.ts';
import { type HostRule, readHost } from './host.ts';
import type { PathTarget } from './request-target.ts';

/**
 * The answer to a request that names no host, several, one that cannot be (RFC 9112, section 3.2)
 * or, unless it is a health check, one that is not ours (RFC 9110, section 15.5.20). Undefined where
 * its host is in order.
 *
 * @param health the path of the health check: whoever makes one knows the machine, not the name
 */
export function refusedHost(
  { headersDistinct, httpVersion }: Pick<IncomingMessage, 'headersDistinct' | 'httpVersion'>,
  target: PathTarget,
  knows: HostRule,
  health: string,
): Answer | undefined {
  const [header, another] = headersDistinct['host'] ?? [];
  if (another !== undefined) return plain(400, 'This request names more than one host.');
  if (header === undefined) {
    return httpVersion === '1.0' ? undefined : plain(400, 'This request names no host.');
  }
  const named = readHost(header);
  if (named === undefined) return plain(400, 'This request names a host that cannot be.');
  if (target.path === health || knows(target.host ?? named)) return undefined;
  return plain(
    421,
    'This server does not answer to the name in this request. It answers to that of SITE_URL, which a proxy in front of it has to pass on in the header "Host".',
  );
}
