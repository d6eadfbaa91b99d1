import { describe, expect, it } from 'vitest';
import { rulesIn } from '../../../src/law/law-rule.ts';
import { filesOf } from '../content/written-content.ts';

describe('rulesIn', () => {
  const rule = { text: 'x', sources: ['a'], reviewed: '2026-02-28' };

  it('finds rules at any depth, with the way there', () => {
    expect(rulesIn({ de: { paper: rule, list: [{ ...rule, deeper: rule }] } })).toMatchObject([
      { path: 'de.paper' },
      { path: 'de.list.0' },
      { path: 'de.list.0.deeper' },
    ]);
    expect(rulesIn('text')).toEqual([]);
    expect(rulesIn(null)).toEqual([]);
  });

  it('finds the rules of the plan', () => {
    const rules = filesOf('plan/*.yaml').flatMap(({ data }) => rulesIn(data));
    expect(rules.length).toBeGreaterThan(0);
    for (const { path, rule: found } of rules) {
      expect({ path, count: found.sources.length }).not.toEqual({ path, count: 0 });
    }
  });
});
