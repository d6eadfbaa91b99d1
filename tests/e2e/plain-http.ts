import { builtSite } from './built-site.ts';

/** A name that is nobody's (RFC 6761), for a site that was built for the machine it is on. */
const PHONE = 'second-thoughts.test';

const { hostname } = new URL(builtSite().origin);

/**
 * The name by which the server under test is open over plain http, as a phone in the same network
 * sees it: unlike localhost, no secure context (Secure Contexts, W3C). A site built for a public
 * address answers to that name alone.
 */
export const PLAIN_HTTP_HOST = hostname === 'localhost' ? PHONE : hostname;
