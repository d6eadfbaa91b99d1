import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressOf, tickOf } from '../../../../src/plan/after/progress.ts';

const GROUPS = [
  { id: 'hour', items: [{ id: 'email' }, { id: 'reply' }] },
  { id: 'day', items: [{ id: 'money' }] },
];
const ALL = GROUPS.flatMap(({ items }) => items.map(({ id }) => id));
const ticking = (...ids: string[]) => Object.fromEntries(ids.map((id) => [tickOf(id), 'yes']));

describe('progressOf', () => {
  it('begins with the first item', () => {
    expect(progressOf(GROUPS, {})).toEqual({
      kind: 'underway',
      done: 0,
      count: 3,
      next: 'email',
      groups: { hour: { done: 0, count: 2 }, day: { done: 0, count: 1 } },
    });
  });

  it('goes on with the first item that is not done, whatever was done out of order', () => {
    expect(progressOf(GROUPS, ticking('email', 'money'))).toMatchObject({
      kind: 'underway',
      done: 2,
      next: 'reply',
      groups: { hour: { done: 1, count: 2 }, day: { done: 1, count: 1 } },
    });
  });

  it('ends with the last one', () => {
    expect(progressOf(GROUPS, ticking(...ALL))).toMatchObject({ kind: 'finished', done: 3 });
  });

  it('counts nothing but ticks of its own items', () => {
    const answers = { 'done-email': 'no', 'done-other': 'yes', reply: 'yes' };
    expect(progressOf(GROUPS, answers)).toMatchObject({ done: 0, next: 'email' });
  });

  it('adds up, whatever is ticked', () => {
    fc.assert(
      fc.property(fc.subarray(ALL), (ids) => {
        const progress = progressOf(GROUPS, ticking(...ids));
        const sums = Object.values(progress.groups);
        expect(progress.done).toBe(ids.length);
        expect(sums.reduce((sum, { done }) => sum + done, 0)).toBe(progress.done);
        expect(sums.reduce((sum, { count }) => sum + count, 0)).toBe(progress.count);
        if (progress.kind === 'underway') expect(ids).not.toContain(progress.next);
        else expect(progress.done).toBe(progress.count);
      }),
    );
  });
});
