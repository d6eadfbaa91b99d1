import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contentMistakes } from '../../../src/build/content/content-mistakes.ts';
import { completed, parseCommand } from '../../../src/drafting/command.ts';
import {
  type DraftAnswers,
  KINDS,
  type Kind,
  type KindName,
  slugOf,
} from '../../../src/drafting/kinds.ts';
import { readExistingContent } from '../../../src/drafting/known.ts';
import { articleOf, letterOf } from '../../../src/site/publication.ts';
import { siteSchema, sourceSchema } from '../../../src/site/schema.ts';
import { wordsOf } from '../site/prose.ts';

const TODAY = '2026-11-26';
const known = readExistingContent('content');
const write = (name: KindName, answers: DraftAnswers) => {
  const kind: Kind = KINDS[name];
  return kind.write(completed(kind, answers), known, TODAY);
};

/** Answers that make one of each kind. */
const RIGHT = {
  article: {
    title: 'May I text them?',
    topic: 'say-it',
    description: 'When: "a text".',
    answer: 'Call first.',
  },
  message: {
    title: 'Moving away',
    use: 'Use this one when you move.',
    reason: 'We are moving to another city this spring.',
    text: wordsOf(30),
    why: "We're moving away.",
  },
  source: {
    title: 'A survey: 2024',
    publisher: 'An Office',
    url: 'https://office.example/a',
    published: '2024-05',
  },
  letter: {
    subject: 'What if they ask me to come in: once more?',
    date: '2026-12-01',
    preview: 'Say: "thank you", and no.',
  },
  topic: { title: 'Visas and permits', description: 'What you hold: and how.' },
} satisfies Record<KindName, DraftAnswers>;

describe('slugOf', () => {
  it.each([
    ['May I text them?', 'may-i-text-them'],
    ['  Über  Größe & Straße ', 'uber-gro-e-stra-e'],
    ["Don't say “yes”", 'dont-say-yes'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Мысли', ''],
    ['100% sure', '100-sure'],
  ])('%j is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('needs no escaping, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(slugOf(title)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      }),
    );
  });
});

describe('what is written', () => {
  it('of an article is a draft that only its text is missing from', () => {
    const { file, text, isNew } = write('article', RIGHT.article);
    expect({ file, isNew }).toEqual({ file: 'articles/may-i-text-them.mdx', isNew: true });
    const written = { file: `content/${file}`, text };
    expect(articleOf(written)?.data.draft).toBe(true);
    expect(contentMistakes([written], () => true)).toEqual([]);
  });

  it('of a letter is a draft that goes out on its day', () => {
    const { file, text } = write('letter', RIGHT.letter);
    expect(file).toBe('letters/2026-12-01-what-if-they-ask-me-to-come-in-once-more.mdx');
    const written = { file: `content/${file}`, text };
    expect(letterOf(written)?.data).toMatchObject({ draft: true, published: '2026-12-01' });
    expect(contentMistakes([written], () => true)).toEqual([]);
  });

  it('of a message is the last situation, and long enough', () => {
    const { file, text } = write('message', RIGHT.message);
    expect(file).toBe('messages/moving-away.yaml');
    const orders = [...known.messages.situations.values()].map(({ order }) => order);
    expect(parse(text)).toMatchObject({
      order: Math.max(...orders) + 1,
      why: "We're moving away.",
    });
  });

  it('of a source stands below the others, which stay as they are', () => {
    const { text, isNew } = write('source', RIGHT.source);
    expect(isNew).toBe(false);
    expect(text.startsWith(known.text('sources.yaml').trimEnd())).toBe(true);
    const { 'an-office-2024': added, ...others } = parse(text);
    expect(sourceSchema.parse(added)).toEqual({ ...RIGHT.source, secondhand: false });
    expect(others).toEqual(parse(known.text('sources.yaml')));
  });

  it('of a topic stands behind the others, with every comment where it was', () => {
    const { text } = write('topic', RIGHT.topic);
    const before = known.text('site.yaml');
    const { topics, ...rest } = parse(text);
    const { topics: topicsBefore, ...restBefore } = parse(before);
    expect(rest).toEqual(restBefore);
    const added = { ...RIGHT.topic, id: 'visas-and-permits', short: 'Visas and permits' };
    expect(topics).toEqual([...topicsBefore, added]);
    expect(siteSchema.parse(parse(text)).topics.at(-1)?.id).toBe(added.id);
    const lines = text.split('\n');
    for (const line of before.split('\n')) expect(lines).toContain(line);
  });

  it.each<[string, KindName, DraftAnswers, RegExp]>([
    [
      'an article with the address of another',
      'article',
      { id: 'realistic' },
      /^id: Found: "realistic", which is there already/,
    ],
    [
      'an article outside of its folder',
      'article',
      { id: '../x' },
      /^id: Found: "\.\.\/x"\. Allowed: lower-case/,
    ],
    [
      'an article of an unknown topic',
      'article',
      { topic: 'say' },
      /^topic: Found: "say"\. Allowed: decide, say-it/,
    ],
    ['an article with a title in another script', 'article', { title: 'Мысли' }, /^id: Found: ""/],
    [
      'an answer that is too long',
      'article',
      { answer: wordsOf(61) },
      /^answer: Found: 61 words\./,
    ],
    [
      'a message that is too short',
      'message',
      { text: 'Sorry.' },
      /field "body" is wrong\. Found: \d+ words/,
    ],
    ['a message with an unknown blank', 'message', { reason: 'I want {this}.' }, /Found: \{this\}/],
    [
      'a message named as the acts',
      'message',
      { id: 'acts' },
      /^id: Found: "acts", which is there/,
    ],
    [
      'a source with an id that is there',
      'source',
      { id: 'robert-half-2019' },
      /^id: .*there already/,
    ],
    [
      'a source without an address',
      'source',
      { url: 'office.example' },
      /^url: Found: "office\.example"/,
    ],
    [
      'a source at an address with a space',
      'source',
      { url: 'https://office.example/a b' },
      /^url: Found: "https:\/\/office\.example\/a b"\. Allowed: an address without spaces\./,
    ],
    [
      'a letter with the address of another',
      'letter',
      { id: 'the-hour-after' },
      /^id: Found: "the-hour-after", which is there already/,
    ],
    ['a letter of some day', 'letter', { date: 'soon' }, /^date: Found: "soon"/],
    ['a letter of no day', 'letter', { date: '2026-02-30' }, /^date: Found: "2026-02-30"/],
    ['a letter whose subject is cut off', 'letter', { subject: 'x'.repeat(61) }, /^subject: .*60/],
    ['a source of some day', 'source', { published: 'May' }, /^published: Found: "May"/],
    [
      'a topic that is there',
      'topic',
      { id: 'after' },
      /^id: Found: "after", which is there already/,
    ],
    [
      'a topic that says too much',
      'topic',
      { description: 'x'.repeat(161) },
      /description: .*at most 160/,
    ],
  ])('refuses %s', (_, kind, change, sentence) => {
    expect(() => write(kind, { ...RIGHT[kind], ...change })).toThrow(sentence);
  });
});

describe('parseCommand', () => {
  it.each([
    [[], { kind: undefined, answers: {} }],
    [['topic'], { kind: 'topic', answers: {} }],
    [
      ['article', '--title', ' A b ', '--topic=say-it'],
      { kind: 'article', answers: { title: 'A b', topic: 'say-it' } },
    ],
    [
      ['article', '--answer', '- do it: now', '--title', '--', '--topic', 'say-it'],
      { kind: 'article', answers: { answer: '- do it: now', title: '--', topic: 'say-it' } },
    ],
  ])('%j', (args, command) => {
    expect(parseCommand(args)).toEqual(command);
  });

  it.each([
    [['poem'], /^npm run new writes article, message, source, letter, topic\. Found: "poem"/],
    [['toString'], /Found: "toString"/],
    [
      ['article', '--titel', 'A'],
      /^npm run new -- article takes --title, --id, .* Found: --titel A$/,
    ],
    [['article', 'A title'], /Found: A title$/],
    [['source', '--url'], /^npm run new -- source takes/],
  ])('refuses %j', (args, sentence) => {
    expect(() => parseCommand(args)).toThrow(sentence);
  });

  it('names what is missing where nobody can be asked', () => {
    expect(() => completed(KINDS.article, { title: 'A' })).toThrow(
      '--topic, --description, --answer is missing.',
    );
  });
});
