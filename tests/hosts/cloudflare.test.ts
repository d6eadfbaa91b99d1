import { cpSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADER_RULES_FILE, headerRulesSchema } from '../../src/build/header-rules.ts';
import { headersFor } from '../../src/server/header-rules.ts';
import { parseSiteUrl } from '../../src/site/site-url.ts';
import { type BuiltSite, builtFiles, sitemapPages } from '../e2e/built-site.ts';
import { rawRequest } from '../e2e/raw-request.ts';
import { copySite, type SiteCopy } from '../site-copy.ts';
import { type Host, startCloudflare, WAYS } from './wrangler.ts';

/** What the site of another owner says: below a path, with a provider's form, and a topic renamed. */
const SITES = [
  { name: 'a site of its own', env: { SITE_URL: 'https://example.com/' } },
  {
    name: 'a site below a path, whose form is a provider’s',
    env: {
      SITE_URL: 'https://example.com/some/path/',
      NEWSLETTER_PROVIDER: 'form',
      NEWSLETTER_FORM_URL: 'https://provider.example/subscribe?list=1',
      NEWSLETTER_FORM_FIELD: 'EMAIL',
    },
  },
] as const;

/** The types of what the build writes, as browsers need them. */
const TYPES: Readonly<Record<string, RegExp>> = {
  '.html': /^text\/html; charset=utf-8$/,
  '.js': /^(text|application)\/javascript/,
  '.woff2': /^font\/woff2$/,
  '.png': /^image\/png$/,
  '.svg': /^image\/svg\+xml/,
  '.ico': /^image\/(x-icon|vnd\.microsoft\.icon)$/,
  '.xml': /^(application|text)\/(xml|rss\+xml)/,
  '.json': /^application\/json/,
  '.csv': /^text\/csv/,
  '.txt': /^text\/plain/,
  '.webmanifest': /^application\/manifest\+json/,
};

/**
 * What a browser makes of a value that a host joined of two rules: the last referrer policy, and of a
 * resource policy that it cannot read none, which is the one that lets others in.
 */
function understood(name: string, value: string | undefined): string | undefined {
  const parts = value?.split(', ') ?? [];
  if (name === 'referrer-policy') return parts.at(-1);
  if (name === 'cross-origin-resource-policy' && parts.length > 1) return 'cross-origin';
  return value;
}

describe.each(SITES)('$name', ({ env }) => {
  let copy: SiteCopy;
  let site: BuiltSite;
  /** What is given to the host: the site where its addresses have it. */
  let folder: string;

  beforeAll(async () => {
    copy = await copySite();
    const yaml = readFileSync(join(copy.root, 'content/site.yaml'), 'utf8');
    await copy.write(
      'content/site.yaml',
      yaml.replace('  - id: decide\n', '  - id: decide\n    formerly: [before-you-decide]\n'),
    );
    const { code, output } = await copy.build(env);
    if (code !== 0) throw new Error(output);
    site = { folder: join(copy.root, 'dist'), ...parseSiteUrl(env.SITE_URL) };
    folder = site.folder;
    if (site.base !== '/') {
      folder = join(copy.root, 'upload');
      const inside = join(folder, site.base);
      mkdirSync(dirname(inside.replace(/\/$/, '')), { recursive: true });
      cpSync(site.folder, inside, { recursive: true });
      for (const file of ['_headers', '_redirects', '404.html']) {
        renameSync(join(inside, file), join(folder, file));
      }
    }
  });
  afterAll(() => copy[Symbol.asyncDispose]());

  describe.each(WAYS)('on Cloudflare, as %s serve it', (way) => {
    let host: Host;
    beforeAll(async () => {
      host = await startCloudflare(way, folder);
    });
    afterAll(() => host[Symbol.asyncDispose]());

    const get = (path: string) => rawRequest(host.origin + path);
    const rules = () =>
      headerRulesSchema.parse(
        JSON.parse(readFileSync(join(site.folder, HEADER_RULES_FILE), 'utf8')),
      );

    it('every rule for headers and redirects is understood', () => {
      expect(host.said).toMatch(/Parsed \d+ valid header rules/);
      expect(host.said).toMatch(/Parsed 2 valid redirect rules/);
      expect(host.said).not.toMatch(/invalid|exceeds|Ignoring/i);
    });

    it('every page and file is there, with its type and the headers of our own server', async () => {
      const files = builtFiles('', site)
        .filter((file) => /\.\w+$/.test(file) && !/^_[a-z]|^404|\/404/.test(file))
        .map((file) => ({ file, path: site.base + file.replace(/(^|\/)index\.html$/, '$1') }));
      expect(files.length).toBeGreaterThan(100);
      for (const page of sitemapPages(site)) {
        expect(files.map(({ path }) => path)).toContain(page.path);
      }
      for (const { file, path } of files) {
        // Where a topic was: a page, for hosts that read no redirects.
        if (path.endsWith('/before-you-decide/')) continue;
        const { status, headers, body } = await get(path);
        expect({ path, status }).toEqual({ path, status: 200 });
        expect({ path, is: headers['content-type'] }).toEqual({
          path,
          is: expect.stringMatching(TYPES[/\.\w+$/.exec(file)?.[0] ?? ''] ?? /never/),
        });
        expect(body.equals(readFileSync(join(site.folder, file)))).toBe(true);
        const { 'content-security-policy': policy, ...ours } = headersFor(rules(), path, 'file');
        for (const [name, value] of Object.entries(ours)) {
          const given = understood(name, String(headers[name]));
          expect({ path, name, given }).toEqual({ path, name, given: value });
        }
        const given = String(headers['content-security-policy']);
        expect(given.replace(/style-src [^;]+/, '')).toBe(policy?.replace(/style-src [^;]+/, ''));
        expect(given).not.toContain(', ');
        if (!ours['cache-control']) {
          expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
        }
      }
    });

    it('an address that is not there gets our page for that, with status 404', async () => {
      for (const path of ['no-such-page/', 'no-such-page', 'articles/none/', '_astro/none.js']) {
        const { status, headers, body } = await get(site.base + path);
        expect({ path, status }).toEqual({ path, status: 404 });
        expect(headers['content-type']).toMatch(TYPES['.html'] ?? '');
        expect(body.equals(readFileSync(join(site.folder, '404.html')))).toBe(true);
        expect(headers['content-security-policy']).toContain("script-src 'self'");
      }
    });

    it('an address without its slash, and one that moved, lead to the page', async () => {
      for (const { path } of sitemapPages(site)) {
        if (path === '/') continue;
        const { status, headers } = await get(path.slice(0, -1));
        expect({ path, status }).toEqual({ path, status: expect.toSatisfy(isRedirect) });
        expect(new URL(headers.location ?? '', host.origin + path).pathname).toBe(path);
      }
      for (const old of ['topics/before-you-decide/', 'topics/before-you-decide']) {
        const { status, headers } = await get(site.base + old);
        expect(status).toBe(301);
        expect(headers.location).toBe(`${site.base}topics/decide/`);
      }
    });

    it('the form posts where it should, which the policy allows', async () => {
      const { body, headers } = await get(`${site.base}newsletter/`);
      const tags = body.toString().match(/<form\b[^>]*>/g) ?? [];
      const posts = tags.filter((tag) => / method="?post/.test(tag));
      expect(posts).toHaveLength(1);
      const action = / action="?([^"\s>]+)/.exec(posts[0] ?? '')?.[1]?.replaceAll('&amp;', '&');
      const policy = /form-action ([^;]+)/.exec(String(headers['content-security-policy']))?.[1];
      const form = 'NEWSLETTER_FORM_URL' in env ? env.NEWSLETTER_FORM_URL : undefined;
      expect(action).toBe(form ?? `${site.base}newsletter/subscribe/`);
      expect(policy).toBe(form ? "'self' https://provider.example" : "'self'");
      if (form) expect(body.toString()).toMatch(/<input[^>]* name="EMAIL"/);
    });
  });
});

const isRedirect = (status: number) => [301, 302, 307, 308].includes(status);
