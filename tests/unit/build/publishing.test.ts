import { describe, expect, it } from 'vitest';
import { addressNote, formNote } from '../../../src/build/publishing.ts';

type Env = Readonly<Record<string, string>>;
const BUILT = 'http://localhost:4321/';

describe('addressNote', () => {
  it.each<[string, Env, 'info' | 'warn' | undefined, string]>([
    ['on one’s own machine', {}, 'info', 'name http://localhost:4321/.'],
    ['with an address', { SITE_URL: 'https://example.com/', NETLIFY: 'true' }, undefined, ''],
    ['with an empty address', { SITE_URL: ' ' }, 'info', 'Set it before you publish'],
    [
      'on Netlify',
      { NETLIFY: 'true', CI: 'true', URL: 'https://a.netlify.app' },
      'warn',
      'Netlify says https://a.netlify.app.',
    ],
    [
      'on Cloudflare Pages',
      { CF_PAGES: '1', CF_PAGES_URL: 'https://a.pages.dev' },
      'warn',
      'https://a.pages.dev',
    ],
    [
      'on Vercel, which writes no scheme',
      { VERCEL: '1', VERCEL_PROJECT_PRODUCTION_URL: 'a.vercel.app' },
      'warn',
      'Vercel says https://a.vercel.app.',
    ],
    [
      'on a host that says no address',
      { GITHUB_ACTIONS: 'true', CI: 'true' },
      'warn',
      'runs on GitHub Actions.',
    ],
    ['on any build server', { CI: '1' }, 'warn', 'runs on a build server.'],
    ['where CI is switched off', { CI: 'false' }, 'info', ''],
  ])('%s', (_, env, level, part) => {
    const note = addressNote(env, BUILT);
    expect(note?.level).toBe(level);
    expect(note?.text ?? '').toContain(part);
  });
});

describe('formNote', () => {
  const SITE_URL = 'https://example.com/';
  it.each<[string, Env, 'info' | 'warn' | undefined]>([
    ['on one’s own machine', {}, undefined],
    ['for a public address, with nothing said', { SITE_URL }, 'info'],
    [
      'for a public address, with our server',
      { SITE_URL, NEWSLETTER_PROVIDER: 'embedded' },
      undefined,
    ],
    [
      'for a public address, with a provider behind our server',
      { SITE_URL, NEWSLETTER_PROVIDER: 'listmonk' },
      undefined,
    ],
    ['without a form', { SITE_URL, NEWSLETTER_PROVIDER: 'none', NETLIFY: 'true' }, undefined],
    [
      'with a form of a provider',
      { SITE_URL, NEWSLETTER_PROVIDER: 'form', CF_PAGES: '1' },
      undefined,
    ],
    ['on a host of files, with nothing said', { SITE_URL, NETLIFY: 'true' }, 'warn'],
    [
      'on a host of files, for our server',
      { NEWSLETTER_PROVIDER: 'embedded', VERCEL: '1' },
      'warn',
    ],
    [
      'on a build server, for our server',
      { SITE_URL, NEWSLETTER_PROVIDER: 'embedded', CI: 'true' },
      undefined,
    ],
  ])('%s', (_, env, level) => {
    expect(formNote(env)?.level).toBe(level);
  });
});
