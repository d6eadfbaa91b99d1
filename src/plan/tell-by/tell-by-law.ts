import type { PlaceLaw, Weighed } from '../places/act.ts';
import type { Clauses } from '../places/clauses-schema.ts';
import { lawOf } from '../places/place-law.ts';
import type { Place, Rule } from '../places/place-schema.ts';
import type { HardDates } from './hard-dates-schema.ts';

/** A rule that decides the act, with its words where an outcome shows them. */
export interface ToldRule extends Weighed {
  readonly told?: LawBehind;
}

/** A rule that an outcome rests on, what it leaves open, and its sources if it claims to be law. */
export interface LawBehind {
  readonly rule: string;
  readonly unsure?: string | undefined;
  readonly sources?: readonly string[] | undefined;
  /** `YYYY-MM-DD`. */
  readonly reviewed?: string | undefined;
}

/** Of a place, what the tool needs. */
export interface PlaceToTell {
  readonly name: string;
  readonly notice: Place['notice'];
  readonly law: PlaceLaw<ToldRule>;
  /** Where only a letter on paper counts: what is said of a release there. */
  readonly release: string | undefined;
}

/** The law that the tool counts by, as its page hands it over: places by id, and hard dates. */
export interface TellByLaw {
  readonly places: Readonly<Record<string, PlaceToTell>>;
  readonly hardDates: HardDates;
}

/** The law of `places` and `clauses` as the tool takes it. */
export function tellByLaw(
  places: readonly Place[],
  clauses: Clauses,
  hardDates: HardDates,
): TellByLaw {
  const told = places.map((place) => {
    const { id, name, notice, paper } = place;
    return [
      id,
      { name, notice, law: toldLaw(lawOf(place, clauses)), release: paper?.release },
    ] as const;
  });
  return { places: Object.fromEntries(told), hardDates };
}

/** Of `law`, what the fields of the tool can lead to; the words of what a notice does not say. */
function toldLaw({ accepted, jobs, clauses }: PlaceLaw<Rule>): PlaceLaw<ToldRule> {
  const { said, emailed, signed, trial } = accepted;
  const { licensed, texasTeacher, match } = jobs;
  const { 'fixed-term': fixedTerm, notice, visa, agency } = clauses;
  return {
    accepted: {
      said: silent(said),
      signed: silent(signed),
      ...(emailed && { emailed: silent(emailed) }),
      ...(trial && { trial: silent(trial) }),
    },
    jobs: {
      licensed: withWords(licensed),
      ...(texasTeacher && { texasTeacher: silent(texasTeacher) }),
      ...(match && { match: silent(match) }),
    },
    clauses: {
      ...(fixedTerm && { 'fixed-term': withWords(fixedTerm) }),
      ...(notice && { notice: silent(notice) }),
      ...(visa && { visa: withWords(visa) }),
      ...(agency && { agency: silent(agency) }),
    },
  };
}

function silent({ effect }: Rule): ToldRule {
  return { effect };
}

function withWords(rule: Rule): ToldRule {
  const { effect, reason, unsure } = rule;
  const source = rule.kind === 'sourced' && { sources: rule.sources, reviewed: rule.reviewed };
  return { effect, told: { rule: reason, unsure, ...source } };
}
