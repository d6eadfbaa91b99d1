import { expect, it } from 'vitest';
import { sameFacts } from '../../../src/figures/same-fact.ts';
import type { Figure } from '../../../src/figures/schema.ts';
import { figureWith } from './example-figures.ts';

const sameAs = (fields: Partial<Figure>) =>
  sameFacts({ one: figureWith(), two: figureWith(fields) });

it.each<[string, Partial<Figure>, 'words' | 'value']>([
  ['all of it', {}, 'words'],
  ['the fact with another value', { value: 44 }, 'words'],
  ['the fact from another source', { source: 'hr-dive-2019', value: 44 }, 'words'],
  [
    'the fact in other small words',
    { value: 44, says: 'Had been backed out, of the offer', whom: 'about the 2,800 US workers' },
    'words',
  ],
  ['the value of much the same', { whom: 'Workers', says: 'backed out of a job offer' }, 'value'],
])('tells of %s', (_, fields, why) => {
  expect(sameAs(fields)).toEqual([{ id: 'two', other: 'one', why }]);
});

it.each<[string, Partial<Figure>]>([
  ['another time', { when: 'June 2022' }],
  ['other people', { whom: 'Candidates asked by Gartner', value: 36 }],
  ['something else of the same people', { says: 'named better pay', value: 69 }],
  ['the same value for something else', { says: 'named better pay', whom: 'Students who reneged' }],
])('lets stand %s', (_, fields) => {
  expect(sameAs(fields)).toEqual([]);
});
