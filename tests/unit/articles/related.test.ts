import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighborsOf } from '../../../src/articles/related.ts';
import { articleFrom } from './example-article.ts';

interface Links {
  readonly topic: string;
  readonly cites: readonly string[];
  readonly next?: number | undefined;
  /** The numbers of those it links to. */
  readonly to?: readonly number[];
}

/** Articles `a0`, `a1` and so on, newest first, with these topics, citations and next steps. */
const libraryOf = (links: readonly Links[]) =>
  links.map(({ topic, cites, next, to = [] }, index) =>
    articleFrom({
      id: `a${index}`,
      topic,
      body: [
        ...cites.map((source) => `[@${source}]`),
        ...to.map((other) => `[on](/articles/a${other}/#so)`),
      ].join(' '),
      ...(next === undefined ? {} : { next: { article: `a${next}`, text: 'Go on.' } }),
    }),
  );

const around = (links: readonly Links[], index: number) => {
  const here = neighborsOf(libraryOf(links)).get(`a${index}`);
  return {
    previous: here?.previous?.id,
    next: here?.next?.id,
    related: here?.related.map(({ id }) => id),
  };
};

const anyLibrary = fc.array(
  fc.record({
    topic: fc.constantFrom('decide', 'say-it', 'after'),
    cites: fc.uniqueArray(fc.constantFrom('geo', 'nrmp', 'acas', 'haufe'), { maxLength: 3 }),
    next: fc.option(fc.nat(20), { nil: undefined }),
    to: fc.array(fc.nat(20), { maxLength: 4 }),
  }),
  { maxLength: 20 },
);

describe('neighborsOf', () => {
  it('knows the older and the newer neighbor', () => {
    const links = ['x', 'y', 'z'].map((topic) => ({ topic, cites: [] }));
    expect(around(links, 0)).toMatchObject({ previous: 'a1', next: undefined });
    expect(around(links, 1)).toMatchObject({ previous: 'a2', next: 'a0' });
    expect(around(links, 2)).toMatchObject({ previous: undefined, next: 'a1' });
    expect(neighborsOf([]).size).toBe(0);
  });

  it('relates by topic and by source, and by what few share more than by what many share', () => {
    const links = [
      { topic: 'small', cites: ['all', 'some'] },
      { topic: 'large', cites: ['all'] },
      { topic: 'large', cites: ['all', 'some'] },
      { topic: 'small', cites: ['all'] },
      { topic: 'large', cites: ['all', 'some'] },
      { topic: 'large', cites: ['rare'] },
      { topic: 'last', cites: ['rare'] },
    ];
    expect(around(links, 0).related).toEqual(['a3', 'a2', 'a4']);
    expect(around(links, 5).related).toEqual(['a6', 'a1', 'a2']);
  });

  it('relates those of which one links to the other, and less where many lead there', () => {
    const links = [
      { topic: 'a', cites: [], to: [1, 5] },
      { topic: 'b', cites: [] },
      { topic: 'c', cites: [], to: [5] },
      { topic: 'd', cites: [], to: [5] },
      { topic: 'e', cites: [], to: [4, 99] },
      { topic: 'f', cites: [] },
    ];
    expect(around(links, 0).related).toEqual(['a1', 'a5']);
    expect(around(links, 1).related).toEqual(['a0']);
    expect(around(links, 5).related).toEqual(['a0', 'a2', 'a3']);
    expect(around(links, 4).related).toEqual([]);
  });

  it('prefers the newer of two that are equally near', () => {
    const links = Array.from({ length: 6 }, () => ({ topic: 'x', cites: [] }));
    expect(around(links, 4).related).toEqual(['a0', 'a1', 'a2']);
    expect(around(links, 0).related).toEqual(['a1', 'a2', 'a3']);
  });

  it('relates nothing that has nothing in common', () => {
    const links = ['x', 'y'].map((topic) => ({ topic, cites: [topic] }));
    expect(around(links, 0).related).toEqual([]);
  });

  it('leaves out the next step, which has a place of its own', () => {
    const links = [
      { topic: 'x', cites: ['geo'], next: 1 },
      { topic: 'x', cites: ['geo'] },
      { topic: 'x', cites: [] },
    ];
    expect(around(links, 0).related).toEqual(['a2']);
    expect(around(links, 1).related).toEqual(['a0', 'a2']);
  });

  it('holds for any library', () => {
    fc.assert(
      fc.property(anyLibrary, (links) => {
        const articles = libraryOf(links);
        const all = neighborsOf(articles);
        expect([...all.keys()]).toEqual(articles.map(({ id }) => id));
        expect(neighborsOf(libraryOf(links))).toEqual(all);
        const there = new Set(all.keys());
        for (const article of articles) {
          const here = all.get(article.id);
          const related = (here?.related ?? []).map(({ id }) => id);
          expect(related.length).toBeLessThanOrEqual(3);
          expect(new Set(related).size).toBe(related.length);
          expect(related).not.toContain(article.id);
          // What a link leads to may be a draft: it is not among them.
          expect(related.filter((id) => !there.has(id))).toEqual([]);
          expect(related).not.toContain(article.data.next?.article);
          if (here?.previous) expect(all.get(here.previous.id)?.next).toBe(article);
          if (here?.next) expect(all.get(here.next.id)?.previous).toBe(article);
        }
      }),
    );
  });

  it('looks only at those published near an article when thousands share its topic', () => {
    const links = Array.from({ length: 2000 }, () => ({ topic: 'x', cites: ['geo'] }));
    const all = [...neighborsOf(libraryOf(links)).values()];
    const placeOf = (id: string) => Number(id.slice(1));
    const distances = all.flatMap(({ related }, index) =>
      related.map(({ id }) => Math.abs(placeOf(id) - index)),
    );
    expect(distances).toHaveLength(3 * links.length);
    expect(Math.max(...distances)).toBeLessThanOrEqual(50);
  });
});
