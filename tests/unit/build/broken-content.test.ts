import { readFileSync } from 'node:fs';
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

const GERMANY = 'content/plan/places/de.yaml';

/** The law of Germany as if it had been checked `count` days ago. */
const germanyChecked = (count: number) =>
  readFileSync(GERMANY, 'utf8').replace(/reviewed: .*/g, `reviewed: ${daysAgo(count)}`);

const BROKEN = 'content/articles/broken.mdx';

/** What is written where, and what the builder is told of it: file, field, found, allowed. */
const MISTAKES: readonly {
  readonly mistake: string;
  readonly files: Readonly<Record<string, string>>;
  readonly told: readonly string[];
}[] = [
  {
    mistake: 'an unknown field',
    files: { [BROKEN]: articleWith({ tags: ['call'] }) },
    told: [BROKEN, 'Found: "tags".', 'Allowed: title, description, topic, answer, '],
  },
  {
    mistake: 'an unknown topic',
    files: { [BROKEN]: articleWith({ topic: 'saying' }) },
    told: [BROKEN, 'the field "topic"', 'Found: "saying".', 'say-it', 'content/site.yaml'],
  },
  {
    mistake: 'an unknown source',
    files: { [BROKEN]: articleWith({ sources: ['no-such-source'] }, 'Half[@no-such-source].') },
    told: [BROKEN, '"sources"', 'Found: "no-such-source".', 'robert-half-2019', 'sources.yaml'],
  },
  {
    mistake: 'a day in words',
    files: { [BROKEN]: articleWith({ published: 'tomorrow' }) },
    told: [BROKEN, 'published', 'Found: "tomorrow".', 'Allowed: a day as YYYY-MM-DD.'],
  },
  {
    mistake: 'an answer that is too long',
    files: { [BROKEN]: articleWith({ answer: wordsOf(61) }) },
    told: [BROKEN, 'answer', 'Found: 61 words.', 'Allowed: at most 60 words.'],
  },
  {
    mistake: 'a message that there is not',
    files: { [BROKEN]: articleWith({}, '<Message id="no-such-message" />') },
    told: [BROKEN, '<Message id>', 'Found: "no-such-message".', 'another-offer, any-reason, '],
  },
  {
    mistake: 'a slot that there is not',
    files: {
      'content/messages/broken.yaml': stringify({ ...message, body: `{nobody} ${message.body}` }),
      [BROKEN]: articleWith({}, '<Message id="broken" />'),
    },
    told: [
      'content/messages/broken.yaml',
      'the field "body"',
      'Found: {nobody}.',
      'Allowed: ',
      'messages/slots.yaml',
    ],
  },
  {
    mistake: 'a source of a chart that there is not',
    files: {
      'content/charts/broken.yaml': stringify({
        title: 'A chart',
        description: 'It rose.',
        unit: '%',
        points: [
          { when: '2019', label: '2019', value: 1, source: 'no-such-source' },
          { when: '2020', label: '2020', value: 2, source: 'no-such-source' },
        ],
      }),
      [BROKEN]: articleWith({}, '<Chart id="broken" />'),
    },
    told: ['content/charts/broken.yaml', 'source', 'Found: "no-such-source".', 'sources.yaml'],
  },
  {
    mistake: 'a day that there is not',
    files: { [BROKEN]: articleWith({}).replace(/^published: .*/m, 'published: 2026-02-30') },
    told: [BROKEN, 'published', 'Found: "2026-02-30".', 'Allowed: a day as YYYY-MM-DD.'],
  },
  {
    mistake: 'a message of too few words',
    files: {
      'content/messages/broken.yaml': stringify({
        ...message,
        body: `${wordsOf(5)} {act} {close}`,
      }),
      [BROKEN]: articleWith({}, '<Message id="broken" />'),
    },
    told: [
      'content/messages/broken.yaml',
      'body',
      'words in the plain tone with what acts.yaml says to withdraw.',
      'Allowed: 60 to 110 words',
    ],
  },
  {
    mistake: 'a rule of law with a source that there is not',
    files: { [GERMANY]: germanyChecked(1).replace('haufe-form', 'no-such-source') },
    told: [GERMANY, '"accepted.said, sources"', 'Found: "no-such-source".'],
  },
  {
    mistake: 'a month of a text on law that is none',
    files: { [BROKEN]: articleWith({}, '## Notice\n\n<Checked reviewed="February" /> Two weeks.') },
    told: [BROKEN, '"## Notice, reviewed"', 'Found: "February".', 'Allowed: a month as YYYY-MM.'],
  },
  {
    mistake: 'a rule of law without a source',
    files: {
      [GERMANY]: germanyChecked(1).replace(/ +sources: \[haufe-form.*\n/, ''),
    },
    told: [GERMANY, 'accepted.said.sources', 'Found: nothing.'],
  },
  {
    mistake: 'a quotation mark that is not closed',
    files: { [BROKEN]: articleWith({}).replace(/^title: .*/m, 'title: "The call') },
    told: [BROKEN, 'unexpected end of the stream within a double quoted scalar'],
  },
];

/** Files that hold many entries, each broken by a line that is no YAML. */
const SHARED = ['content/site.yaml', 'content/sources.yaml', 'content/messages/slots.yaml'];

describe('a build', { timeout: 120_000 }, () => {
  it.concurrent.each([301, 4000])(
    'warns in one line of law that was checked %i days ago, and goes on',
    async (days) => {
      await using site = await copySite();
      await site.write(GERMANY, germanyChecked(days));
      const { code, output } = await site.build();
      const warnings = output.split('\n').filter((line) => line.includes('due for a review'));
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain('npm run check:law');
      expect(code).toBe(0);
      const plan = (await site.built()).get('/plan/say-it/index.html') ?? '';
      expect(/20\d\d, more than a year ago: check the source/.test(plan)).toBe(days >= 400);
    },
  );

  it.concurrent.each(MISTAKES)('is stopped by $mistake', async ({ files, told }) => {
    await using site = await copySite();
    for (const [file, text] of Object.entries(files)) await site.write(file, text);
    const { code, output } = await site.build();
    for (const part of told) expect(output).toContain(part);
    expect(code).toBe(1);
  });

  it.concurrent.each(SHARED)('is stopped by a broken %s', async (file) => {
    await using site = await copySite();
    await site.append(file, '\nbroken: "open\n');
    const { code, output } = await site.build();
    expect(output).toContain(`${file}: Missing closing "quote at line `);
    expect(code).toBe(1);
  });
});
