import { OWN_ROWS } from './question.ts';
import type { TellingWords } from './tell.ts';
import type { Words } from './words-schema.ts';

/** What `tell` takes of `words`, and no more: a page hands it to the browser. */
export function tellingWordsOf({ names, against, rows, gate, outcome }: Words): TellingWords {
  const { hand, balance, tip, change, oneRow, summary, summaryMissing } = outcome;
  const { offer, stay, none } = against.choices;
  const boxesOf = (boxes: Words['gate']['offer']['boxes']) =>
    Object.fromEntries(boxes.map(({ id, short, ask }) => [id, { short, ask }]));
  return {
    names: { accepted: names.accepted.default, other: names.other.default },
    choices: {
      offer: nameAndNote(offer),
      stay: nameAndNote(stay),
      none: nameAndNote(none),
    },
    rows: {
      ...Object.fromEntries(rows.criteria.map(({ id, label }) => [id, label])),
      ...Object.fromEntries(OWN_ROWS.map((id) => [id, rows.own[id]])),
    },
    boxes: { offer: boxesOf(gate.offer.boxes), stay: boxesOf(gate.stay.boxes) },
    weights: rows.weights,
    scores: rows.scores,
    outcome: { hand, balance, tip, change, oneRow, summary, summaryMissing },
  };
}

function nameAndNote({ name, note }: Words['against']['choices']['offer']) {
  return note === undefined ? { name } : { name, note };
}
