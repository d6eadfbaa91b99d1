import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../src/plan/decide/question.ts';
import {
  changed,
  isTooClose,
  smallestChange,
  stepsOf,
} from '../../../../src/plan/decide/smallest-change.ts';
import { row, someRows } from './decisions.ts';

/** The sum, reckoned on its own. */
const difference = (rows: readonly Row[]) =>
  rows.reduce((sum, { weight, scores }) => sum + weight * (scores.accepted - scores.other), 0);

/** Every set of rows that departs from `rows` in one answer, with by how many steps. */
function* neighbors(
  rows: readonly Row[],
): Generator<{ rows: readonly Row[]; steps: number; score: boolean }> {
  for (const [at, { id, weight, scores }] of rows.entries()) {
    for (let step = 0; step <= 5; step++) {
      const variants: [Row, number, boolean][] = [
        [row(id, step, scores.accepted, scores.other), step - weight, false],
      ];
      if (step >= 1) {
        variants.push([row(id, weight, step, scores.other), step - scores.accepted, true]);
        variants.push([row(id, weight, scores.accepted, step), step - scores.other, true]);
      }
      for (const [variant, steps, score] of variants) {
        if (steps !== 0) yield { rows: rows.with(at, variant), steps: Math.abs(steps), score };
      }
    }
  }
}

describe('smallestChange', () => {
  it('takes the lead away, as it says, by steps within the range', () => {
    fc.assert(
      fc.property(someRows(), (rows) => {
        const change = smallestChange(rows);
        if (!change) return;
        const before = Math.sign(difference(rows));
        const after = Math.sign(difference(changed(rows, change)));
        expect(after).toBe(change.result === 'tie' ? 0 : -before);
        expect(change.to).toBeGreaterThanOrEqual(change.kind === 'score' ? 1 : 0);
        expect(change.to).toBeLessThanOrEqual(5);
        const was = rows.find(({ id }) => id === change.id);
        expect(change.from).toBe(change.kind === 'score' ? was?.scores[change.side] : was?.weight);
      }),
    );
  });

  it('is as small as there is, and there is one wherever one will do', () => {
    fc.assert(
      fc.property(someRows(), (rows) => {
        const sign = Math.sign(difference(rows));
        const turning = [...neighbors(rows)].filter(
          (near) => sign !== 0 && Math.sign(difference(near.rows)) !== sign,
        );
        const change = smallestChange(rows);
        if (turning.length === 0) expect(change).toBeUndefined();
        else expect(change && stepsOf(change)).toBe(Math.min(...turning.map(({ steps }) => steps)));
      }),
    );
  });

  it('prefers turning to a tie, and the first row', () => {
    // 2 x 4 - 2 x 3 = 2: a step of a score makes it 0, a step of the first weight -2.
    const rows = [row('a', 2, 5, 1), row('b', 2, 1, 4)];
    const turning = { from: 2, to: 1, result: 'turn' };
    expect(smallestChange(rows)).toEqual({ kind: 'weight', id: 'a', ...turning });
    // A row in which both do the same, and which is worth 5 a step.
    const even = row('c', 5, 3, 3);
    const score = { kind: 'score', id: 'c', side: 'accepted', from: 3, to: 2, result: 'turn' };
    expect(smallestChange([even, ...rows])).toEqual(score);
    expect(smallestChange([...rows, even])).toEqual({ kind: 'weight', id: 'a', ...turning });
  });

  it('is nothing where nobody leads', () => {
    expect(smallestChange([])).toBeUndefined();
    expect(smallestChange([row('a', 3, 2, 2)])).toBeUndefined();
  });
});

describe('isTooClose', () => {
  it('is so where one step of one score takes the lead away, and only there', () => {
    fc.assert(
      fc.property(someRows(), (rows) => {
        const sign = Math.sign(difference(rows));
        const byOneStep = [...neighbors(rows)].some(
          (near) => near.score && near.steps === 1 && Math.sign(difference(near.rows)) !== sign,
        );
        expect(isTooClose(rows)).toBe(sign === 0 || byOneStep);
      }),
    );
  });

  it('does not go past the ends of the scale', () => {
    // Worth 4, and a step of the only heavy row would be worth 5; but it has nowhere to go.
    const rows = [row('a', 1, 5, 1), row('b', 5, 1, 1), row('c', 5, 1, 1)];
    expect(isTooClose(rows)).toBe(true);
    const ends = [row('a', 5, 5, 1), row('b', 4, 1, 5)];
    expect(isTooClose(ends)).toBe(true);
    expect(isTooClose([row('a', 4, 5, 1), row('b', 3, 1, 5), row('c', 1, 5, 1)])).toBe(false);
  });
});
