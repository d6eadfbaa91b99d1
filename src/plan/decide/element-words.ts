import { type DecideSetup, OWN_ROWS } from './question.ts';
import type { DecideWords } from './words-schema.ts';

/** The rows and boxes of `words`, as the rules take them; where there is no other job, no box. */
export function setupOf({ rows, gate }: Pick<DecideWords, 'rows' | 'gate'>): DecideSetup {
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => ({ id }));
  return {
    criteria: ids(rows.criteria),
    boxes: { offer: ids(gate.offer.boxes), stay: ids(gate.stay.boxes), none: [] },
  };
}

export type ElementWords = ReturnType<typeof elementWords>;

/** What of `words` the element needs, and no more. */
export function elementWords(words: DecideWords) {
  const { names, against, rows, gate, facts, outcome, reminder, mistakes } = words;
  const { offer, stay, none } = against.choices;
  const { weights, scores, own, criteria } = rows;
  const nameAndNote = ({ name, note }: DecideWords['against']['choices']['offer']) => ({
    name,
    note,
  });
  const boxesOf = (boxes: DecideWords['gate']['offer']['boxes']) =>
    Object.fromEntries(boxes.map(({ id, short, ask }) => [id, { short, ask }]));
  return {
    ...{ facts, outcome, reminder, mistakes, weights, scores },
    setup: setupOf(words),
    names: { accepted: names.accepted.default, other: names.other.default },
    /** What stands against the job accepted, by what it is: its name, and what to say of it. */
    choices: { offer: nameAndNote(offer), stay: nameAndNote(stay), none: nameAndNote(none) },
    /** Labels of the rows by id; of the reader's own while they have no name. */
    rows: Object.fromEntries([
      ...criteria.map(({ id, label }) => [id, label] as const),
      ...OWN_ROWS.map((id) => [id, own[id]] as const),
    ]),
    /** By box: what is missing without it, and the question that gets it. */
    boxes: { offer: boxesOf(gate.offer.boxes), stay: boxesOf(gate.stay.boxes) },
  };
}
