import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { socialPicturePath } from '../../../src/site/social-picture.ts';
import { wordmarkRuns } from '../../../src/site/wordmark.ts';
import { clockOn } from '../../clock/on-day.ts';
import { type Build, copySite, type SiteCopy } from '../../site-copy.ts';
import { FRONT_MATTER } from '../articles/example-article.ts';
import { expectWhole } from './whole-site.ts';

const OURS = /Second Thoughts|#1d3bc6|#9fb3ff|the editors/i;
const WORDMARK = 'Cold <del>Hands</del><ins>Feet</ins> & <Co>';
const GREEN = { light: '#0a5b3f', dark: '#7fdcb4' };

/** The day of the build, in some years, which is a leap day, and one that is in its future. */
const [today, future] = ['2032-02-29', '2032-03-02'];

/** An article whose title, answer, text and id all hold `word`. */
const articleOf = (word: string, change: Readonly<Record<string, unknown>>) => {
  const words = { title: `On ${word}`, description: `Of ${word}.`, answer: `About ${word}.` };
  return `---\n${stringify({ ...FRONT_MATTER, ...words, ...change })}---\n\nText: ${word}.\n`;
};

describe('a site of another name, in green, by a person with a portrait', () => {
  let site: SiteCopy;
  let result: Build;
  let built: ReadonlyMap<string, string>;
  const text = (path: string) => Buffer.from(built.get(path) ?? '', 'latin1').toString();

  beforeAll(async () => {
    site = await copySite();
    const file = join(site.root, 'content/site.yaml');
    const yaml = parseDocument(await readFile(file, 'utf8'));
    yaml.set('name', 'Cold Feet & <Co>');
    yaml.set('wordmark', WORDMARK);
    yaml.set('accent', GREEN);
    yaml.set('author', {
      ...{ kind: 'person', name: 'Ada Example', page: '/about/' },
      ...{ bio: 'I test sites.', photo: 'portrait.png' },
    });
    await writeFile(file, String(yaml));
    const red = { width: 600, height: 900, channels: 3 as const, background: '#aa0000' };
    await sharp({ create: red }).png().toFile(join(site.root, 'content/portrait.png'));
    await site.write('content/articles/quokka.mdx', articleOf('quokka', { published: today }));
    await site.write('content/articles/wombat.mdx', articleOf('wombat', { draft: true }));
    await site.write('content/articles/numbat.md', articleOf('numbat', { published: future }));
    result = await site.build(clockOn(today));
    built = await site.built();
  }, 240_000);

  afterAll(() => site[Symbol.asyncDispose]());

  it('is whole in some years, on a leap day', () => {
    expectWhole(built, today, 1);
  });

  it('has nothing of ours left, in whatever file', () => {
    expect(result).toMatchObject({ code: 0 });
    const found = [...built].filter(([, content]) => OURS.test(content)).map(([path]) => path);
    expect(found).toEqual([]);
  });

  it('says its name on pages, in the manifest, the feed and the mails', () => {
    const home = text('/index.html');
    expect(home).toMatch(
      /class="wordmark"[^>]*>\s*Cold <del aria-hidden="true">Hands<\/del><ins>Feet<\/ins> &amp; &lt;Co&gt;\s*</,
    );
    expect(home).toContain('<meta property="og:site_name" content="Cold Feet &amp; <Co>">');
    expect(JSON.parse(text('/manifest.webmanifest'))).toMatchObject({
      name: 'Cold Feet & <Co>',
      icons: [{ purpose: 'any' }, { purpose: 'any' }, { purpose: 'maskable' }],
    });
    expect(text('/llms.txt')).toMatch(/^# Cold Feet & <Co>\n/);
    expect(text('/feed.xml')).toContain('<title>Cold Feet &amp; &lt;Co&gt;</title>');
    expect(JSON.parse(text('/_newsletter.json'))).toMatchObject({
      siteName: 'Cold Feet & <Co>',
      accent: GREEN.light,
      mails: { confirm: { text: expect.stringContaining('Cold Feet & <Co>') } },
    });
  });

  it('is green on pages, icons and pictures', async () => {
    const home = text('/index.html');
    expect(home).toContain('--accent:#0a5b3f');
    expect(home).toContain('--accent:#7fdcb4');
    expect(text('/favicon.svg')).toContain('fill="#0a5b3f"');
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

  it('shows its author', async () => {
    const about = text('/about/index.html');
    expect(about).toContain('About Cold Feet');
    expect(about).toContain('<strong>Ada Example.</strong> I test sites.');
    expect(about).toMatch(/<img src="\/author\.jpg" alt="Ada Example"/);
    const portrait = Buffer.from(built.get('/author.jpg') ?? '', 'latin1');
    expect(await sharp(portrait).metadata()).toMatchObject({ width: 480, height: 480 });
    const article = text('/articles/quokka/index.html');
    expect(article).toContain('By <a href="/about/" rel="author">Ada Example</a>');
    expect(article).toContain(
      '"author":{"@type":"Person","name":"Ada Example","url":"http://localhost:4321/about/","description":"I test sites.","image":"http://localhost:4321/author.jpg"}',
    );
  });

  it('publishes what is dated today, and nothing of a draft or of the future', () => {
    const filesWith = (word: string) =>
      [...built].flatMap(([path, content]) =>
        path.includes(word) || content.includes(word) ? [path] : [],
      );
    expect(filesWith('wombat')).toEqual([]);
    expect(filesWith('numbat')).toEqual([]);
    expect(filesWith('quokka')).toEqual(
      expect.arrayContaining([
        '/articles/quokka/index.html',
        '/articles/index.html',
        '/topics/say-it/index.html',
        '/feed.xml',
        '/sitemap.xml',
        '/llms.txt',
      ]),
    );
    const identity = { wordmark: wordmarkRuns(WORDMARK) ?? [], accent: GREEN.light };
    const pictureOf = (word: string) =>
      ['Say it', ''].some((kicker) =>
        built.has(socialPicturePath({ title: `On ${word}`, kicker }, identity)),
      );
    expect(['quokka', 'wombat', 'numbat'].filter(pictureOf)).toEqual(['quokka']);
  });
});
