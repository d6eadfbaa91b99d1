import type { Against, Side } from './question.ts';

/** The names of the form's fields, so that what renders them and what reads them agree. */
export const fields = {
  against: 'against',
  name: (side: Side) => `${side}-name`,
  rowName: (row: string) => `${row}-name`,
  weight: (row: string) => `${row}-weight`,
  score: (row: string, side: Side) => `${row}-${side}`,
  facts: (side: Side, kind: 'pros' | 'cons') => `${side}-${kind}`,
  box: (against: Against, box: string) => `${against}-${box}`,
} as const;
