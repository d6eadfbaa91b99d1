import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Profile, resultOf } from '../../../../src/quiz/engine/result.ts';
import { six, type Type } from '../../../../src/quiz/engine/types.ts';
import { tell } from '../../../../src/quiz/result/tell.ts';
import { anInterview, interview } from '../answers.ts';
import { TYPE_WORDS, WORDS } from '../content.ts';

type Lead = 'clear' | 'close';

/** A result whose first two places lead like this, in the order S A I E R C. */
function profileWith(first: Lead, second: Lead): Profile {
  const order: readonly Type[] = [3, 2, 1, 4, 0, 5];
  const leads: readonly (Lead | undefined)[] = [first, second, 'close', 'close', 'close'];
  return {
    kind: 'profile',
    questions: 12,
    ranks: order.map((type, index) => {
      const lead = leads[index];
      return { type, interest: 5 - index / 2, ...(lead && { lead }) };
    }),
    leading: second === 'close' ? 3 : 2,
    profile: six(() => 3),
  };
}

describe('tell', () => {
  it.each<[Lead, Lead, string, string]>([
    ['clear', 'clear', 'Social first, then Artistic', 'nine times in ten'],
    ['clear', 'close', 'Social first, then Artistic or Investigative', 'nine times in ten'],
    ['close', 'clear', 'Social and Artistic, side by side', 'three times in five'],
    ['close', 'close', 'Social, Artistic, and Investigative, side by side', 'three times in five'],
  ])('puts %s and %s into a headline and a summary', (first, second, headline, odds) => {
    const told = tell(profileWith(first, second), WORDS.result, TYPE_WORDS);
    expect(told.headline).toBe(headline);
    expect(told.summary).toContain(`==${first}==`);
    expect(told.odds).toContain(odds);
    expect(told.ranking).toBe(
      'Social, Artistic, Investigative, Enterprising, Realistic, Conventional',
    );
  });

  it('leaves no blank open in any result', () => {
    fc.assert(
      fc.property(anInterview, ({ person, length }) => {
        const result = resultOf(interview(person, length).answers);
        if (result.kind === 'flat') return;
        const told = tell(result, WORDS.result, TYPE_WORDS);
        expect(Object.values(told).join(' ')).not.toMatch(/[{}]/);
        expect(told.summary.split('==').length % 2).toBe(1);
      }),
    );
  });
});
