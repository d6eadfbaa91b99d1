import { describe, expect, it } from 'vitest';
import { OWN_ROWS } from '../../../../src/plan/decide/question.ts';
import { decideSchema } from '../../../../src/plan/decide/words-schema.ts';
import { mistakesIn } from '../../site/mistakes.ts';
import { WORDS, WRITTEN_WORDS } from './decisions.ts';

describe('the words of the decision', () => {
  it('are all there, and no others', () => {
    expect(mistakesIn(decideSchema, WRITTEN_WORDS)).toEqual([]);
  });

  it('have a mistake told with what is allowed', () => {
    const criteria = [...WORDS.rows.criteria, ...WORDS.rows.criteria.slice(0, 1)];
    expect(mistakesIn(decideSchema, { ...WORDS, rows: { ...WORDS.rows, criteria } })).toEqual([
      'rows.criteria: Found: the same id twice. Allowed: ids that differ.',
    ]);
    const reminder = { ...WORDS.reminder, time: '9 am' };
    expect(mistakesIn(decideSchema, { ...WORDS, reminder })[0]).toMatch(
      /^reminder.time: Found: "9 am"/,
    );
  });

  it('have no row that is called like a row of the reader', () => {
    const ids = WORDS.rows.criteria.map(({ id }) => id);
    for (const own of OWN_ROWS) expect(ids).not.toContain(own);
    expect(ids).toHaveLength(6);
  });
});
