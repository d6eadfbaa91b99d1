import { describe, expect, it } from 'vitest';
import { pageSchema, siteSchema, sourceSchema } from '../../../src/site/schema.ts';
import { SITE } from './example-site.ts';
import { mistakesIn } from './mistakes.ts';

describe('siteSchema', () => {
  it('takes a whole site', () => {
    expect(mistakesIn(siteSchema, SITE)).toEqual([]);
  });

  const [topic, ...topics] = SITE.topics;
  const [tool] = SITE.tools;
  it.each([
    ['an unknown field', { tagine: 'x' }, /Found: "tagine"\. Allowed: name, wordmark, accent, /],
    [
      'an id of two topics',
      { topics: [topic, topic] },
      /^topics\.1\.id: Found: "say-it", which is or was the id of another topic\./,
    ],
    [
      'an old id that is another topic now',
      { topics: [{ ...topic, formerly: ['after'] }, ...topics] },
      /^topics\.0\.formerly\.0: Found: "after", which is or was/,
    ],
    [
      'an old id twice',
      { topics: [{ ...topic, formerly: ['old', 'old'] }, ...topics] },
      /^topics\.0\.formerly\.1: Found: "old"/,
    ],
    [
      'a tool of a topic that is none',
      { topics: [{ ...topic, tools: ['quiz', 'quizz'] }, ...topics] },
      'topics.0.tools.1: Found: "quizz", which is no tool. Allowed: quiz.',
    ],
    [
      'a situation that leads nowhere',
      { home: { ...SITE.home, situations: { title: 'x', list: [{ says: 'x', leads: [] }] } } },
      /^home\.situations\.list\.0\.leads: Found: \[\]/,
    ],
    ['a blank name', { name: '' }, /^name: Found: ""/],
    ['another language', { language: 'de' }, /^language: Found: "de"\. Allowed: "en-US"\.$/],
    [
      'a description of 161 characters',
      { description: 'x'.repeat(161) },
      /^description: .* Allowed: at most 160 characters\.$/,
    ],
    ['no topics', { topics: [] }, /^topics: Found: \[\]\. Allowed: at least 1 entry\.$/],
    [
      'an id in capitals',
      { topics: [{ ...topic, id: 'Say It' }, ...topics] },
      'topics.0.id: Found: "Say It". Allowed: lower-case words joined by hyphens.',
    ],
    [
      'an unknown field of a topic',
      { topics: [...topics, { ...topic, hue: 'red' }] },
      /Found: "hue"\. Allowed: id, title, short, description, intro, order, formerly, tools\.$/,
    ],
    [
      'a path without its slash',
      { tools: [{ ...tool, path: 'quiz/' }] },
      'tools.0.path: Found: "quiz/". Allowed: a path that starts with "/".',
    ],
    [
      'a word for a switch',
      { tools: [{ ...tool, live: 'soon' }] },
      /^tools\.0\.live: Found: "soon"/,
    ],
    [
      'an id of two words',
      { call: 'the quiz' },
      /^call: Found: "the quiz"\. Allowed: lower-case words/,
    ],
    [
      'an address without an @',
      { contact: { mailbox: 'a', email: 'no at sign' } },
      /^contact\.email: Found: "no at sign"/,
    ],
    [
      'a path with a space',
      { author: { kind: 'person', name: 'x', page: '/an about/' } },
      /^author\.page: Found: "\/an about\/"/,
    ],
    [
      'a wordmark of another name',
      { wordmark: '<del>Cold</del> Feet' },
      /^wordmark: Found: words that read "Feet" .*the name, "Second Thoughts"\. Leave the field out/,
    ],
    [
      'a wordmark with other tags',
      { wordmark: '<b>Second</b> Thoughts' },
      /^wordmark: Found: words that read "<b>Second<\/b> Thoughts"/,
    ],
    [
      'a wordmark whose tag is not closed',
      { wordmark: '<del>Second Thoughts' },
      /^wordmark: Found: .*<del>struck/,
    ],
    ['a name of spaces', { name: '  ' }, /^name: Found: "/],
    ['a name of 61 characters', { name: 'x'.repeat(61) }, /^name: .*at most 60 characters/],
    ['a name with a blank', { name: 'The {site}' }, /^name: .*without braces/],
    ['a name with what nobody sees', { name: 'Cold\u202eFeet' }, /^name: .*can be seen/],
    [
      'a color that cannot be read',
      { accent: { light: '#00ff00', dark: '#9fb3ff' } },
      /^accent\.light: Found: "#00ff00", whose contrast on a light screen is 1\.21\. Allowed: 7 or more \(WCAG 2\.2, 1\.4\.6\)\. The nearest that passes is "#005f00"\.$/,
    ],
    [
      'the light color in the dark',
      { accent: { light: '#1d3bc6', dark: '#1d3bc6' } },
      /^accent\.dark: Found: "#1d3bc6", whose contrast on a dark screen is 1\.8\./,
    ],
    [
      'a color by its name',
      { accent: { light: 'green', dark: '#9fb3ff' } },
      /^accent\.light: Found: "green"\. Allowed: a color in quotes/,
    ],
    [
      'a color that YAML took for a comment',
      { accent: { light: null, dark: '#9fb3ff' } },
      /^accent\.light: Found: "?\w+"?\. Allowed: a color in quotes/,
    ],
    ['an icon of two letters', { icon: 'ST' }, 'icon: Found: "ST". Allowed: one letter or digit.'],
    [
      'a name in which no icon has a letter',
      { name: 'Мысли' },
      /^icon: Found: nothing, and in the name "Мысли"/,
    ],
    [
      'an author of no kind',
      { author: { name: 'x', page: '/a/' } },
      /^author\.kind: Found: nothing\. Allowed: "organization", "person"/,
    ],
    ...['../secret.jpg', '/etc/a/../b.jpg', 'photo.svg', '.hidden.png'].map(
      (photo): [string, object, RegExp] => [
        `the photo ${photo}`,
        { author: { kind: 'person', name: 'x', page: '/a/', photo } },
        /^author\.photo: Found: .* Allowed: a JPEG, PNG, WebP or AVIF file in content\//,
      ],
    ),
  ])('refuses %s', (_, change, sentence) => {
    const told = mistakesIn(siteSchema, { ...SITE, ...change });
    expect(told).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('a site', () => {
  it('is called as it is written, whatever signs are in its name', () => {
    for (const name of ['A $& B', "$$1 $' <Co>"]) {
      const site = siteSchema.parse({ ...SITE, name, icon: 'A', tagline: '{site}: steps.' });
      expect([site.name, site.tagline]).toEqual([name, `${name}: steps.`]);
    }
    expect(siteSchema.parse({ ...SITE, name: ' Cold\n  Feet ' }).name).toBe('Cold Feet');
  });

  it('has a wordmark and an icon where it names none, and its name for {site}', () => {
    const { wordmark, icon, tagline } = siteSchema.parse({
      ...SITE,
      name: 'Über uns',
      tagline: '{site}: steps.',
    });
    expect({ wordmark, icon, tagline }).toEqual({
      wordmark: [{ kind: 'plain', text: 'Über uns', spaced: false }],
      icon: 'U',
      tagline: 'Über uns: steps.',
    });
  });
});

describe('sourceSchema', () => {
  const source = { title: 'A survey', publisher: 'An office', url: 'https://example.com/a?b#c' };

  it('takes a source without a date, and with a year, a month or a day', () => {
    expect(sourceSchema.parse(source)).toEqual({ ...source, secondhand: false });
    for (const published of ['2019', '2019-05', '2019-05-15']) {
      expect(sourceSchema.parse({ ...source, published }).published).toBe(published);
    }
    const written = sourceSchema.parse({ ...source, published: new Date('2019-05-15') });
    expect(written.published).toBe('2019-05-15');
  });

  it.each([
    ['an address without https', { url: 'example.com' }, /^url: Found: "example\.com"/],
    [
      'an address that is a script',
      { url: 'javascript:alert(1)' },
      /^url: Found: "javascript:alert\(1\)"/,
    ],
    ['an address that is not on the web', { url: 'ftp://example.com/' }, /^url: Found: "ftp:/],
    [
      'a month in words',
      { published: 'May 2019' },
      'published: Found: "May 2019". Allowed: "YYYY", "YYYY-MM" or YYYY-MM-DD.',
    ],
    ['a month that there is not', { published: '2019-13' }, /^published: Found: "2019-13"/],
    ['a number for a year', { published: 2019 }, /^published: Found: 2019\. /],
    ['a word for a switch', { secondhand: 'yes' }, /^secondhand: Found: "yes"/],
    ['a blank publisher', { publisher: '' }, /^publisher: Found: ""/],
    [
      'an unknown field',
      { autor: 'x' },
      /Found: "autor"\. Allowed: title, publisher, url, published, secondhand\.$/,
    ],
  ])('refuses %s', (_, change, sentence) => {
    const told = mistakesIn(sourceSchema, { ...source, ...change });
    expect(told).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('pageSchema', () => {
  const page = { title: 'About', description: 'Who we are.', updated: '2026-11-23' };

  it('takes a page and refuses what it does not know', () => {
    expect(mistakesIn(pageSchema, page)).toEqual([]);
    expect(mistakesIn(pageSchema, { ...page, updated: 'today', draft: true })).toEqual([
      'updated: Found: "today". Allowed: a day as YYYY-MM-DD.',
      expect.stringMatching(/Found: "draft"\. Allowed: title, description, updated\.$/),
    ]);
  });
});
