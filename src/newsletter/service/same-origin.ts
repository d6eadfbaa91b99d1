/**
 * Whether a form was sent from a page of this site. Browsers name the page's origin with every POST
 * (Fetch Standard, "append a request Origin header") and say how it is related (Fetch Metadata).
 * Programs that name nothing are let through: they act for nobody but themselves.
 *
 * @param origin of the site as it is configured
 */
export function isSameOrigin(headers: Headers, origin: string): boolean {
  const from = headers.get('origin');
  if (from !== null) {
    // A phone in the same network opens the site by another name than the configured one.
    return from === origin || URL.parse(from)?.host === headers.get('host');
  }
  return ['same-origin', 'none', null].includes(headers.get('sec-fetch-site'));
}
