import { describe, expect, it } from 'vitest';
import { gatherEntries, type Searched } from '../../../src/search/entries.ts';
import { articleFrom } from '../articles/example-article.ts';
import { site } from '../site/example-site.ts';
import { writtenSearch } from './written-search.ts';

const CALL = articleFrom({
  id: 'phone-call',
  answer: 'Call ==today==.',
  body: 'First words.\n\n## What to say\n\nI have news.',
});

const SEARCHED: Searched = {
  site: {
    ...site,
    home: {
      ...site.home,
      situations: {
        title: 'What happened?',
        list: [
          { says: 'I start soon', leads: ['/articles/to-come/', '/articles/phone-call/'] },
          { says: 'Life moved', leads: ['/about/'] },
          { says: 'Nothing yet', leads: ['/articles/to-come/'] },
        ],
      },
    },
  },
  articles: [CALL],
  situations: [],
  notes: new Map(),
  pages: [],
  figures: [
    {
      path: '/figures/#withdrew',
      printed: '28%',
      says: 'had withdrawn',
      whom: 'US workers',
      when: 'May 2019',
    },
  ],
  terms: [
    {
      path: '/glossary/#garden-leave',
      term: 'Garden leave',
      also: ['gardening leave'],
      says: 'Paid to stay away.',
    },
  ],
  letters: [
    {
      path: '/newsletter/letters/the-hour-after/',
      subject: 'The hour after',
      preview: 'Three jobs.',
    },
  ],
  open: new Set([CALL.path]),
  kinds: {
    tool: 'Tool',
    message: 'Message',
    topic: 'Topic',
    page: 'About',
    term: 'Glossary',
    figure: 'Figure',
    letter: 'Letter',
  },
  also: [
    { path: '/articles/phone-call/', words: 'ring' },
    { path: '/nowhere/', words: 'lost' },
  ],
};

describe('gatherEntries', () => {
  const entries = gatherEntries(SEARCHED);

  it('takes an article with its answer and first words, and each of its sections', () => {
    expect(entries.filter(({ path }) => path.startsWith(CALL.path))).toEqual([
      expect.objectContaining({
        path: '/articles/phone-call/',
        title: 'The phone call',
        text: 'Call today. First words.',
        also: 'I start soon, ring',
      }),
      {
        path: '/articles/phone-call/#what-to-say',
        page: '/articles/phone-call/',
        title: 'The phone call',
        part: 'What to say',
        text: 'I have news.',
      },
    ]);
  });

  it('leads from a situation to the first page that is out, and to none that is to come', () => {
    expect(entries).toContainEqual({
      path: '/about/',
      title: 'Life moved',
      part: 'What happened?',
      text: '',
    });
    expect(entries.map(({ title }) => title)).not.toContain('Nothing yet');
    expect(entries.map(({ path }) => path)).not.toContain('/nowhere/');
  });

  it('takes each term of the glossary, found by its other names too', () => {
    expect(entries).toContainEqual({
      path: '/glossary/#garden-leave',
      title: 'Garden leave',
      part: 'Glossary',
      text: 'Paid to stay away.',
      also: 'gardening leave',
      aside: true,
    });
  });

  it('takes only tools that are live', () => {
    const paths = new Set(entries.map(({ path }) => path));
    for (const { path, live } of site.tools) expect(paths.has(path), path).toBe(live);
  });

  it('gathers each path of the real site once', () => {
    const paths = writtenSearch().entries.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const kind of [
      '/articles/',
      '/plan/',
      '/plan/say-it/#say-it?',
      '/topics/',
      '/glossary/#',
      '/about/',
    ]) {
      expect(
        paths.some((path) => path.startsWith(kind)),
        kind,
      ).toBe(true);
    }
  });
});
