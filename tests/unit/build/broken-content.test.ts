import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { mistakesIn } from '../../../src/build/content/check-content.ts';
import { mistakeLine } from '../../../src/site/content-error.ts';
import { copySite } from '../../site-copy.ts';
import { articleWith } from '../articles/example-article.ts';
import { wordsOf } from '../site/prose.ts';

const message = {
  title: 'Another offer',
  order: 99,
  use: 'Use this one when you have taken another job.',
  body: `${wordsOf(50)} {act} {close}`,
  short: 'I have taken another job.',
  why: 'I have taken another job.',
};

const PLACE = 'content/plan/places/de.yaml';
const WRITTEN_PLACE = readFileSync(PLACE, 'utf8');

/** Files with a mistake each, and what the builder is told of it. */
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
      kind: 'series',
      title: 'A chart',
      description: 'It rose.',
      points: [
        { when: '2019', label: '2019', figure: 'no-such-figure' },
        { when: '2020', label: '2020', figure: 'robert-half-2019-backed-out' },
      ],
    }),
    'content/charts/broken.yaml:7: the field "points.0.figure" is wrong. Found: "no-such-figure".',
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

describe('mistakes in one content folder', () => {
  it('are each told once, in a line', async () => {
    const content = await mkdtemp(join(tmpdir(), 'second-thoughts-content-'));
    onTestFinished(() => rm(content, { recursive: true, force: true }));
    await cp('content', content, { recursive: true });
    for (const [file, text] of MISTAKES)
      await writeFile(join(content, file.slice('content/'.length)), text);
    const { stopping, leftOut } = await mistakesIn(content, 'public');
    const lines = stopping.map(mistakeLine);
    for (const [, , start] of MISTAKES) {
      expect(lines.filter((line) => line.startsWith(start))).toHaveLength(1);
    }
    expect(lines.join('\n').split('\n')).toHaveLength(MISTAKES.length);
    expect(leftOut).toEqual([]);
  });
});

describe('a build', { timeout: 240_000 }, () => {
  it('is stopped by mistakes, also in files of many entries, and tells no trace of them', async () => {
    await using site = await copySite();
    await site.write('content/articles/braces.mdx', articleWith({}, 'Dear {name},'));
    const files = ['content/messages/slots.yaml', 'content/site.yaml', 'content/sources.yaml'];
    for (const file of files) await site.append(file, '\nbroken: "open\n');
    const { code, output } = await site.build();
    const lines = output.split('\n').filter((line) => line.startsWith('content/'));
    expect(lines).toEqual([
      expect.stringMatching(/^content\/articles\/braces\.mdx:10: braces mean code in MDX/),
      ...files.map((file) =>
        expect.stringMatching(new RegExp(`^${file}:\\d+: a quotation mark is not closed`)),
      ),
    ]);
    // Where in our code something happened.
    expect(output.match(/^\s+at .*|Stack trace.*/gm)).toBeNull();
    expect(code).toBe(1);
  });

  it('is stopped by what its bundler would tell in its own way, and by what nothing else minds', async () => {
    await using site = await copySite();
    await site.write('content/articles/tag.mdx', articleWith({}, 'Well, <b>then.'));
    await site.write(
      'content/articles/source.md',
      articleWith({ sources: ['no-such-source'] }, ''),
    );
    const { code, output } = await site.build();
    expect(output.split('\n').filter((line) => line.startsWith('content/'))).toEqual([
      expect.stringMatching(/^content\/articles\/source\.md:9: the field "sources" is wrong/),
      expect.stringMatching(/^content\/articles\/tag\.mdx:10: <b> has no end/),
    ]);
    expect(output).not.toContain('generating static routes');
    expect(code).toBe(1);
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
