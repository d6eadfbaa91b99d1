import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { redirectLines } from '../../../src/build/redirects.ts';
import { type Build, copySite, type SiteCopy } from '../../site-copy.ts';
import { articleWith } from '../articles/example-article.ts';
import { site as exampleSite } from '../site/example-site.ts';

/** Articles that no build could take in, and that no reader sees: drafts, and one of later. */
const BROKEN = {
  'content/articles/no-yaml.mdx': '---\ntitle: "Okapi\ndraft: true\n---\n\nOkapi.\n',
  'content/articles/no-topic.mdx':
    '---\ntitle: Okapi\ntopic: nowhere\ndraft: true\n---\n\nOkapi.\n',
  'content/articles/no (mdx) [x]!.mdx': '---\ntitle: Okapi\ndraft: true\n---\n\n<Okapi {name}\n',
  'content/articles/draft.mdx': articleWith({ draft: true }, 'Dear {name}, <50k'),
  'content/articles/later.mdx': articleWith({ published: '2999-01-01' }).replace(
    '---\n\n',
    'jurisdictions: a: b\n---\n\n',
  ),
};

const PLACE = 'content/plan/places/de.yaml';

/** A day that is eleven years ago. */
const elevenYearsAgo = () => new Date(Date.now() - 4000 * 86_400_000).toISOString().slice(0, 10);

describe('a build without a newsletter, with a renamed topic, broken drafts and old law', () => {
  let site: SiteCopy;
  let result: Build;
  let built: ReadonlyMap<string, string>;

  beforeAll(async () => {
    site = await copySite();
    for (const [file, text] of Object.entries(BROKEN)) await site.write(file, text);
    // A topic without an article that is out has no page to lead to.
    await site.write('content/articles/long-ago.mdx', articleWith({}));
    const law = await readFile(PLACE, 'utf8');
    await site.write(PLACE, law.replace(/reviewed: [\d-]+/g, `reviewed: ${elevenYearsAgo()}`));
    const file = join(site.root, 'content/site.yaml');
    const yaml = parseDocument(await readFile(file, 'utf8'));
    yaml.setIn(['topics', 1, 'formerly'], ['words', 'scripts']);
    const empty = {
      id: 'empty',
      title: 'Okapi',
      short: 'Okapi',
      description: 'x',
      formerly: ['void'],
    };
    yaml.addIn(['topics'], empty);
    await writeFile(file, String(yaml));
    result = await site.build({
      NEWSLETTER_PROVIDER: 'none',
      SITE_URL: 'https://example.com/base/',
    });
    built = await site.built();
  }, 240_000);

  afterAll(() => site[Symbol.asyncDispose]());

  it('succeeds, and tells of each draft by its name and its mistakes', () => {
    expect(result).toMatchObject({ code: 0 });
    expect(built.size).toBeGreaterThan(50);
    for (const mistake of [
      'content/articles/no-yaml.mdx:2: a quotation mark is not closed.',
      'content/articles/no-topic.mdx:2: the field "description" is wrong.',
      'content/articles/no (mdx) [x]!.mdx:6: "<" begins a tag in MDX.',
      'content/articles/draft.mdx:11: "<" begins a tag in MDX.',
      'content/articles/draft.mdx:11: braces mean code in MDX',
      'content/articles/later.mdx:',
    ])
      expect(result.output).toContain(mistake);
  });

  it('has no byte of a draft, and nothing of a topic without articles', () => {
    expect([...built].flatMap(([path, text]) => (/okapi/i.test(text) ? [path] : []))).toEqual([]);
    expect([...built.keys()].filter((path) => /empty|void|draft|later/.test(path))).toEqual([]);
  });

  it('warns once of law that is due for a review, and says so where it is told', () => {
    const warnings = result.output.split('\n').filter((line) => line.includes('due for a review'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('npm run check:law');
    expect(built.get('/plan/say-it/index.html')).toMatch(
      /20\d\d, more than a year ago: check the source/,
    );
  });

  it('has no form, no page, no link and no word of the newsletter', () => {
    const pages = [...built].filter(([path]) => /\.(?:html|xml|txt)$/.test(path));
    const found = pages.filter(([, text]) => /newsletter|type="email"|letter a week/i.test(text));
    expect(found.map(([path]) => path)).toEqual([]);
    expect([...built.keys()].filter((path) => path.startsWith('/newsletter'))).toEqual([]);
    expect(result.output).not.toContain('posts to');
  });

  it('leads from the old ids of a topic to it, on any host', () => {
    expect(built.get('/_redirects')).toBe(
      ['words', 'scripts']
        .flatMap((id) => [`/base/topics/${id}/`, `/base/topics/${id}`])
        .map((from) => `${from} /base/topics/say-it/ 301\n`)
        .join(''),
    );
    const page = built.get('/topics/words/index.html');
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/base/topics/say-it/">');
    expect(page).toContain('<link rel="canonical" href="https://example.com/base/topics/say-it/">');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(built.get('/sitemap.xml')).not.toContain('topics/words');
  });
});

describe('redirectLines', () => {
  const [first] = exampleSite.topics;
  const topics = first ? [{ ...first, formerly: ['old'] }] : [];
  it.each([
    [
      'at the root',
      '/',
      true,
      ['/topics/old/ /topics/say-it/ 301', '/topics/old /topics/say-it/ 301'],
    ],
    [
      'below a path',
      '/a/b/',
      true,
      ['/a/b/topics/old/ /a/b/topics/say-it/ 301', '/a/b/topics/old /a/b/topics/say-it/ 301'],
    ],
    ['of a topic that does not show', '/', false, []],
  ])('%s', (_, base, shows, lines) => {
    expect(redirectLines(topics, base, () => shows)).toEqual(lines);
  });
});
