import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inReadingOrder, lastUpdated } from '../../../src/articles/lists.ts';
import { articleFrom } from './example-article.ts';

const ids = (articles: readonly { id: string }[]) => articles.map(({ id }) => id);

describe('inReadingOrder', () => {
  const articles = ['new', 'newer', 'old'].map((id) => articleFrom({ id }));

  it('puts the named ones first, and leaves out what is yet to come', () => {
    const { first, rest } = inReadingOrder(articles, ['old', 'to-come', 'new']);
    expect(ids(first)).toEqual(['old', 'new']);
    expect(ids(rest)).toEqual(['newer']);
  });

  it('has each article once, whatever is named', () => {
    const any = fc.array(fc.constantFrom<string>('new', 'newer', 'old', 'x'), { maxLength: 8 });
    fc.assert(
      fc.property(any, (order) => {
        const { first, rest } = inReadingOrder(articles, order);
        expect(ids([...first, ...rest]).sort()).toEqual(ids(articles).sort());
        expect(ids(rest)).toEqual(ids(articles).filter((id) => !order.includes(id)));
      }),
    );
  });
});

describe('lastUpdated', () => {
  it('names those changed after the day they came out, the last change first', () => {
    const articles = [
      articleFrom({ id: 'same-day', published: '2026-11-20', updated: '2026-11-20' }),
      articleFrom({ id: 'never', published: '2026-11-19' }),
      articleFrom({ id: 'a', published: '2026-11-18', updated: '2026-11-21' }),
      articleFrom({ id: 'b', published: '2026-11-17', updated: '2026-11-25' }),
      articleFrom({ id: 'c', published: '2026-11-16', updated: '2026-11-21' }),
    ];
    const told = lastUpdated(articles, 5).map(({ article, day }) => [article.id, day]);
    expect(told).toEqual([
      ['b', '2026-11-25'],
      ['a', '2026-11-21'],
      ['c', '2026-11-21'],
    ]);
    expect(lastUpdated(articles, 1)).toHaveLength(1);
    expect(lastUpdated([], 5)).toEqual([]);
  });
});
