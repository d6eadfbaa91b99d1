/** Countries with rules of their own, by the ids of content/plan/countries.yaml, and the rest. */
export const COUNTRIES = ['us', 'uk', 'de', 'ch', 'ca-on', 'au', 'in', 'sg', 'other'] as const;
export type Country = (typeof COUNTRIES)[number];

/** The twelve clauses, in the order in which they are asked. */
export const CLAUSES = [
  'fixed-term',
  'notice',
  'no-show',
  'bonus',
  'relocation',
  'training',
  'non-compete',
  'visa',
  'licence',
  'military',
  'campus',
  'agency',
] as const;
export type Clause = (typeof CLAUSES)[number];

/** What can come out, from the freest to the most careful. */
export const OUTCOMES = ['go', 'release', 'advice'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How the offer was accepted: by a spoken or emailed yes alone, or by a signature. */
export const ACCEPTANCES = ['yes', 'signed'] as const;
export type Acceptance = (typeof ACCEPTANCES)[number];

export const ANSWERS = ['yes', 'no', 'unsure'] as const;
export type ClauseAnswer = (typeof ANSWERS)[number];

/** What a rule has to say for the outcome to be found; the rest of it is for readers. */
export interface Weighed {
  readonly outcome: Outcome;
}

/** The rule that every country shares, and those that stand in its place in some. */
export interface ClauseRules<Rule extends Weighed> {
  readonly id: Clause;
  readonly any: Rule;
  readonly by: Readonly<Partial<Record<Country, Rule>>>;
}

/** What an accepted offer weighs by itself, by country, and what each clause adds. */
export interface SignedRules<Rule extends Weighed> {
  readonly accepted: Readonly<Record<Country, Readonly<Record<Acceptance, Rule>>>>;
  readonly clauses: readonly ClauseRules<Rule>[];
}
