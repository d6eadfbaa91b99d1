import type { PlaceLaw, Reason, Weighed } from './act.ts';
import type { Clause } from './commitment.ts';
import type { Clauses, Place, Rule } from './schema.ts';

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

/** `law` as a browser takes it: of each rule what `ofRule` makes of it, and of the clauses only `kept`. */
export function mapLaw<Kept extends Weighed>(
  { accepted, jobs, clauses }: PlaceLaw<Rule>,
  kept: readonly Clause[],
  ofRule: (rule: Rule, about: Reason<Rule>['about']) => Kept,
): PlaceLaw<Kept> {
  type About = Reason<Rule>['about'];
  const each = (rules: Readonly<Record<string, Rule | undefined>>, about?: About) =>
    Object.fromEntries(
      Object.entries(rules).flatMap(([id, rule]) =>
        // The keys of jobs and clauses are what their rules are about.
        rule ? [[id, ofRule(rule, about ?? (id as About))]] : [],
      ),
    );
  const some = Object.fromEntries(kept.map((id) => [id, clauses[id]]));
  // Every rule stands where it stood.
  return {
    accepted: each(accepted, 'accepted'),
    jobs: each(jobs),
    clauses: each(some),
  } as unknown as PlaceLaw<Kept>;
}
