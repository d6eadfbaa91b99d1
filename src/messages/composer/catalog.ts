import type { Effect, PlaceLaw } from '../../plan/places/act.ts';
import { lawOf, mapLaw } from '../../plan/places/place-law.ts';
import type { Clauses, Place, Rule } from '../../plan/places/schema.ts';
import type { Messages } from '../messages.ts';

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
) {
  const ofRule = ({ effect, say }: Rule): ComposerRule =>
    effect === 'ask' ? { effect, say } : { effect };
  const of = (place: Place): ComposerPlace => ({
    law: mapLaw(lawOf(place, clauses), ['fixed-term'], ofRule),
    letter: place.paper && { frame: place.paper.letter, language: place.paper.language },
  });
  return {
    situations: Object.fromEntries(
      [...situations].map(([id, { title, body, why, advice, channels, started, missed }]) => [
        id,
        { title, body, why, advice, channels, started, missed },
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
    places: Object.fromEntries(places.map((place) => [place.id, of(place)])),
  };
}

/** What the composer knows: all of content/messages, and the law by place, as its page hands it over. */
export type Catalog = ReturnType<typeof catalogOf>;
