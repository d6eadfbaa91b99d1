import { describe, expect, it } from 'vitest';
import { markedRuns, withoutMarks } from '../../../src/forms/blocks.ts';
import { markedText } from '../../../src/forms/words-schema.ts';

describe('markedRuns', () => {
  it('marks what its text marks', () => {
    expect(markedRuns('By noon on <mark>Friday</mark>.')).toEqual([
      'By noon on ',
      { as: 'mark', text: 'Friday' },
      '.',
    ]);
    expect(markedRuns('Feed the cat.')).toEqual(['Feed the cat.']);
  });
});

it('withoutMarks leaves the words', () => {
  expect(withoutMarks('Tell them <mark>today</mark>, or <mark>now</mark>.')).toBe(
    'Tell them today, or now.',
  );
});

describe('markedText', () => {
  it.each(['Plain', 'A <mark>word</mark>', '<mark>{day}</mark> and <mark>more</mark>'])(
    'takes %j',
    (text) => {
      expect(markedText('day').safeParse(text).success).toBe(true);
    },
  );

  it.each(['<mark>open', 'closed</mark>', '<mark></mark>', '<b>bold</b>', '<mark>{hour}</mark>'])(
    'refuses %j',
    (text) => {
      expect(markedText('day').safeParse(text).success).toBe(false);
    },
  );
});
