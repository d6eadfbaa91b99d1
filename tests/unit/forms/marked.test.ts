import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedRuns, withoutMarks } from '../../../src/forms/marked.ts';
import { markedText } from '../../../src/forms/words-schema.ts';

describe('markedRuns', () => {
  it('marks what its text marks, with the blanks filled in', () => {
    expect(markedRuns('By noon on <mark>{day}</mark>.', { day: 'Friday' })).toEqual([
      'By noon on ',
      { as: 'mark', text: 'Friday' },
      '.',
    ]);
    expect(markedRuns('Feed the cat.')).toEqual(['Feed the cat.']);
  });

  it('reads no mark in what fills a blank, whatever a reader typed', () => {
    const typed = fc.oneof(fc.string(), fc.constantFrom('</mark>', '<mark>', 'a<mark>b</mark>'));
    fc.assert(
      fc.property(typed, (name) => {
        expect(markedRuns('Ahead: <mark>{name}</mark>.', { name })).toEqual([
          'Ahead: ',
          { as: 'mark', text: name },
          '.',
        ]);
      }),
    );
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
