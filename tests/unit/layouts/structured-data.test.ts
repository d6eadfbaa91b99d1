import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/layouts/page.ts';
import { scriptSafe, structuredData } from '../../../src/layouts/structured-data.ts';
import { site } from '../site/example-site.ts';

const absolute = (path: string) => `https://example.com/base${path}`;
const picture = absolute('/og/0123456789abcdef.png');
const graphOf = (page: Page) => structuredData(page, site, picture, absolute)['@graph'];
const typesOf = (page: Page) => graphOf(page).map((node) => node['@type']);

const article: Page = {
  path: '/articles/phone-call/',
  title: 'The phone call',
  description: 'A script for the call.',
  trail: [{ name: 'Say it', path: '/topics/say-it/' }],
  article: { published: '2026-11-01', modified: '2026-11-09', section: 'Say it' },
};

describe('structuredData', () => {
  it('names the site on the home page, and its publisher', () => {
    expect(graphOf({ path: '/', title: 'You said yes.', description: 'x' })).toEqual([
      expect.objectContaining({
        '@type': 'WebSite',
        name: site.name,
        url: 'https://example.com/base/',
        inLanguage: 'en-US',
        publisher: expect.objectContaining({
          '@type': 'Organization',
          name: site.name,
          url: 'https://example.com/base/',
        }),
      }),
    ]);
  });

  it('tells of an article what a search engine asks', () => {
    const [posting] = graphOf(article);
    expect(posting).toMatchObject({
      '@type': 'BlogPosting',
      headline: 'The phone call',
      description: 'A script for the call.',
      datePublished: '2026-11-01',
      dateModified: '2026-11-09',
      image: picture,
      author: { name: site.author.name, url: 'https://example.com/base/about/' },
      publisher: { name: site.name },
    });
  });

  it('names the terms that a page defines', () => {
    const terms = [
      { term: 'Notice', also: [], says: 'Telling them.', path: '/glossary/#notice' },
      { term: 'Clawback', also: ['stay-or-pay'], says: 'Money back.', path: '/glossary/#clawback' },
    ];
    const page: Page = {
      path: '/glossary/',
      title: 'Glossary',
      description: 'x',
      trail: [],
      terms,
    };
    expect(typesOf(page)).toEqual(['DefinedTermSet', 'BreadcrumbList']);
    expect(graphOf(page)[0]).toMatchObject({
      name: 'Glossary',
      url: 'https://example.com/base/glossary/',
      hasDefinedTerm: [
        {
          '@type': 'DefinedTerm',
          name: 'Notice',
          description: 'Telling them.',
          url: 'https://example.com/base/glossary/#notice',
        },
        { name: 'Clawback', alternateName: ['stay-or-pay'] },
      ],
    });
    expect(graphOf(page)[0]).not.toHaveProperty('hasDefinedTerm.0.alternateName');
  });

  it('leads from the home page to the page', () => {
    expect(graphOf(article)[1]).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: [
        ['Second Thoughts', '/'],
        ['Say it', '/topics/say-it/'],
        ['The phone call', '/articles/phone-call/'],
      ].map(([name, path = ''], index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: absolute(path),
      })),
    });
  });

  it('holds on each kind of page only what is true of it', () => {
    const page: Page = { path: '/about/', title: 'About', description: 'x', trail: [] };
    expect(typesOf({ path: '/', title: 'x', description: 'x' })).toEqual(['WebSite']);
    expect(typesOf(article)).toEqual(['BlogPosting', 'BreadcrumbList']);
    expect(typesOf(page)).toEqual(['BreadcrumbList']);
    expect(typesOf({ path: '/404/', title: 'x', description: 'x', hidden: true })).toEqual([]);
  });
});

describe('scriptSafe', () => {
  it('opens no tag, and says the same', () => {
    expect(scriptSafe({ name: '</script><!-- <b>' })).toBe(
      '{"name":"\\u003c/script>\\u003c!-- \\u003cb>"}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(scriptSafe(value)).not.toContain('<');
        expect(JSON.stringify(JSON.parse(scriptSafe(value)))).toBe(JSON.stringify(value));
      }),
    );
  });
});
