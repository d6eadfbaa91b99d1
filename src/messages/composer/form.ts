import { fieldsFor, longerThan } from '../../forms/field.ts';
import { type Form, form } from '../../forms/form.ts';
import type { FormAnswers } from '../../forms/form-answers.ts';
import { ACTS } from '../../plan/places/act.ts';
import { ACCEPTANCES, JOBS } from '../../plan/places/commitment.ts';
import { ofPlace } from '../../plan/places/of-place.ts';
import { CHANNELS, LENGTHS, TONES } from '../compose.ts';
import type { Catalog, OfferedSlot } from './catalog.ts';
import { type Draft, draftOf, slotsFor } from './draft.ts';

/** The most characters of a line, and of a field with several lines. */
const LIMIT = { line: 300, lines: 600 } as const;

/** The place decides the words, so nothing goes out before it is chosen. */
export const countryField = (ids: readonly string[]) =>
  ({ kind: 'choice', options: ids, missing: 'country' }) as const;

/** A slot holds no more than a line of a message should. */
export function slotField({ label, lines, autocomplete, optional }: OfferedSlot) {
  const wrong = { tooLong: longerThan(lines ? LIMIT.lines : LIMIT.line) };
  return { kind: 'text', lines, autocomplete, optional, wrong, blanks: { field: label } } as const;
}

/** The slot that the composer fills in by itself, with today. */
const GIVEN = 'date';

/** Whether a message stays unfinished without the slot called `id`, so that its field stands open. */
export function isNeeded(id: string, { optional, default: standard }: OfferedSlot): boolean {
  return !optional && standard === undefined && id !== GIVEN;
}

/** The form of the composer. What it says without a mistake may go out. */
export function sayItForm(catalog: Catalog): Form<Draft> {
  const { situations, notes, places, slots } = catalog;
  const standard = draftOf({}, catalog);
  const messages = Object.keys({ ...situations, ...notes });
  // What decides how it ends: a note ends nothing.
  const asked = ({ situation = '' }: FormAnswers) => !Object.hasOwn(notes, situation);
  return form(
    {
      situation: { kind: 'choice', options: messages, chosen: standard.id },
      country: { ...countryField(Object.keys(places)), asked },
      accepted: { kind: 'choice', options: ACCEPTANCES, look: 'row', asked },
      soon: { kind: 'tick', asked: (answers) => draftOf(answers, catalog).ahead },
      job: { kind: 'choice', options: JOBS, chosen: 'ordinary', asked },
      trial: {
        kind: 'tick',
        asked: (answers) =>
          asked(answers) && ofPlace(places, answers['country'])?.law.accepted.trial !== undefined,
      },
      fixed: { kind: 'tick', asked },
      channel: { kind: 'choice', options: CHANNELS, look: 'row', chosen: standard.channel },
      length: {
        kind: 'choice',
        options: LENGTHS,
        look: 'row',
        chosen: standard.length,
        asked: (answers) => draftOf(answers, catalog).channel === 'email',
      },
      tone: { kind: 'choice', options: TONES, look: 'row', chosen: standard.tone },
      act: { kind: 'choice', options: ACTS, asked },
      ...slotFields(catalog, Object.keys(slots)),
    },
    (_, answers) => draftOf(answers, catalog),
  );
}

/** A field for each slot, asked where the message has it. */
function slotFields(catalog: Catalog, names: readonly string[]) {
  let last: { readonly answers: FormAnswers; readonly slots: readonly string[] } | undefined;
  // All fields are asked about the same answers, one after the other.
  const slotsOf = (answers: FormAnswers) => {
    if (last?.answers !== answers) {
      last = { answers, slots: slotsFor(draftOf(answers, catalog)) };
    }
    return last.slots;
  };
  return fieldsFor(names, (name) => ({
    ...slotField(catalog.slots[name] ?? { label: name }),
    asked: (answers: FormAnswers) => slotsOf(answers).includes(name),
  }));
}
