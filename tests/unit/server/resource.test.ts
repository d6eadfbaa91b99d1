import { randomBytes } from 'node:crypto';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { createResource, type Resource } from '../../../src/server/resource.ts';
import { warmUp } from '../../../src/server/warm-up.ts';
import { longPage } from './built-site.ts';

const page = (text: string): Resource => createResource('/', 'index.html', Buffer.from(text));

describe('a resource', () => {
  it('is compressed once, however many ask at the same time', () => {
    const resource = page(longPage('Home'));
    expect(resource.represent('br')).toBe(resource.represent('br'));
    expect(resource.represent('br')).not.toBe(resource.represent('gzip'));
  });

  it('is made as small as it gets', async () => {
    const text = `${longPage('Home')}${longPage('About')}${JSON.stringify(process.versions)}`;
    const { body: brotli } = await page(text).represent('br');
    const { body: gzip } = await page(text).represent('gzip');
    // Brotli's own default is its best.
    expect(brotli.length).toBeLessThanOrEqual(brotliCompressSync(text).length);
    expect(gzip.length).toBeLessThanOrEqual(gzipSync(text, { level: 9 }).length);
  });

  it('has a tag that changes with its content and its encoding, and with nothing else', async () => {
    const tags = async (resource: Resource): Promise<string[]> => {
      const made = [
        resource.represent('identity'),
        resource.represent('br'),
        resource.represent('gzip'),
      ];
      return (await Promise.all(made)).map(({ etag }) => etag);
    };
    const home = await tags(page(longPage('Home')));
    expect(new Set(home).size).toBe(3);
    expect(await tags(page(longPage('Home')))).toEqual(home);
    expect(new Set([...home, ...(await tags(page(longPage('Away'))))]).size).toBe(6);
  });

  it('is sent as it is when compressing makes it no smaller', async () => {
    const noise = createResource('/noise.txt', 'noise.txt', randomBytes(500));
    const { headers, etag } = await noise.represent('br');
    expect(headers).not.toHaveProperty('content-encoding');
    expect(etag).toBe((await noise.represent('identity')).etag);
  });

  it('may be long', async () => {
    const text = longPage('Long').repeat(600);
    const { body } = await page(text).represent('gzip');
    expect(gunzipSync(body).toString()).toBe(text);
    expect((await page(text).represent('br')).body.length).toBeLessThan(text.length / 10);
  });
});

describe('warmUp', () => {
  const siteOf = (...resources: Resource[]) => ({
    resources: new Map(resources.map((resource, index) => [`/${index}/`, resource])),
    notFound: page(longPage('Nothing here')),
    rules: [],
    redirects: new Map(),
  });
  const watched = (resource: Resource) => {
    const represent = vi.fn(resource.represent);
    return { resource: { ...resource, represent }, represent };
  };

  it('makes every encoding of what can be compressed, and of nothing else', async () => {
    const home = watched(page(longPage('Home')));
    const picture = watched(createResource('/a.png', 'a.png', Buffer.alloc(500)));
    await warmUp(siteOf(home.resource, picture.resource), new AbortController().signal);
    expect(home.represent.mock.calls).toEqual([['br'], ['gzip']]);
    expect(picture.represent).not.toHaveBeenCalled();
  });

  it('ends when the server stops', async () => {
    const home = watched(page(longPage('Home')));
    await warmUp(siteOf(home.resource), AbortSignal.abort());
    expect(home.represent).not.toHaveBeenCalled();
  });
});
