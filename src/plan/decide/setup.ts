import type { DecideSetup } from './question.ts';
import type { Words } from './words-schema.ts';

/** The rows and boxes of `words`, as the rules take them; where there is no other job, no box. */
export function setupOf({ rows, gate }: Pick<Words, 'rows' | 'gate'>): DecideSetup {
  return {
    criteria: rows.criteria,
    boxes: { offer: gate.offer.boxes, stay: gate.stay.boxes, none: [] },
  };
}
