import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rulesIn } from '../../../../src/law/law-rule.ts';
import { afterSchema } from '../../../../src/plan/after/words-schema.ts';
import { PLAN_STEPS } from '../../../../src/plan/plan-steps.ts';
import { entriesOf, filesOf } from '../../content/written-content.ts';
import { mistakesIn } from '../../site/mistakes.ts';

const WRITTEN_WORDS: unknown = parse(readFileSync('content/plan/after.yaml', 'utf8'));
const WORDS = afterSchema.parse(WRITTEN_WORDS);
const ITEMS = WORDS.groups.flatMap(({ items }) => items);

/** The anchor that a heading of Markdown gets. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-');

describe('the words of the tick list', () => {
  it('are all there, and no others', () => {
    expect(mistakesIn(afterSchema, WRITTEN_WORDS)).toEqual([]);
  });

  it('have a mistake told with what is allowed', () => {
    const groups = [...WORDS.groups, ...WORDS.groups.slice(0, 1)];
    expect(mistakesIn(afterSchema, { ...WORDS, groups })).toEqual([
      'groups: Found: the same id twice. Allowed: items whose ids differ, in all groups.',
    ]);
  });

  it('go by the hour, the day and the week', () => {
    expect(WORDS.groups.map(({ id }) => id)).toEqual(['hour', 'day', 'week']);
  });

  it('tell of law only with sources that there are', () => {
    const sources = entriesOf('sources.yaml').map(([id]) => id);
    const rules = rulesIn(WORDS);
    expect(rules.length).toBeGreaterThanOrEqual(2);
    for (const { rule } of rules)
      expect(sources).toEqual(expect.arrayContaining([...rule.sources]));
  });

  it.each(ITEMS.flatMap(({ link }) => (link ? [link] : [])))(
    '$path is a step of the plan, or a part of an article',
    ({ path }) => {
      if (PLAN_STEPS.some((step) => path === `/plan/${step}/`)) return;
      const [, id = '', anchor] = /^\/articles\/([a-z0-9-]+)\/(?:#(.+))?$/.exec(path) ?? [];
      const [article] = filesOf(`articles/${id}.mdx`);
      const headings = [...(article?.body ?? '').matchAll(/^##+ (.+)$/gm)];
      expect(article).toBeDefined();
      if (anchor) expect(headings.map(([, heading = '']) => anchorOf(heading))).toContain(anchor);
    },
  );
});
