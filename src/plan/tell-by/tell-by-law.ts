import type { PlaceLaw, Weighed } from '../places/act.ts';
import type { Clause } from '../places/commitment.ts';
import { lawOf, mapLaw } from '../places/place-law.ts';
import type { Clauses, Place, Rule } from '../places/schema.ts';
import type { HardDates } from './hard-dates-schema.ts';

/** The clauses that the tool asks about. */
const ASKED: readonly Clause[] = ['fixed-term', 'notice', 'visa', 'agency'];

/** What rules are about whose words an outcome shows. A notice says the rest. */
type Shown = 'licensed' | 'fixed-term' | 'visa';

/** A rule that an outcome rests on, what it leaves open, and its sources if it claims to be law. */
export interface LawBehind {
  readonly rule: string;
  readonly unsure?: string | undefined;
  readonly sources?: readonly string[] | undefined;
  /** `YYYY-MM-DD`. */
  readonly reviewed?: string | undefined;
}

/** A rule that decides the act, with its words if it has any of its own. */
export interface ToldRule extends Weighed {
  readonly told?: LawBehind;
}

/** Of a place, what the tool needs. */
export interface PlaceToTell {
  readonly name: string;
  readonly notice: Place['notice'];
  readonly law: PlaceLaw<ToldRule>;
  /** Where only a letter on paper counts: what is said of a release there. */
  readonly release: string | undefined;
  /** Ids of the parts of it whose holidays differ, where a reader is asked for one. */
  readonly regions: readonly string[] | undefined;
}

/** The law that the tool counts by, as its page hands it over. */
export interface TellByLaw {
  /** By id. */
  readonly places: Readonly<Record<string, PlaceToTell>>;
  /** The words of rules that hold wherever a place has none of its own, by what they are about. */
  readonly shared: Readonly<Record<Shown, LawBehind>>;
  readonly hardDates: HardDates;
}

/** The law of `places` and `clauses` as the tool takes it. Throws an Error for a clause that is missing. */
export function tellByLaw(
  places: readonly Place[],
  clauses: Clauses,
  hardDates: HardDates,
): TellByLaw {
  const anywhere = (id: Shown): LawBehind => {
    const found =
      id === 'licensed' ? clauses.jobs.licensed : clauses.clauses.find((one) => one.id === id);
    if (!found) throw new Error(`Found: no "${id}" in content/plan/clauses.yaml.`);
    return wordsOf(found.any);
  };
  const entries = places.map((place) => {
    const { id, name, notice, paper, holidays } = place;
    const regions = holidays?.choice && holidays.regions && Object.keys(holidays.regions);
    const law = toldLaw(place, clauses);
    return [
      id,
      { name, notice, law, release: paper?.release, regions: regions || undefined },
    ] as const;
  });
  return {
    places: Object.fromEntries(entries),
    shared: {
      licensed: anywhere('licensed'),
      'fixed-term': anywhere('fixed-term'),
      visa: anywhere('visa'),
    },
    hardDates,
  };
}

/** Of the law of `place`, what the fields of the tool can lead to, with the words of its own rules. */
function toldLaw(place: Place, written: Clauses): PlaceLaw<ToldRule> {
  const { licensed } = place.jobs;
  const { 'fixed-term': fixedTerm, visa } = place.clauses;
  const shown: Readonly<Record<string, Rule | undefined>> = {
    licensed,
    'fixed-term': fixedTerm,
    visa,
  };
  return mapLaw(lawOf(place, written), ASKED, ({ effect }, about) => {
    const own = shown[about];
    return own ? { effect, told: wordsOf(own) } : { effect };
  });
}

function wordsOf(rule: Rule): LawBehind {
  const { reason, unsure } = rule;
  const source = rule.kind === 'sourced' && { sources: rule.sources, reviewed: rule.reviewed };
  return { rule: reason, ...(unsure !== undefined && { unsure }), ...source };
}
