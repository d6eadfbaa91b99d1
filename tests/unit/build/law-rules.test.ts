import { describe, expect, it } from 'vitest';
import { checkRules } from '../../../src/build/law-rules.ts';

const FILE = 'content/plan/notice.yaml';
const sources = new Set(['acas-notice']);
const data = { uk: { notice: { sources: ['acas-notice'], reviewed: '2026-02-28' } } };
const check = (today: string) => checkRules(FILE, data, sources, today);

describe('checkRules', () => {
  it('says nothing up to 299 days', () => {
    expect(check('2026-02-28')).toEqual([]);
    expect(check('2026-12-24')).toEqual([]);
  });

  it('warns from 300 days on', () => {
    const warning = `${FILE}: "uk.notice" was last checked on 2026-02-28, 300 days ago. From 401 days on it stops the build.`;
    expect(check('2026-12-25')).toEqual([warning]);
    expect(check('2027-04-04')).toEqual([warning.replace('300', '400')]);
  });

  it('stops after 400 days, and says what to do', () => {
    expect(() => check('2027-04-05')).toThrow(
      `${FILE}: the field "uk.notice.reviewed" is wrong. Found: 2026-02-28, 401 days ago. ` +
        'Allowed: a day in the last 400 days. Check the rule against its sources, then write the day on which you did.',
    );
  });

  it('stops at a source that there is not', () => {
    const unknown = { uk: { sources: ['acas'], reviewed: '2026-02-28' } };
    expect(() => checkRules(FILE, unknown, sources, '2026-03-01')).toThrow(
      `${FILE}: the field "uk.sources" is wrong. Found: "acas". Allowed: the keys of content/sources.yaml.`,
    );
  });
});
