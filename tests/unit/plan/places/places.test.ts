import { describe, expect, it } from 'vitest';
import { rulesIn } from '../../../../src/law/law-rule.ts';
import { checkMessages } from '../../../../src/messages/message-mistakes.ts';
import { slotsIn } from '../../../../src/messages/template.ts';
import { CLAUSES } from '../../../../src/plan/places/commitment.ts';
import {
  actsSchema,
  clausesSchema,
  placeSchema,
  type Rule,
} from '../../../../src/plan/places/schema.ts';
import { isCivilDay } from '../../../../src/site/civil-day.ts';
import { entriesOf, filesOf } from '../../content/written-content.ts';
import { writtenMessages } from '../../messages/written-messages.ts';
import { mistakesIn } from '../../site/mistakes.ts';
import { CLAUSE_RULES, PLACES, WRITTEN_CLAUSES } from './written-places.ts';

const sources = new Set(entriesOf('sources.yaml').map(([id]) => id));
const rules: { name: string; rule: Rule }[] = [
  ...PLACES.flatMap(({ id, accepted, jobs, clauses }) =>
    Object.entries({ ...accepted, ...jobs, ...clauses }).flatMap(([about, rule]) =>
      rule ? [{ name: `${id} ${about}`, rule }] : [],
    ),
  ),
  ...CLAUSE_RULES.clauses.map(({ id, any }) => ({ name: `${id} anywhere`, rule: any })),
  { name: 'licensed anywhere', rule: CLAUSE_RULES.jobs.licensed.any },
];

describe('content/plan/places', () => {
  it('holds the places that the tools offer, every other place last', () => {
    const expected = 'us uk ie de at ch nl fr ca-on ca-qc au nz in sg other'.split(' ');
    expect(PLACES.map(({ id }) => id)).toEqual(expected);
    expect(new Set(PLACES.map(({ order }) => order)).size).toBe(PLACES.length);
  });

  it('names only sources that there are, and days that there are', () => {
    const all = [PLACES, CLAUSE_RULES].flatMap((data) => rulesIn(data));
    expect(all.length).toBeGreaterThan(60);
    for (const { path, rule } of all) {
      const unknown = rule.sources.filter((id) => !sources.has(id));
      expect({ path, unknown }).toEqual({ path, unknown: [] });
      expect(isCivilDay(rule.reviewed)).toBe(true);
    }
  });

  it.each(rules.filter(({ rule }) => rule.kind === 'ours'))(
    '$name is our advice and states no law',
    ({ rule }) => {
      const told = `${rule.reason} ${rule.unsure ?? ''}`;
      expect(told.replace('article 2091', '')).not.toMatch(
        /\d|\b(statute|court|tribunal|Act|void|enforce\w*|illegal)\b/,
      );
    },
  );

  it('takes nothing from advice columns for law, but for agencies in the US', () => {
    const columns = ['ask-the-headhunter', 'hr-grapevine-2019', 'inc-invoice', 'emily-post'];
    const using = rules.filter(
      ({ rule }) => rule.kind === 'sourced' && rule.sources.some((id) => columns.includes(id)),
    );
    expect(using.map(({ name }) => name)).toEqual(['us agency']);
  });

  it('has a next step for each rule that stops somebody', () => {
    for (const { id, clauses, jobs, accepted } of PLACES) {
      const shared = new Map(CLAUSE_RULES.clauses.map((clause) => [clause.id, clause.any]));
      const own = [
        ...Object.entries(clauses).map(([clause, rule]) => ({
          rule,
          say: rule?.say ?? shared.get(clause as (typeof CLAUSES)[number])?.say,
        })),
        ...[...Object.values(jobs), ...Object.values(accepted)].map((rule) => ({
          rule,
          say: rule?.say,
        })),
      ];
      for (const { rule, say } of own) {
        if (rule?.effect !== 'advice') continue;
        expect({ id, reason: rule.reason, say }).toMatchObject({ say: { to: expect.any(String) } });
      }
    }
    for (const { any } of CLAUSE_RULES.clauses) {
      if (any.effect === 'advice' || any.effect === 'ask') expect(any.say).toBeDefined();
    }
  });

  it('names the place in each reason that states its law', () => {
    const names: Readonly<Record<string, RegExp>> = {
      us: /United States|US |Arizona|Texas|Match|OPT/,
      uk: /United Kingdom|Great Britain/,
      ch: /Switzerland/,
      nl: /Netherlands/,
      'ca-on': /Ontario/,
      'ca-qc': /Quebec/,
      in: /India/,
    };
    for (const { id, name, accepted, jobs, clauses } of PLACES) {
      for (const rule of Object.values({ ...accepted, ...jobs, ...clauses })) {
        if (rule?.kind === 'sourced') expect(rule.reason).toMatch(names[id] ?? new RegExp(name));
      }
    }
  });

  it('has a letter of only such blanks as there are, in the language and in English', () => {
    const slots = new Set(writtenMessages().slots.keys());
    const letters = PLACES.flatMap(({ paper }) => paper?.letter ?? []);
    expect(letters).toHaveLength(1);
    for (const letter of letters) {
      for (const slot of slotsIn(letter)) expect(slots).toContain(slot);
      expect(letter).toMatch(/<signed: .*><unsigned: /);
      expect(letter).toMatch(/_{20,}/);
      expect(letter).toMatch(/In English/);
    }
  });

  it('has words for each way out, and messages of the right length for each', () => {
    const [acts] = filesOf('plan/acts.yaml');
    expect(mistakesIn(actsSchema, acts?.data)).toEqual([]);
    expect(() => checkMessages(writtenMessages())).not.toThrow();
  });

  it('refuses a rule of law without a source, and advice of ours with one', () => {
    const [place] = filesOf('plan/places/uk.yaml');
    const data = Object(place?.data);
    const withRule = (said: unknown) => ({ ...data, accepted: { ...data.accepted, said } });
    const { effect, reason } = data.accepted.said;
    expect(mistakesIn(placeSchema, withRule({ kind: 'sourced', effect, reason }))).toEqual([
      'accepted.said.sources: Found: nothing. Allowed: a list.',
      'accepted.said.reviewed: Found: nothing. Allowed: a day as YYYY-MM-DD.',
    ]);
    const withSources = { kind: 'ours', effect, reason, sources: ['acas-notice'] };
    expect(mistakesIn(placeSchema, withRule(withSources))[0]).toMatch(/^accepted\.said\.sources/);
  });
});

describe('content/plan/clauses.yaml', () => {
  it('is what its schema allows', () => {
    expect(mistakesIn(clausesSchema, WRITTEN_CLAUSES)).toEqual([]);
    expect(CLAUSE_RULES.clauses.map(({ id }) => id)).toEqual([...CLAUSES]);
  });

  it('refuses clauses in another order, which the form would show', () => {
    const clauses = CLAUSE_RULES.clauses.toReversed();
    expect(mistakesIn(clausesSchema, { ...CLAUSE_RULES, clauses })[0]).toMatch(
      /once, in this order/,
    );
  });
});
