import {
  type Acceptance,
  type Clause,
  type ClauseAnswer,
  type Country,
  OUTCOMES,
  type Outcome,
  type SignedRules,
  type Weighed,
} from './clauses.ts';

/** What a reader found in their papers. */
export interface SignedQuestion {
  readonly country: Country;
  readonly accepted: Acceptance;
  readonly answers: Readonly<Record<Clause, ClauseAnswer>>;
}

/** A rule that applies, and what it is about: a clause, or the accepted offer itself. */
export interface Reason<Rule extends Weighed> {
  readonly about: Clause | 'accepted';
  /** Not sure counts as a yes, but the reader should look first. */
  readonly sure: boolean;
  readonly rule: Rule;
}

/** What to do before anything is sent, with the reasons, the most careful first. */
export interface SignedOutcome<Rule extends Weighed> {
  readonly kind: Outcome;
  readonly reasons: readonly Reason<Rule>[];
  /** The clauses to look up, in the order of the questions. */
  readonly unsure: readonly Clause[];
}

/**
 * The most careful outcome of all rules that apply: that of the accepted offer in the country, and
 * those of the clauses answered yes. "Not sure" counts as yes, because a clause that is overlooked
 * costs more than a question too many; such a reason is marked, and the clause listed to look up.
 * Reasons of equal care stand in the order of the questions, the accepted offer behind them.
 */
export function signedOutcome<Rule extends Weighed>(
  { country, accepted, answers }: SignedQuestion,
  rules: SignedRules<Rule>,
): SignedOutcome<Rule> {
  const found = rules.clauses
    .filter(({ id }) => answers[id] !== 'no')
    .map(
      ({ id, any, by }): Reason<Rule> => ({
        about: id,
        sure: answers[id] === 'yes',
        rule: by[country] ?? any,
      }),
    );
  const own: Reason<Rule> = {
    about: 'accepted',
    sure: true,
    rule: rules.accepted[country][accepted],
  };
  const reasons = [...found, own].toSorted((one, other) => care(other) - care(one));
  return {
    kind: (reasons[0] ?? own).rule.outcome,
    reasons,
    unsure: rules.clauses.map(({ id }) => id).filter((id) => answers[id] === 'unsure'),
  };
}

function care({ rule }: Reason<Weighed>): number {
  return OUTCOMES.indexOf(rule.outcome);
}
