import type { Effect, PlaceLaw } from '../../plan/places/act.ts';
import type { Clauses } from '../../plan/places/clauses-schema.ts';
import { lawOf } from '../../plan/places/place-law.ts';
import type { Place, Rule } from '../../plan/places/place-schema.ts';
import type { Messages } from '../messages.ts';
import type { Catalog } from './draft.ts';

/** What the composer needs of a rule of law: what it asks for, and whom to ask. */
export interface ComposerRule {
  readonly effect: Effect;
  readonly say?: Rule['say'];
}

/** What the composer needs of a place. */
export interface ComposerPlace {
  readonly law: PlaceLaw<ComposerRule>;
  /** Where only paper counts: the letter, and the language of its day. */
  readonly letter: { readonly frame: string; readonly language: string } | undefined;
}

/** `messages` and `places` as the composer takes them. */
export function catalogOf(
  { situations, acts, frames, slots }: Messages,
  places: readonly Place[],
  clauses: Clauses,
): Catalog {
  return {
    situations: Object.fromEntries(
      [...situations].map(([id, { title, body, why, advice, channels, started }]) => [
        id,
        { title, body, why, advice, channels, started },
      ]),
    ),
    acts,
    frames,
    slots: Object.fromEntries(
      [...slots].map(([id, { label, default: standard, lines, autocomplete, optional }]) => [
        id,
        { label, default: standard, lines, autocomplete, optional },
      ]),
    ),
    places: Object.fromEntries(
      places.map((place) => {
        const letter = place.paper && {
          frame: place.paper.letter,
          language: place.paper.language,
        };
        return [place.id, { law: composerLaw(lawOf(place, clauses)), letter }];
      }),
    ),
  };
}

/** Of `law`, what the composer's fields can lead to. */
function composerLaw({ accepted, jobs, clauses }: PlaceLaw<Rule>): PlaceLaw<ComposerRule> {
  const only = ({ effect, say }: Rule): ComposerRule =>
    effect === 'ask' ? { effect, say } : { effect };
  const all = <Key extends string>(rules: Readonly<Partial<Record<Key, Rule | undefined>>>) =>
    Object.fromEntries(
      Object.entries<Rule | undefined>(rules).flatMap(([key, rule]) =>
        rule ? [[key, only(rule)]] : [],
      ),
    ) as Partial<Record<Key, ComposerRule>>;
  const fixedTerm = clauses['fixed-term'];
  return {
    accepted: {
      ...all(accepted),
      said: only(accepted.said),
      signed: only(accepted.signed),
    },
    jobs: { ...all(jobs), licensed: only(jobs.licensed) },
    clauses: fixedTerm ? { 'fixed-term': only(fixedTerm) } : {},
  };
}
