import { describe, expect, it } from 'vitest';
import { rulesIn } from '../../../../src/plan/law-rule.ts';
import { noticeSchema } from '../../../../src/plan/tell-by/notice-schema.ts';
import { placeRule } from '../../../../src/plan/tell-by/question.ts';
import { entriesOf } from '../../content/written-content.ts';
import { countries, rules, words } from './written-rules.ts';

describe('content/plan/notice.yaml', () => {
  const laws = rulesIn(rules);
  const sources = entriesOf('sources.yaml').map(([id]) => id);

  it('has a rule for each country that forms offer, and one for everywhere else', () => {
    expect([...Object.keys(rules.countries), 'other'].sort()).toEqual([...countries].sort());
    expect(placeRule(rules, 'other')).toBe(rules.elsewhere);
    expect(placeRule(rules, 'toString')).toBe(rules.elsewhere);
  });

  it('says of each law where it comes from and when it was read', () => {
    expect(laws.length).toBe(Object.keys(rules.countries).length + 6);
    for (const { path, rule } of laws) {
      for (const id of rule.sources) expect(sources, path).toContain(id);
    }
  });

  it.each(['sources', 'reviewed'])('is refused where a law lacks its %s', (field) => {
    const { us, ...others } = rules.countries;
    const lacking = Object.fromEntries(Object.entries(us ?? {}).filter(([key]) => key !== field));
    const result = noticeSchema.safeParse({ ...rules, countries: { ...others, us: lacking } });
    expect(result.success).toBe(false);
  });

  it('claims no number where the law has none', () => {
    for (const id of ['ca-on', 'au', 'in', 'other']) {
      expect(placeRule(rules, id).silent, id).toEqual({});
    }
  });

  it('puts hard dates in a country that forms offer', () => {
    for (const { country } of Object.values(rules.hardDates)) expect(countries).toContain(country);
  });
});

describe('content/plan/tell-by.yaml', () => {
  it('names somebody to tell for every job, without a condition', () => {
    for (const job of ['ordinary', 'texasTeacher', 'match'] as const) {
      expect(words.who.people.some(({ jobs, if: when }) => jobs.includes(job) && !when)).toBe(true);
    }
  });
});
