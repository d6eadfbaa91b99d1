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
];

/** What is told of rules of law, once all else is right. */
const RULES: typeof MISTAKES = [
  [PLACE, WRITTEN_PLACE.replace(/sources: \[[\w-]+/, 'sources: [no-such-source'), `${PLACE}:`],
];

/** What only the page that shows it finds, as late as a mistake can be. */
const SHOWN: readonly { mistake: string; text: string; told: readonly string[] }[] = [
  {
    mistake: 'a slot that there is not',
    text: stringify({ ...message, body: `{nobody} ${message.body}` }),
    told: ['the field "body" is wrong. Found: {nobody}. Allowed: ', 'messages/slots.yaml'],
  },
  {
    mistake: 'a message that is too short',
    text: stringify({ ...message, body: `${wordsOf(5)} {act} {close}` }),
    told: [
      'the field "body" is wrong. Found: ',
      ' words in the plain tone',
      'Allowed: 60 to 110 words',
    ],
  },
];

/** The lines of what a build said that tell where in our code something happened. */
const tracesIn = (output: string) => output.match(/^\s+at .*|Stack trace.*/gm) ?? [];

describe('a build', { timeout: 240_000 }, () => {
  it.concurrent.each([301, 4000])(
    'warns in one line of law that was checked %i days ago, and goes on',
    async (days) => {
      await using site = await copySite();
      const checked = `reviewed: ${daysAgo(days)}`;
      await site.write(PLACE, WRITTEN_PLACE.replace(/reviewed: [\d-]+/g, checked));
      const { code, output } = await site.build();
      const warnings = output.split('\n').filter((line) => line.includes('due for a review'));
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain('npm run check:law');
      expect(code).toBe(0);
      const plan = (await site.built()).get('/plan/say-it/index.html') ?? '';
      expect(/20\d\d, more than a year ago: check the source/.test(plan)).toBe(days >= 400);
    },
  );

  it.concurrent.each([
    ['all mistakes in its texts', MISTAKES],
    ['a rule of law with a source that there is not', RULES],
  ])('is stopped by %s, and tells each once, in a line', async (_, mistakes) => {
    await using site = await copySite();
    for (const [file, text] of mistakes) await site.write(file, text);
    const { code, output } = await site.build();
    const lines = output.split('\n').filter((line) => line.startsWith('content/'));
    for (const [, , told] of mistakes) {
      expect(lines.filter((line) => line.startsWith(told))).toHaveLength(1);
    }
    expect(lines).toHaveLength(mistakes.length);
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

  it.concurrent.each(SHOWN)(
    'is stopped by $mistake, and leaves the site of before whole',
    async ({ text, told }) => {
      await using site = await copySite();
      await site.write('dist/index.html', 'online');
      await site.write('.dist-next-4194305/index.html', 'of a build that was killed');
      await site.write('content/messages/broken.yaml', text);
      const { code, output } = await site.build();
      expect([...(await site.built())]).toEqual([['/index.html', 'online']]);
      expect(readdirSync(site.root).filter((name) => name.startsWith('.dist'))).toEqual([]);
      for (const part of ['content/messages/broken.yaml', ...told]) expect(output).toContain(part);
      expect(tracesIn(output)).toEqual([]);
      expect(code).toBe(1);
    },
  );
});
