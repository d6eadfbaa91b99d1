import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { copySite } from '../../site-copy.ts';

const OURS = /Second Thoughts|#1d3bc6|#9fb3ff|the editors/i;

describe('a site of another name, in green, by a person with a portrait', () => {
  it('is that everywhere, from one file', { timeout: 240_000 }, async () => {
    await using site = await copySite();
    const file = join(site.root, 'content/site.yaml');
    const yaml = parseDocument(await readFile(file, 'utf8'));
    yaml.set('name', 'Cold Feet & Co');
    yaml.set('wordmark', 'Cold <del>Hands</del> <ins>Feet</ins> & Co');
    yaml.set('accent', { light: '#0a5b3f', dark: '#7fdcb4' });
    yaml.set('author', {
      ...{ kind: 'person', name: 'Ada Example', page: '/about/' },
      ...{ bio: 'I test sites.', photo: 'portrait.png' },
    });
    await writeFile(file, String(yaml));
    const red = { width: 600, height: 900, channels: 3 as const, background: '#aa0000' };
    await sharp({ create: red }).png().toFile(join(site.root, 'content/portrait.png'));
    const { code, output } = await site.build();
    expect({ code, output }).toMatchObject({ code: 0 });

    const built = await site.built();
    const text = (path: string) => Buffer.from(built.get(path) ?? '', 'latin1').toString();
    const found = [...built].filter(([, content]) => OURS.test(content)).map(([path]) => path);
    expect(found).toEqual([]);

    const home = text('/index.html');
    expect(home).toMatch(
      /class="wordmark"[^>]*>\s*Cold\s+<del aria-hidden="true">Hands<\/del>\s+<ins>Feet<\/ins>\s+&amp; Co\s*</,
    );
    expect(home).toContain('<meta property="og:site_name" content="Cold Feet &amp; Co">');
    expect(home).toContain('--accent:#0a5b3f');
    expect(home).toContain('--accent:#7fdcb4');
    expect(text('/favicon.svg')).toContain('fill="#0a5b3f"');
    expect(JSON.parse(text('/manifest.webmanifest'))).toMatchObject({
      name: 'Cold Feet & Co',
      icons: [{ purpose: 'any' }, { purpose: 'any' }, { purpose: 'maskable' }],
    });
    expect(text('/llms.txt')).toMatch(/^# Cold Feet & Co\n/);
    expect(text('/feed.xml')).toContain('<title>Cold Feet &amp; Co</title>');

    const about = text('/about/index.html');
    expect(about).toContain('About Cold Feet');
    expect(about).toContain('<strong>Ada Example.</strong> I test sites.');
    expect(about).toMatch(/<img src="\/author\.jpg" alt="Ada Example"/);
    const portrait = Buffer.from(built.get('/author.jpg') ?? '', 'latin1');
    expect(await sharp(portrait).metadata()).toMatchObject({ width: 480, height: 480 });
    const article = [...built.keys()].find((path) => /^\/articles\/.+\/index/.test(path)) ?? '';
    expect(text(article)).toContain('By <a href="/about/" rel="author">Ada Example</a>');
    expect(text(article)).toContain(
      '"author":{"@type":"Person","name":"Ada Example","url":"http://localhost:4321/about/","description":"I test sites.","image":"http://localhost:4321/author.jpg"}',
    );

    for (const name of ['icon-192.png', 'icon-maskable-512.png', 'apple-touch-icon.png']) {
      const png = sharp(Buffer.from(built.get(`/${name}`) ?? '', 'latin1'));
      expect((await png.stats()).dominant).toEqual({ r: 8, g: 88, b: 56 });
    }
    const pictures = [...built.keys()].filter((path) => path.startsWith('/og/'));
    for (const path of pictures) {
      const bytes = Buffer.from(built.get(path) ?? '', 'latin1');
      const [r, g, b] = await sharp(bytes)
        .removeAlpha()
        .extract({ left: 4, top: 300, width: 1, height: 1 })
        .raw()
        .toBuffer();
      // A picture has 64 colors of its own, each within a step of the right one.
      expect([r, g, b].map((value = 0) => Math.round(value / 10))).toEqual([1, 9, 6]);
    }
  });
});
