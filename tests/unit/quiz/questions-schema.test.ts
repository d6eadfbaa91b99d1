import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { questionsSchema } from '../../../src/quiz/questions-schema.ts';
import { mistakesIn } from '../site/mistakes.ts';

const questions: unknown = parse(
  readFileSync(new URL('../../../content/quiz/questions.yaml', import.meta.url), 'utf8'),
);

describe('questionsSchema', () => {
  const written = questionsSchema.parse(questions);

  it('takes the 24 questions of the site, about five words each', () => {
    expect(mistakesIn(questionsSchema, questions)).toEqual([]);
    const words = written.flatMap(({ text }) => text.split(' ')).length;
    expect(words / written.length).toBeGreaterThan(4);
    expect(words / written.length).toBeLessThan(6);
    expect(new Set(written.map(({ text }) => text)).size).toBe(24);
  });

  it.each([
    [
      'a question too few',
      written.slice(1),
      /^: Found: 23 questions\. Allowed: 24, 4 of each type\.$/,
    ],
    [
      'two questions that changed places',
      [written[1], written[0], ...written.slice(2)],
      /^0: Found: R2, Realistic\. Allowed here: R1, Realistic\.$/,
    ],
    [
      'a type that there is not',
      [{ ...written[0], type: 'Practical' }, ...written.slice(1)],
      /^0\.type: Found: "Practical"\. Allowed: "Realistic", /,
    ],
    [
      'a question without words',
      [{ ...written[0], text: ' ' }, ...written.slice(1)],
      /^0\.text: Found: ""\. Allowed: at least 1 character\.$/,
    ],
  ])('tells %s', (_, data, message) => {
    expect(mistakesIn(questionsSchema, data)[0]).toMatch(message);
  });
});
