import { describe, expect, it } from 'vitest';
import { typesSchema } from '../../../src/quiz/types-schema.ts';
import { wordsSchema } from '../../../src/quiz/words-schema.ts';
import { mistakesIn } from '../site/mistakes.ts';
import { TYPE_WORDS, WORDS, WRITTEN_TYPES, WRITTEN_WORDS } from './content.ts';

describe('the words of the quiz', () => {
  it('are all there, and no others', () => {
    expect(mistakesIn(wordsSchema, WRITTEN_WORDS)).toEqual([]);
    expect(mistakesIn(typesSchema, WRITTEN_TYPES)).toEqual([]);
  });

  it('have a mistake told with what is allowed', () => {
    const progress = 'Question {nr} of {count}';
    const broken = { ...WORDS, question: { ...WORDS.question, progress } };
    expect(mistakesIn(wordsSchema, broken)).toEqual([
      'question.progress: Found: {nr}. Allowed: {number}, {count}.',
    ]);
    expect(mistakesIn(wordsSchema, { ...WORDS, title: 'The {number}' })).toEqual([
      'title: Found: {number}. Allowed: no blanks.',
    ]);
    expect(mistakesIn(wordsSchema, { ...WORDS, footer: '' })[0]).toMatch(
      /^footer: Found: "footer"/,
    );
  });

  it('never name the data in a title, and carry its notice word for word', () => {
    expect(`${WORDS.title} ${WORDS.question.name}`).not.toMatch(/O\*NET/);
    expect(WORDS.notice).toBe(
      'This site includes information from the O*NET 30.2 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Second Thoughts has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.',
    );
    expect(JSON.stringify(WORDS)).not.toMatch(/validated|scientifically|proven/i);
  });

  it('name the types by their initials', () => {
    expect(TYPE_WORDS.map(({ letter }) => letter).join('')).toBe('RIASEC');
    for (const { name, letter } of TYPE_WORDS) expect(name.startsWith(letter)).toBe(true);
  });
});
