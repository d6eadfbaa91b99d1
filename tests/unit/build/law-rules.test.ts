import { describe, expect, it } from 'vitest';
import { dueWarning, sourceMistakes } from '../../../src/build/law-rules.ts';
import type { WrittenRule } from '../../../src/build/written-rules.ts';

const rule = (path: string, reviewed: string, sources = ['acas-notice']): WrittenRule => ({
  file: 'content/plan/notice.yaml',
  path,
  sources,
  reviewed,
});

const rules = [rule('uk', '2026-04-28'), rule('us', '2026-02-28'), rule('de', '2026-03')];

describe('dueWarning', () => {
  it('says nothing up to 299 days', () => {
    expect(dueWarning(rules, '2026-02-28')).toBeUndefined();
    expect(dueWarning(rules, '2026-12-24')).toBeUndefined();
    expect(dueWarning([], '2999-01-01')).toBeUndefined();
  });

  it('names the one that is due from 300 days on', () => {
    expect(dueWarning(rules, '2026-12-25')).toBe(
      '1 rule of law is due for a review. The oldest is "us" in content/plan/notice.yaml, ' +
        'last checked 2026-02-28, 300 days ago. For the list: npm run check:law',
    );
  });

  it('says all that are due in one line, with the oldest of them', () => {
    expect(dueWarning(rules, '2027-01-01')).toMatch(/^2 rules of law are due .*"us".*307 days ago/);
  });

  it.each(['2027-04-04', '2028-02-29', '2999-12-31'])('stops nothing on %s', (today) => {
    const warning = dueWarning(rules, today);
    expect(warning).toMatch(/^3 rules of law are due for a review, [13] of them overdue, .*"us"/);
    expect(warning).not.toContain('\n');
  });
});

describe('sourceMistakes', () => {
  it('tells each source that there is not', () => {
    const known = new Set(['acas-notice']);
    expect(sourceMistakes(rules, known)).toEqual([]);
    const more = [
      rule('uk', '2026-02-28', ['acas', 'acas-notice']),
      rule('de', '2026-02', ['bgb']),
    ];
    expect(sourceMistakes([...rules, ...more], known)).toMatchObject([
      {
        file: 'content/plan/notice.yaml',
        sentence:
          'the field "uk, sources" is wrong. Found: "acas". Allowed: the keys of content/sources.yaml.',
        source: 'acas',
      },
      { source: 'bgb' },
    ]);
  });
});
