import type { PlaceLaw } from './act.ts';
import type { Clauses } from './clauses-schema.ts';
import type { Place, Rule } from './place-schema.ts';

/** Of content/plan/clauses.yaml, the rules that hold wherever a place has none of its own. */
interface SharedRules {
  readonly jobs: Pick<Clauses['jobs'], 'licensed'>;
  readonly clauses: readonly Pick<Clauses['clauses'][number], 'id' | 'any'>[];
}

/**
 * All that is known of the law of `place`: its own rules, and those of `clauses` where it has none. A
 * rule of its own without words for others keeps those of the rule it replaces.
 */
export function lawOf(
  { accepted, jobs, clauses: own }: Pick<Place, 'accepted' | 'jobs' | 'clauses'>,
  { jobs: { licensed }, clauses }: SharedRules,
): PlaceLaw<Rule> {
  const over = (any: Rule, here: Rule | undefined): Rule =>
    here ? { ...here, say: here.say ?? any.say } : any;
  return {
    accepted,
    jobs: { ...jobs, licensed: over(licensed.any, jobs.licensed) },
    clauses: Object.fromEntries(clauses.map(({ id, any }) => [id, over(any, own[id])])),
  };
}
