import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSite } from '../../../src/server/site.ts';
import { StartError } from '../../../src/server/start-error.ts';
import { FILES, rulesFile, writeFiles } from './built-site.ts';

const RULES = { 'dist/_headers.json': rulesFile({ '/*': { 'X-A': '1' } }) };

describe('readSite', () => {
  it('knows each file by its path on the site, and only what is meant for readers', async () => {
    const root = await writeFiles({
      ...FILES,
      'dist/_redirects': '/a /b',
      'dist/.git/config': 'SECRET',
      'dist/about/.DS_Store': 'SECRET',
    });
    await symlink(join(root, 'secret.txt'), join(root, 'dist/link.txt'));
    await symlink(root, join(root, 'dist/up'));
    const { resources, notFound } = await readSite(join(root, 'dist'));
    expect([...resources.keys()].sort()).toEqual([
      '/',
      '/.well-known/security.txt',
      '/_astro/page.D4f9.css',
      '/_astro/picture.Ab12.avif',
      '/about/',
      '/feed.xml',
      '/say-it/by-phone/',
      '/tiny.txt',
    ]);
    expect(notFound?.path).toBe('/404.html');
  });

  it('reads more files than it opens at once', async () => {
    const many = Array.from({ length: 100 }, (_, index) => [
      `dist/${index}/index.html`,
      `${index}`,
    ]);
    const root = await writeFiles({ ...RULES, ...Object.fromEntries(many) });
    const { resources } = await readSite(join(root, 'dist'));
    expect(resources.size).toBe(100);
    const page = await resources.get('/77/')?.represent('identity');
    expect(page?.body.toString()).toBe('77');
  });

  it('says what to do when there is nothing to serve', async () => {
    const root = await writeFiles(RULES);
    const sentence = 'There is nothing to serve yet. Run npm run build first.';
    await expect(readSite(join(root, 'dist'))).rejects.toThrow(new StartError(sentence));
    await expect(readSite(join(root, 'no-dist'))).rejects.toThrow(new StartError(sentence));
  });

  it('serves no page without the security headers', async () => {
    const { 'dist/_headers.json': _, ...files } = FILES;
    const root = await writeFiles(files);
    await expect(readSite(join(root, 'dist'))).rejects.toThrow(/^dist\/_headers\.json is missing/);
  });
});
