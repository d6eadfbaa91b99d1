import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { rewritten } from '../words/rewritten.ts';

const changed = (yaml: string): unknown => parse(rewritten(yaml));

it.each([
  ['Find the day.', 'Finq the daq.'],
  ['Use {address}', 'Usz {address}'],
  ['See [the plan](/plan/).', 'Seq [the plaq](/plan/).'],
  ['Half of them[@source-one].', 'Halq of theq[@source-one].'],
  ['kind-of-id', 'kind-of-id'],
  ['https://example.com/', 'https://example.com/'],
])('%s becomes %s', (text, other) => {
  expect(changed(`text: "${text}"`)).toEqual({ text: other });
});

it('leaves the names of places, their holidays, and all keys', () => {
  const place =
    'name: New Zealand\naccepted: { said: A spoken yes binds }\nholidays: [first monday in June]\n';
  expect(changed(place)).toEqual({
    name: 'New Zealand',
    accepted: { said: 'q spoken yes bindq' },
    holidays: ['first monday in June'],
  });
});

it('keeps what is marked of a title within it', () => {
  expect(changed('title: Give notice on paper\nmark: on paper\n')).toEqual({
    title: 'Givq notice on papeq',
    mark: 'Givq notice on papeq',
  });
});
