import { expect, it } from 'vitest';
import { linesOf } from '../../../../src/feed/letters/lines.ts';

it('keeps the lines of a message, and blanks in them', () => {
  const name = { kind: 'slot', slot: 'sender', text: '[your name]' } as const;
  const lines = linesOf([{ kind: 'text', text: 'Sincerely,\n' }, name]);
  expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual([
    'Sincerely,',
    '[your name]',
  ]);
});
