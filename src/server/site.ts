import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { HEADER_RULES_FILE, type HeaderRule } from '../build/header-rules.ts';
import { NEWSLETTER_FILE } from '../newsletter/content.ts';
import { LETTERS_FILE } from '../newsletter/letters/built-letter.ts';
import { readHeaderRules } from './header-rules.ts';
import { createResource, type Resource } from './resource.ts';
import { StartError } from './start-error.ts';

/** Everything the build wrote, as the server needs it. */
export interface Site {
  /** By decoded path inside the site, without the base path. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** The page for what is not there, where the build wrote one. */
  readonly notFound: Resource | undefined;
  readonly rules: readonly HeaderRule[];
  /** Where what moved is now, by path: both with the base path. */
  readonly redirects: ReadonlyMap<string, string>;
}

// Instructions to hosts and to this server, not files for readers.
const FOR_HOSTS: ReadonlySet<string> = new Set([
  '_headers',
  HEADER_RULES_FILE,
  '_redirects',
  '_routes.json',
  NEWSLETTER_FILE,
  LETTERS_FILE,
]);
const AT_ONCE = 32;

function isPublic(file: string): boolean {
  if (FOR_HOSTS.has(file)) return false;
  return file.split('/').every((part) => !part.startsWith('.') || part === '.well-known');
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return (
    entries
      // A symbolic link is no file here, so nothing outside the folder can get in.
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter(isPublic)
      .sort()
  );
}

/** The redirects of a text as the build writes it, `from to 301` a line, of which others are left alone. */
function parseRedirects(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(/^(\/(?!\/)[^\s*:]*) (\/(?!\/)[^\s*:]*) 301$/gm);
  return new Map([...lines].map(([, from = '', to = '']) => [from, to]));
}

/**
 * Reads a built site into memory.
 *
 * @param folder usually `dist`
 * @throws StartError when nothing was built, or when its header rules are missing or malformed
 */
export async function readSite(folder: string): Promise<Site> {
  const files = await listFiles(folder);
  if (files.length === 0) {
    throw new StartError('There is nothing to serve yet. Run npm run build first.');
  }
  const rules = await readFile(join(folder, HEADER_RULES_FILE), 'utf8').catch(() => {
    throw new StartError(
      'dist/_headers.json is missing, and without it pages have no security headers. Run npm run build again.',
    );
  });

  const resources = new Map<string, Resource>();
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const batch = files.slice(start, start + AT_ONCE);
    const contents = await Promise.all(batch.map((file) => readFile(join(folder, file))));
    for (const [index, bytes] of contents.entries()) {
      const file = batch[index] ?? '';
      const path = `/${file}`.replace(/\/index\.html$/, '/');
      resources.set(path, createResource(path, file, bytes));
    }
  }
  const notFound = resources.get('/404.html');
  resources.delete('/404.html');
  const redirects = await readFile(join(folder, '_redirects'), 'utf8').catch(() => '');
  return {
    resources,
    notFound,
    rules: readHeaderRules(rules),
    redirects: parseRedirects(redirects),
  };
}
