import type { TextField } from '../../forms/field.ts';
import type { Effect, PlaceLaw } from '../../plan/places/act.ts';
import { lawOf, mapLaw } from '../../plan/places/place-law.ts';
import type { Clauses, Place, Rule } from '../../plan/places/schema.ts';
import type { Messages } from '../messages.ts';
import type { Slot } from '../template.ts';

/** A slot, and how its field is filled in. */
export type OfferedSlot = Slot & Pick<TextField, 'lines' | 'autocomplete' | 'optional'>;

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
  { situations, notes, acts, frames, slots }: Messages,
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
      [...situations].map(
        ([id, { title, body, short, why, advice, channels, started, missed }]) => [
          id,
          { title, body, short, why, advice, channels, started, missed },
        ],
      ),
    ),
    notes: Object.fromEntries(
      [...notes].map(([id, { title, subject, body, short, spoken, advice }]) => [
        id,
        { title, subject, body, short, spoken, advice },
      ]),
    ),
    acts,
    frames,
    slots: {
      ...Object.fromEntries(
        [...slots].map(([id, { label, default: standard, lines, autocomplete, optional }]) => [
          id,
          { label, default: standard, lines, autocomplete, optional },
        ]),
      ),
      ...blanksOf(notes),
    } as Readonly<Record<string, OfferedSlot>>,
    places: Object.fromEntries(places.map((place) => [place.id, of(place)])),
  };
}

/** The blanks that notes have of their own, each once: its name stands for the same one in all of them. */
function blanksOf(notes: Messages['notes']): Readonly<Record<string, OfferedSlot>> {
  const blanks = [...notes.values()].flatMap((note) => Object.entries(note.blanks));
  return Object.fromEntries(blanks.map(([id, label]) => [id, { label }]));
}

/** What the composer knows: all of content/messages, and the law by place, as its page hands it over. */
export type Catalog = ReturnType<typeof catalogOf>;
