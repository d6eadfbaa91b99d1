import { validateHeaderName, validateHeaderValue } from 'node:http';
import { StartError } from './start-error.ts';

/** Header names in lower case, and their values. */
export type Headers = Readonly<Record<string, string>>;

/** One block of `dist/_headers`: which paths it speaks of, and what it adds to their answers. */
export interface HeaderRule {
  /** A path, with the base path of the site and at most one `*` for any run of characters. */
  readonly pattern: string;
  readonly headers: Headers;
}

// These follow from the answer itself; a fixed value would make the answer a wrong one.
const MADE_BY_THE_SERVER: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'location',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'vary',
]);

// These speak of a file, so they must not be said of an error or a redirect: a missing script
// under `/_astro/*` would be remembered as missing for a year.
const ABOUT_A_FILE: ReadonlySet<string> = new Set([
  'cache-control',
  'content-disposition',
  'content-language',
  'content-type',
  'expires',
  'last-modified',
]);

// What everybody may load of a picture, nobody may of the page that says there is none.
const FIRST_COUNTS: ReadonlySet<string> = new Set(['cross-origin-resource-policy']);

function fail(line: number, problem: string): never {
  throw new StartError(
    `dist/_headers, line ${line}: ${problem} This file is written by the build. Run npm run build again.`,
  );
}

function readHeader(text: string, line: number): readonly [name: string, value: string] {
  const colon = text.indexOf(':');
  if (colon < 1) {
    fail(
      line,
      `found ${JSON.stringify(text)}, expected "Name: value" or a path that starts with /.`,
    );
  }
  const name = text.slice(0, colon).trim().toLowerCase();
  const value = text.slice(colon + 1).trim();
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch {
    fail(line, `${JSON.stringify(text)} is no HTTP header.`);
  }
  if (value === '') fail(line, `the header "${name}" has no value.`);
  if (MADE_BY_THE_SERVER.has(name)) fail(line, `the server itself sets the header "${name}".`);
  return [name, value];
}

/**
 * Reads the text of `dist/_headers`, the file in which static hosts such as Netlify and Cloudflare
 * Pages look for headers: a path pattern on its own line, then one `Name: value` a line; `#` starts
 * a comment. A name repeated in one block is joined with a comma, as those hosts do.
 * Of their patterns only `*`, once, is known here; the build writes no others.
 *
 * @returns the rules in the order of the file
 * @throws StartError that names the line, what was found and what is allowed
 */
export function parseHeaderRules(text: string): readonly HeaderRule[] {
  const blocks: { pattern: string; line: number; headers: Map<string, string> }[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (content.startsWith('/')) {
      if (content.indexOf('*') !== content.lastIndexOf('*') || /\/:|\s/.test(content)) {
        fail(line, `found the path "${content}", expected a path with at most one *.`);
      }
      blocks.push({ pattern: content, line, headers: new Map() });
      continue;
    }
    const block = blocks.at(-1);
    if (block === undefined) {
      return fail(line, `found "${content}" before any path, such as /*.`);
    }
    const [name, value] = readHeader(content, line);
    const before = block.headers.get(name);
    block.headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return blocks.map(({ pattern, line, headers }) => {
    if (headers.size === 0) fail(line, `the path "${pattern}" has no headers below it.`);
    return { pattern, headers: Object.fromEntries(headers) };
  });
}

function matches(pattern: string, path: string): boolean {
  const star = pattern.indexOf('*');
  if (star === -1) return pattern === path;
  return (
    path.length >= pattern.length - 1 &&
    path.startsWith(pattern.slice(0, star)) &&
    path.endsWith(pattern.slice(star + 1))
  );
}

/**
 * The headers that the rules give to an answer. Where two rules set the same header, the later one
 * in the file wins.
 *
 * @param path the decoded path that was asked for, with the base path of the site
 * @param answer `file` for a file or "not modified", `other` for errors and redirects, which get
 *   no header that describes a file, and of who may load it what is said of everything
 */
export function headersFor(
  rules: readonly HeaderRule[],
  path: string,
  answer: 'file' | 'other',
): Headers {
  const found: Record<string, string> = {};
  for (const { pattern, headers } of rules) {
    if (!matches(pattern, path)) continue;
    for (const [name, value] of Object.entries(headers)) {
      if (answer === 'file') found[name] = value;
      else if (FIRST_COUNTS.has(name)) found[name] ??= value;
      else if (!ABOUT_A_FILE.has(name)) found[name] = value;
    }
  }
  return found;
}
