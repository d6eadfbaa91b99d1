import { describe, expect, it } from 'vitest';
import { CLAUSES, COUNTRIES } from '../../../../src/plan/signed/clauses.ts';
import { clausesSchema, type Rule } from '../../../../src/plan/signed/clauses-schema.ts';
import { signedSchema } from '../../../../src/plan/signed/words-schema.ts';
import { entriesOf, filesOf } from '../../content/written-content.ts';
import { mistakesIn } from '../../site/mistakes.ts';
import { RULES, WORDS, WRITTEN_RULES, WRITTEN_WORDS } from './content.ts';

const accepted = Object.entries(RULES.accepted).flatMap(([country, by]) =>
  Object.entries(by).map(([acceptance, rule]) => ({ name: `${country} ${acceptance}`, rule })),
);
const clauses = RULES.clauses.flatMap(({ id, any, by }) => [
  { name: `${id} any`, rule: any },
  ...Object.entries(by).map(([country, rule]) => ({ name: `${id} ${country}`, rule })),
]);
const rules: { name: string; rule: Rule }[] = [...accepted, ...clauses];

describe('content/plan/clauses.yaml', () => {
  it('is what its schema allows', () => {
    expect(mistakesIn(clausesSchema, WRITTEN_RULES)).toEqual([]);
    expect(RULES.clauses.map(({ id }) => id)).toEqual([...CLAUSES]);
  });

  it('knows the countries that forms offer', () => {
    const [countries] = filesOf('plan/countries.yaml');
    expect(Object.keys(Object(countries?.data))).toEqual([...COUNTRIES]);
    expect(Object.keys(RULES.accepted)).toEqual([...COUNTRIES]);
  });

  it('names only sources that there are', () => {
    const sources = entriesOf('sources.yaml').map(([id]) => id);
    for (const { rule } of rules) {
      if (rule.kind === 'sourced') expect(sources).toEqual(expect.arrayContaining(rule.sources));
    }
    for (const note of RULES.notes) expect(sources).toEqual(expect.arrayContaining(note.sources));
  });

  it('takes nothing from advice columns for law, but for agencies', () => {
    const columns = ['ask-the-headhunter', 'hr-grapevine-2019', 'inc-invoice', 'emily-post'];
    const using = rules.filter(
      ({ rule }) => rule.kind === 'sourced' && rule.sources.some((id) => columns.includes(id)),
    );
    expect(using.map(({ name }) => name)).toEqual(['agency us']);
  });

  it.each(rules.filter(({ rule }) => rule.kind === 'ours'))(
    '$name is our advice and states no law',
    ({ rule }) => {
      const told = `${rule.reason} ${rule.unsure ?? ''}`;
      expect(told).not.toMatch(/\d|\b(statute|court|tribunal|Act|void|enforce\w*|illegal)\b/);
    },
  );

  it('refuses a rule of law without a source, and advice of ours with one', () => {
    const [first, ...rest] = RULES.clauses;
    const withRule = (any: unknown) => ({ ...RULES, clauses: [{ ...first, any }, ...rest] });
    const { reason, say, outcome } = first?.any ?? {};
    const plain = { reason, say, outcome };
    expect(mistakesIn(clausesSchema, withRule({ kind: 'sourced', ...plain }))).toEqual([
      'clauses.0.any.sources: Found: nothing. Allowed: a list.',
      'clauses.0.any.reviewed: Found: nothing. Allowed: a day as YYYY-MM-DD.',
    ]);
    const withSources = { kind: 'ours', ...plain, sources: ['geo'] };
    expect(mistakesIn(clausesSchema, withRule(withSources))[0]).toMatch(
      /^clauses\.0\.any\.sources/,
    );
  });

  it('refuses clauses in another order, which the form would show', () => {
    const clauses = RULES.clauses.toReversed();
    expect(mistakesIn(clausesSchema, { ...RULES, clauses })[0]).toMatch(/once, in this order/);
  });
});

describe('content/plan/signed.yaml', () => {
  it('is what its schema allows', () => {
    expect(mistakesIn(signedSchema, WRITTEN_WORDS)).toEqual([]);
  });

  it('refuses a blank that nothing fills', () => {
    const result = { ...WORDS.estimate.result, sum: 'About {amount}' };
    const broken = { ...WORDS, estimate: { ...WORDS.estimate, result } };
    expect(mistakesIn(signedSchema, broken)).toEqual([
      'estimate.result.sum: Found: {amount}. Allowed: {sum}.',
    ]);
  });
});
