import { expect, it } from 'vitest';
import { figuresSchema, notFiguresSchema } from '../../../src/figures/schema.ts';
import { checked } from '../../../src/site/content-error.ts';
import { figureWith } from './example-figures.ts';

function told(data: unknown): string[] {
  const { error } = checked(figuresSchema).safeParse(data);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

it('takes a figure that is right', () => {
  expect(told({ one: figureWith() })).toEqual([]);
});

it.each([
  ['a value with its unit', { value: '28%' }, 'one.value: Found: "28%". Allowed: a number.'],
  [
    'a unit that nobody prints',
    { unit: 'per hundred' },
    'one.unit: Found: "per hundred". Allowed: "%"',
  ],
  [
    'no words for what it counts',
    { says: ' ' },
    'one.says: Found: "". Allowed: at least 1 character.',
  ],
  [
    'another way of knowing',
    { verified: 'sure' },
    'one.verified: Found: "sure". Allowed: "at-source", ',
  ],
  [
    'arithmetic that is not said',
    { verified: 'our-arithmetic' },
    'one.derived: Found: nothing. Allowed: how it was worked out',
  ],
  [
    'arithmetic that is none of ours',
    { derived: '2 × 2 = 4' },
    'one.derived: Found: "2 × 2 = 4". Allowed: nothing, unless',
  ],
  [
    'a field that there is not',
    { note: 'x' },
    'one.note: Found: "note". Allowed: value, unit, says',
  ],
])('tells of %s', (_, fields, sentence) => {
  expect(told({ one: { ...figureWith(), ...fields } })).toEqual([
    expect.stringContaining(sentence),
  ]);
});

it('tells of an id that no text can name', () => {
  expect(told({ 'One, two': figureWith() })).toEqual([
    'One, two: Found: "One, two", which no text can name. Allowed: letters a to z and digits, in words joined by hyphens.',
  ]);
});

it('wants to know why a number is no figure', () => {
  const { error } = notFiguresSchema.safeParse([{ text: '10%', in: 'pages/about.mdx' }]);
  expect(error?.issues.map(({ path }) => path)).toEqual([[0, 'why']]);
});
