import { describe, expect, it } from 'vitest';
import { glossarySchema, type Term } from '../../../src/glossary/schema.ts';
import { fromAToZ, termPath } from '../../../src/glossary/terms.ts';
import { checked } from '../../../src/site/content-error.ts';
import { filesOf, read } from '../content/written-content.ts';

const term = (change: Partial<Term> = {}): Term => ({
  id: 'garden-leave',
  term: 'Garden leave',
  also: [],
  says: "You're paid.",
  more: { label: 'Find your date', path: '/plan/tell-by/' },
  ...change,
});

const glossary = filesOf('glossary.yaml').map(({ file, data }) =>
  read(glossarySchema, file, data),
)[0];

const mistakes = (terms: readonly unknown[]) =>
  checked(glossarySchema)
    .safeParse({ ...glossary, terms })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('content/glossary.yaml', () => {
  it('has the words that readers meet', () => {
    const ids = glossary?.terms.map(({ id }) => id);
    const needed =
      'rescind renege withdraw at-will notice garden-leave clawback estoppel probation good-cause';
    expect(ids).toEqual(expect.arrayContaining(needed.split(' ')));
  });

  it.each([
    [
      'twice',
      [term(), term()],
      'terms.1.id: Found: "garden-leave", which is the id of another term.',
    ],
    ['badly named', [term({ id: 'Garden leave' })], 'terms.0.id: Found: "Garden leave".'],
    [
      'without a page',
      [term({ more: { label: 'x', path: 'plan' } })],
      'terms.0.more.path: Found: "plan".',
    ],
    ['empty', [], 'terms: Found: [].'],
  ])('may have no term %s', (_, terms, sentence) => {
    expect(mistakes(terms)).toEqual([expect.stringContaining(sentence)]);
  });
});

describe('fromAToZ', () => {
  it('sorts terms as readers look them up, and sets their quotes', () => {
    const terms = [
      term({ term: 'Notice' }),
      term({ term: 'at will' }),
      term({ term: 'Good cause' }),
    ];
    expect(fromAToZ(terms).map((one) => one.term)).toEqual(['at will', 'Good cause', 'Notice']);
    expect(fromAToZ([term()])[0]?.says).toBe('You’re paid.');
    expect(terms[0]?.term).toBe('Notice');
  });

  it('keeps the places that terms had', () => {
    expect(termPath('garden-leave')).toBe('/glossary/#garden-leave');
  });
});
