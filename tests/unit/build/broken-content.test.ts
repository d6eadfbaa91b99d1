import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { copySite } from '../../site-copy.ts';
import { FRONT_MATTER } from '../articles/example-article.ts';
import { wordsOf } from '../site/prose.ts';

/** An article that is right but for `change`; its topic is one of content/site.yaml. */
const articleWith = (change: Readonly<Record<string, unknown>>, body = 'Call first.') =>
  `---\n${stringify({ ...FRONT_MATTER, ...change })}---\n\n${body}\n`;

const message = {
  title: 'Another offer',
  order: 99,
  use: 'Use this one when you have taken another job.',
  body: `${wordsOf(50)} {act} {close}`,
  why: 'I have taken another job.',
};

/** The day that was `count` days ago, as YYYY-MM-DD. */
const daysAgo = (count: number) =>
  new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10);

const PLACE = 'content/plan/places/de.yaml';
const WRITTEN_PLACE = readFileSync(PLACE, 'utf8');

/** Files with a mistake each, and what the builder is told of it. All lie in one content folder. */
const MISTAKES: readonly (readonly [file: string, text: string, told: string])[] = [
  [
    'content/articles/field.mdx',
    articleWith({ tags: ['call'] }),
    'content/articles/field.mdx:8: the field "tags" is wrong. Found: "tags". Allowed: title, description, ',
  ],
  [
    'content/articles/topic.mdx',
    articleWith({ topic: 'saying' }),
    'content/articles/topic.mdx:4: the field "topic" is wrong. Found: "saying". Allowed: decide, say-it, ',
  ],
  [
    'content/articles/source.md',
    articleWith({ sources: ['no-such-source'] }, 'Half[@no-such-source].'),
    'content/articles/source.md:9: the field "sources" is wrong. Found: "no-such-source". Allowed: a key of content/sources.yaml, ',
  ],
  [
    'content/articles/braces.mdx',
    articleWith({}, 'Dear {name},'),
    'content/articles/braces.mdx:10: braces mean code in MDX',
  ],
  [
    'content/articles/what now?.mdx',
    articleWith({}),
    "content/articles/what now?.mdx: this name can't be an address.",
  ],
  [
    'content/articles/open.mdx',
    articleWith({}).replace(/^title: .*/m, 'title: "The call'),
    'content/articles/open.mdx:2: a quotation mark is not closed.',
  ],
  [
    'content/charts/broken.yaml',
    stringify({
      title: 'A chart',
      description: 'It rose.',
      unit: '%',
      points: [
        { when: '2019', label: '2019', value: 1, source: 'no-such-source' },
        { when: '2020', label: '2020', value: 2, source: 'robert-half-2019' },
      ],
    }),
    'content/charts/broken.yaml:8: the field "points.0.source" is wrong. Found: "no-such-source".',
  ],
  [
    'content/messages/slot.yaml',
    stringify({ ...message, body: `{nobody} ${message.body}` }),
    'content/messages/slot.yaml:4: the field "body" is wrong. Found: {nobody}. Allowed: ',
  ],
  [
    'content/messages/short.yaml',
    stringify({ ...message, body: `${wordsOf(5)} {act} {close}` }),
    'content/messages/short.yaml:4: the field "body" is wrong. Found: ',
  ],
  [PLACE, WRITTEN_PLACE.replace(/sources: \[[\w-]+/, 'sources: [no-such-source'), `${PLACE}:`],
  [
    'content/quiz/onet/occupations.tsv',
    readFileSync('content/quiz/onet/occupations.tsv', 'utf8').replace(
      /^(29-1141\.00\t[^\t]*\t)\d/m,
      '$19',
    ),
    'content/quiz/onet/occupations.tsv:',
  ],
];

/** The lines of what a build said that tell where in our code something happened. */
const tracesIn = (output: string) => output.match(/^\s+at .*|Stack trace.*/gm) ?? [];

describe('a build', { timeout: 240_000 }, () => {
  it('is stopped by mistakes, and tells each once, in a line', async () => {
    await using site = await copySite();
    for (const [file, text] of MISTAKES) await site.write(file, text);
    const { code, output } = await site.build();
    const lines = output.split('\n').filter((line) => line.startsWith('content/'));
    for (const [, , told] of MISTAKES) {
      expect(lines.filter((line) => line.startsWith(told))).toHaveLength(1);
    }
    expect(lines).toHaveLength(MISTAKES.length);
    expect(tracesIn(output)).toEqual([]);
    expect(code).toBe(1);
  });

  it('is stopped by files of many entries that are no YAML', async () => {
    await using site = await copySite();
    const files = ['content/messages/slots.yaml', 'content/site.yaml', 'content/sources.yaml'];
    for (const file of files) await site.append(file, '\nbroken: "open\n');
    const { code, output } = await site.build();
    const lines = output.split('\n').filter((line) => line.startsWith('content/'));
    expect(lines).toEqual(
      files.map((file) =>
        expect.stringMatching(new RegExp(`^${file}:\\d+: a quotation mark is not closed`)),
      ),
    );
    expect(tracesIn(output)).toEqual([]);
    expect(code).toBe(1);
  });

  it('is stopped neither by a broken draft, which it leaves out, nor by old law, of which it warns', async () => {
    await using site = await copySite();
    await site.write(
      'content/articles/draft.mdx',
      articleWith({ draft: true }, 'Dear {name}, <50k'),
    );
    const later = articleWith({ published: '2999-01-01' }).replace(
      '---\n\n',
      'jurisdictions: a: b\n---\n\n',
    );
    await site.write('content/articles/later.mdx', later);
    const open = articleWith({ draft: true }).replace(/^title: .*/m, 'title: "The call');
    await site.write('content/articles/open.mdx', open);
    const old = `reviewed: ${daysAgo(4000)}`;
    await site.write(PLACE, WRITTEN_PLACE.replace(/reviewed: [\d-]+/g, old));
    const { code, output } = await site.build();
    expect(output).toContain('content/articles/draft.mdx:11: "<" begins a tag in MDX.');
    expect(output).toContain('content/articles/draft.mdx:11: braces mean code in MDX');
    expect(output).toContain('content/articles/later.mdx:');
    expect(output).toContain('content/articles/open.mdx:2: a quotation mark is not closed.');
    expect({ code, output }).toMatchObject({ code: 0 });
    const built = await site.built();
    expect([...built.keys()].filter((path) => /draft|later|open\//.test(path))).toEqual([]);

    const warnings = output.split('\n').filter((line) => line.includes('due for a review'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('npm run check:law');
    const plan = built.get('/plan/say-it/index.html') ?? '';
    expect(plan).toMatch(/20\d\d, more than a year ago: check the source/);
  });

  it('that fails late leaves the site of before whole, and nothing beside it', async () => {
    await using site = await copySite();
    await site.write('dist/index.html', 'online');
    await site.write('.dist-next-4194305/index.html', 'of a build that was killed');
    await site.write('src/pages/late.astro', "---\nthrow new Error('late');\n---\n");
    expect(await site.build()).toMatchObject({ code: 1 });
    expect([...(await site.built())]).toEqual([['/index.html', 'online']]);
    expect(readdirSync(site.root).filter((name) => name.startsWith('.dist'))).toEqual([]);
  });
});
