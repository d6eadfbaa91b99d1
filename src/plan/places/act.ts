import {
  ACCEPTANCES,
  type Acceptance,
  CLAUSES,
  type Clause,
  type Commitment,
  type Job,
  type SpecialJob,
} from './commitment.ts';

/**
 * What somebody does to get out, from the freest to the most careful: withdraw, give notice under
 * the contract, ask for release and wait for it, ask somebody before anything is sent.
 */
export const ACTS = ['withdraw', 'notice', 'release', 'advice'] as const;
export type Act = (typeof ACTS)[number];

/**
 * The ways out as readers see them: each act, notice where only paper counts, and the resignation that
 * a teacher in Texas files with a board, which may have to consent.
 */
export type WayOut = Act | 'paper' | 'board';

/** What makes an act another way out: whether only paper counts in the place, and the kind of job. */
export interface WayOutOf {
  readonly paper: boolean;
  readonly job: Job;
}

/** The way in which `act` is done. */
export function wayOut(act: Act, { paper, job }: WayOutOf): WayOut {
  if (act === 'release' && job === 'texasTeacher') return 'board';
  return act === 'notice' && paper ? 'paper' : act;
}

/** What a rule does: it asks for an act at the least, or adds a step beside any act. */
export const EFFECTS = [...ACTS, 'settle', 'ask'] as const;
export type Effect = (typeof EFFECTS)[number];

/** What holds nobody while a trial period lasts that lets either side end it at once. */
const LIFTED_BY_TRIAL: readonly Clause[] = ['fixed-term', 'notice'];

/** What a rule has to say for the act to be found; the rest of it is for readers. */
export interface Weighed {
  readonly effect: Effect;
}

/** The law of one place, as far as we know it. */
export interface PlaceLaw<Rule extends Weighed> {
  /**
   * `trial`: in place of the others where a trial period was agreed that lets either side end it at
   * once, so that a fixed term or a notice holds nobody. `emailed`: as `said` if absent.
   */
  readonly accepted: Readonly<Record<'said' | 'signed', Rule>> & {
    readonly emailed?: Rule | undefined;
    readonly trial?: Rule | undefined;
  };
  /** Jobs with rules of their own here. One that is absent is treated as any licensed job. */
  readonly jobs: { readonly licensed: Rule } & Readonly<
    Partial<Record<SpecialJob, Rule | undefined>>
  >;
  /** A clause that is absent does nothing. */
  readonly clauses: Readonly<Partial<Record<Clause, Rule | undefined>>>;
}

/** A rule that applies, and what it is about: the accepted offer, the kind of job, or a clause. */
export interface Reason<Rule extends Weighed> {
  readonly about: 'accepted' | SpecialJob | Clause;
  /** "Not sure" counts as a yes, but the reader should look first. */
  readonly sure: boolean;
  readonly rule: Rule;
}

/** What to do, with its reasons. */
export interface Weighing<Rule extends Weighed> {
  readonly act: Act;
  /** Rules that ask for an act, the most careful first, then in the order of the questions. */
  readonly reasons: readonly Reason<Rule>[];
  /** Rules that add a step beside it, in the order of the questions. */
  readonly steps: readonly Reason<Rule>[];
  /** The clauses to look up, in the order of the questions. */
  readonly unsure: readonly Clause[];
}

/**
 * The act that `commitment` takes under `law`: the most careful that any rule asks for which applies,
 * that of the accepted offer, of the kind of job, and of each clause not answered no. Never freer for
 * one more clause, or for a heavier kind of yes that the law names. All tools ask here, so that none
 * can contradict another.
 */
export function weigh<Rule extends Weighed>(
  commitment: Commitment,
  law: PlaceLaw<Rule>,
): Weighing<Rule> {
  const { job, clauses, trial } = commitment;
  const lifted = trial && law.accepted.trial ? LIFTED_BY_TRIAL : [];
  const found: Reason<Rule>[] = CLAUSES.flatMap((id) => {
    if (lifted.includes(id)) return [];
    const [answer = 'no', rule] = [clauses[id], law.clauses[id]];
    return rule && answer !== 'no' ? [{ about: id, sure: answer === 'yes', rule }] : [];
  });
  if (job !== 'ordinary') {
    found.unshift({ about: job, sure: true, rule: law.jobs[job] ?? law.jobs.licensed });
  }
  const own: Reason<Rule> = { about: 'accepted', sure: true, rule: ruleOfYes(commitment, law) };
  const reasons = [...found, own]
    .filter(({ rule }) => isAct(rule.effect))
    .toSorted((one, other) => care(other.rule) - care(one.rule));
  return {
    act: mostCareful(reasons.map(({ rule }) => rule.effect)),
    reasons,
    steps: found.filter(({ rule }) => !isAct(rule.effect)),
    unsure: CLAUSES.filter((id) => clauses[id] === 'unsure'),
  };
}

/** The most careful act among `effects`; those that are no acts do not count. */
export function mostCareful(effects: readonly Effect[]): Act {
  return ACTS.findLast((act) => effects.includes(act)) ?? 'withdraw';
}

function ruleOfYes<Rule extends Weighed>(
  { accepted, trial }: Pick<Commitment, 'accepted' | 'trial'>,
  { accepted: rules }: Pick<PlaceLaw<Rule>, 'accepted'>,
): Rule {
  if (trial && rules.trial) return rules.trial;
  const of = (yes: Acceptance): Rule => rules[yes] ?? rules.said;
  if (accepted) return of(accepted);
  // The heaviest kind comes last, and wins where two are as careful.
  return ACCEPTANCES.map(of).reduce((one, other) => (care(other) >= care(one) ? other : one));
}

function isAct(effect: Effect): effect is Act {
  return ACTS.some((act) => act === effect);
}

/** How careful a rule is; one that asks for no act is less careful than any. */
function care({ effect }: Weighed): number {
  return isAct(effect) ? ACTS.indexOf(effect) : -1;
}
