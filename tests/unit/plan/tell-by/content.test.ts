import { describe, expect, it } from 'vitest';
import { rulesIn } from '../../../../src/plan/law-rule.ts';
import { JOBS } from '../../../../src/plan/places/commitment.ts';
import { hardDatesSchema } from '../../../../src/plan/tell-by/hard-dates-schema.ts';
import { entriesOf } from '../../content/written-content.ts';
import { CLAUSE_RULES, placeOf } from '../places/written-places.ts';
import { hardDates, law, words } from './written-law.ts';

describe('content/plan/hard-dates.yaml', () => {
  const sources = entriesOf('sources.yaml').map(([id]) => id);

  it('says of each date where it comes from', () => {
    const laws = rulesIn(hardDates);
    const rules = [hardDates.texasTeacher, hardDates.match].flatMap(Object.values);
    expect(laws.length).toBe(rules.length);
    for (const { path, rule } of laws) {
      for (const id of rule.sources) expect(sources, path).toContain(id);
    }
  });

  it.each(['sources', 'reviewed'])('is refused where a rule lacks its %s', (field) => {
    const { binding, ...others } = hardDates.match;
    const lacking = Object.fromEntries(Object.entries(binding).filter(([key]) => key !== field));
    const result = hardDatesSchema.safeParse({
      ...hardDates,
      match: { ...others, binding: lacking },
    });
    expect(result.success).toBe(false);
  });

  it('has the days of the statute and the state board', () => {
    expect(hardDates.texasTeacher).toMatchObject({ free: { days: 45 }, reprimand: { days: 30 } });
  });

  it('is about jobs that some place has', () => {
    for (const job of ['texasTeacher', 'match'] as const) {
      expect(Object.values(law.places).some(({ law: { jobs } }) => jobs[job])).toBe(true);
    }
  });
});

describe('content/plan/tell-by.yaml', () => {
  it.each(JOBS)('names somebody to tell for the job %s, without a condition', (job) => {
    const always = words.who.people.filter((person) => person.jobs.includes(job) && !person.if);
    const either = ['paper', 'message'].every((condition) =>
      words.who.people.some((person) => person.jobs.includes(job) && person.if === condition),
    );
    expect(always.length > 0 || either).toBe(true);
  });

  it('has words for each unit, and calls none of them by an abbreviation', () => {
    for (const { one, many } of Object.values(words.units)) expect(one).not.toBe(many);
  });
});

describe('tellByLaw', () => {
  it('claims no number where the law has none', () => {
    const silent = ['ca-on', 'ca-qc', 'au', 'nz', 'in', 'fr', 'other'].map(
      (id) => law.places[id]?.notice.silent,
    );
    expect(silent).toEqual(silent.map(() => ({})));
  });

  it('hands over words only of rules that a notice does not say, and shared ones once', () => {
    for (const [id, { law: rules }] of Object.entries(law.places)) {
      expect(
        Object.values(rules.accepted).some((rule) => rule?.told),
        id,
      ).toBe(false);
      const { clauses, jobs } = placeOf(id);
      expect(rules.clauses['fixed-term']?.told?.rule, id).toBe(clauses['fixed-term']?.reason);
      expect(rules.jobs.licensed.told?.rule, id).toBe(jobs.licensed?.reason);
    }
    expect(law.shared.licensed.rule).toBe(CLAUSE_RULES.jobs.licensed.any.reason);
  });
});
