import { describe, expect, it } from 'vitest';
import { lawOf } from '../../../../src/plan/places/place-law.ts';
import { CLAUSE_RULES, lawIn, PLACES } from '../places/written-places.ts';
import { RULES } from './content.ts';

describe('elementRules', () => {
  it('keeps the law of each place whole, and leaves out the questions, which the form asks', () => {
    for (const { id } of PLACES) {
      const place = RULES.places[id];
      expect(place && lawOf(place, RULES)).toEqual(lawIn(id));
    }
    expect(JSON.stringify(RULES)).not.toContain(CLAUSE_RULES.clauses[0]?.question);
  });

  it('hands over what is said where only paper counts, without the letter', () => {
    const paper = Object.entries(RULES.places).filter(([, place]) => place.paper);
    expect(paper.map(([id]) => id)).toEqual(['de']);
    expect(JSON.stringify(RULES)).not.toContain('kündige');
  });
});
