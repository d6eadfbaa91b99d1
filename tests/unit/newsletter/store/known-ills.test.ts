import { expect, it } from 'vitest';
import { knownIlls } from '../../../../src/newsletter/store/known-ills.ts';
import { type Ill, ListError } from '../../../../src/newsletter/store/list-error.ts';

const HOUR = 60 * 60_000;

/** What is known, of a list to which this happens: an operation and how it ended, at a time. */
function example() {
  const clock = { now: 0 };
  const said: string[] = [];
  const ills = knownIlls(
    () => clock.now,
    (error) => said.push(error?.ill ?? 'well'),
  );
  const note = (what: Parameters<typeof ills.note>[0], ill?: Ill) =>
    ills.note(what, ill && new ListError(ill));
  return { clock, said, note, known: () => ills.first()?.ill };
}

it('tells each change once, however many operations fail and succeed', () => {
  const { said, note, known } = example();
  for (let time = 0; time < 50; time += 1) {
    note('signUp', 'damaged');
    note('takeDue', 'damaged');
    note('isListed');
  }
  expect([said, known()]).toEqual([['damaged'], 'damaged']);
  note('signUp');
  expect([said, known()]).toEqual([['damaged'], 'damaged']);
  note('takeDue');
  expect([said, known()]).toEqual([['damaged', 'well'], undefined]);
});

it.each(['locked', 'full', 'late', 'gone'] as const)(
  'takes a list that was %s once for well when it can be written, whoever met that',
  (ill) => {
    const { said, note, known } = example();
    note('forget', ill);
    note('signUp');
    expect(known()).toBe(ill);
    note('check');
    expect([said, known()]).toEqual([[ill, 'well'], undefined]);
  },
);

it.each(['damaged', 'broken', 'unopened'] as const)(
  'takes a list for %s although a part of it is whole, for an hour after that was met',
  (ill) => {
    const { clock, said, note, known } = example();
    note('unsubscribe', ill);
    clock.now = HOUR - 1;
    note('check');
    expect(known()).toBe(ill);
    clock.now = HOUR;
    note('check');
    expect([said, known()]).toEqual([[ill, 'well'], undefined]);
  },
);
