import { createHash } from 'node:crypto';

/** What is inline in a set of pages, as CSP source expressions, each once, sorted. */
export interface InlineSources {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** Whether any page loads a script from a file of this site. */
  readonly scriptFiles: boolean;
}

/** A custom element, such as `<style-guide>`, is none (HTML Standard, "tag name state"). */
const OPENING = /<(style|script)(?=[\s/>])([^>]*)>/gi;
const TAG = /<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const VALUE = /"[^"]*"|'[^']*'/g;
const FORBIDDEN = /\s(style|on[a-z]+)\s*=/i;

/** Types of script elements that browsers run (HTML Standard, "prepare the script element"). */
const RUNS = /\stype=["']?(module|text\/javascript|importmap|speculationrules)\b/i;

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Reads the inline styles and scripts of `pages` (HTML). Data blocks such as JSON-LD do not run
 * and need no hash. Throws an Error for a style attribute or an event handler: neither can run
 * under the policy, so it would silently do nothing.
 */
export function inlineSources(pages: Iterable<{ file: string; html: string }>): InlineSources {
  const styles = new Set<string>();
  const scripts = new Set<string>();
  let scriptFiles = false;
  for (const { file, html } of pages) {
    const { elements, markup } = takenApart(html);
    for (const { name, attributes, text } of elements) {
      if (name === 'style') styles.add(text);
      else if (/\ssrc=/i.test(attributes)) scriptFiles = true;
      else if (!/\stype=/i.test(attributes) || RUNS.test(attributes)) scripts.add(text);
    }
    // Taking tags apart takes long, and hardly a page has what may be one of these.
    if (!FORBIDDEN.test(markup)) continue;
    for (const [tag] of markup.matchAll(TAG)) {
      const forbidden = FORBIDDEN.exec(tag.replace(VALUE, ''));
      if (!forbidden) continue;
      throw new Error(
        `${file}: ${tag.slice(0, 120)} has a ${forbidden[1]} attribute, which the security policy blocks. Move it to a style sheet or a script.`,
      );
    }
  }
  const hashes = (texts: ReadonlySet<string>) => [...texts].map(hashOf).sort();
  return { styles: hashes(styles), scripts: hashes(scripts), scriptFiles };
}

/** The styles and scripts of a page, and what else is in it. */
function takenApart(html: string) {
  const elements = [];
  let markup = '';
  let at = 0;
  for (OPENING.lastIndex = 0; ; ) {
    const opening = OPENING.exec(html);
    if (!opening) break;
    const [tag, written = '', attributes = ''] = opening;
    const name = written.toLowerCase();
    const start = opening.index + tag.length;
    const closing = name === 'style' ? /<\/style[\s/>]/gi : /<\/script[\s/>]/gi;
    closing.lastIndex = start;
    const end = closing.exec(html)?.index ?? html.length;
    elements.push({ name, attributes, text: html.slice(start, end) });
    markup += html.slice(at, opening.index);
    at = OPENING.lastIndex = end;
  }
  return { elements, markup: markup + html.slice(at) };
}

/** What a policy allows besides what is inline. */
interface Allowed {
  /** Other origins that forms of the site post to. */
  readonly formOrigins?: readonly string[];
  /** Whether it stands in a page, where browsers ignore `frame-ancestors` (CSP Level 3, section 3.3). */
  readonly inPage?: boolean;
}

/**
 * The Content-Security-Policy of the whole site (CSP Level 3): nothing by default, this origin
 * for pictures, fonts, the manifest and requests (Lighthouse asks for robots.txt from within a
 * page), and of inline code only what is hashed.
 */
export function contentSecurityPolicy(
  { styles, scripts, scriptFiles }: InlineSources,
  { formOrigins = [], inPage = false }: Allowed = {},
): string {
  const script = [...(scriptFiles ? ["'self'"] : []), ...scripts];
  return [
    "default-src 'none'",
    "base-uri 'none'",
    ['form-action', "'self'", ...formOrigins].join(' '),
    ...(inPage ? [] : ["frame-ancestors 'none'"]),
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    `style-src ${styles.join(' ') || "'none'"}`,
    `script-src ${script.join(' ') || "'none'"}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** What Cloudflare reads of a line of `_headers`. A longer one it leaves out, and the header with it. */
export const LONGEST_LINE = 2_000;

/**
 * The policy for `_headers`. Where the hashes of all style sheets of the site do not fit into a line,
 * it allows any inline style and stays as strict in all else: with pictures, fonts and requests held
 * to this origin, no style can tell anybody anything.
 */
export function policyForHosts(sources: InlineSources, allowed: Allowed = {}): string {
  const whole = contentSecurityPolicy(sources, allowed);
  return `Content-Security-Policy: ${whole}`.length <= LONGEST_LINE
    ? whole
    : contentSecurityPolicy({ ...sources, styles: ["'unsafe-inline'"] }, allowed);
}
