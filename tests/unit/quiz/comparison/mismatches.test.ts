import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsOf, mismatchesOf } from '../../../../src/quiz/comparison/mismatches.ts';
import { six, TYPES } from '../../../../src/quiz/engine/types.ts';

const aScore = fc.integer({ min: 100, max: 700 });
const aProfile = fc.tuple(aScore, aScore, aScore, aScore, aScore, aScore);

describe('levelsOf', () => {
  it('calls high and low what is well off the profile’s own mean', () => {
    expect(levelsOf([1, 2, 3, 4, 5, 3])).toEqual([
      'low',
      'low',
      'middle',
      'high',
      'high',
      'middle',
    ]);
    expect(levelsOf([3, 3, 3, 3, 3, 3])).toEqual(TYPES.map(() => 'middle'));
  });

  it('does not depend on the scale', () => {
    fc.assert(
      fc.property(aProfile, (profile) => {
        expect(levelsOf(six((type) => profile[type] * 4 - 50))).toEqual(levelsOf(profile));
      }),
    );
  });

  it('finds a high type above every middle one, and that above every low one', () => {
    const height = { low: 0, middle: 1, high: 2 };
    fc.assert(
      fc.property(aProfile, (profile) => {
        const levels = levelsOf(profile);
        for (const a of TYPES)
          for (const b of TYPES)
            if (profile[a] > profile[b])
              expect(height[levels[a]]).toBeGreaterThanOrEqual(height[levels[b]]);
      }),
    );
  });
});

describe('mismatchesOf', () => {
  it('puts first where job and person are farthest apart', () => {
    expect(mismatchesOf([5, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 5])).toEqual([
      { type: 0, kind: 'lacks' },
      { type: 5, kind: 'asks' },
    ]);
    expect(mismatchesOf([1, 1.5, 3, 3, 4, 5], [5, 4, 3, 3, 2, 1])[0]).toEqual({
      type: 5,
      kind: 'lacks',
    });
  });

  it('says nothing of a job with the same shape', () => {
    fc.assert(
      fc.property(aProfile, (profile) => {
        expect(
          mismatchesOf(
            profile,
            six((type) => profile[type] / 10 + 3),
          ),
        ).toEqual([]);
      }),
    );
  });

  it('only tells what is true: one of the two is low where the other is high', () => {
    fc.assert(
      fc.property(aProfile, aProfile, (person, job) => {
        const [own, asked] = [levelsOf(person), levelsOf(job)];
        const found = mismatchesOf(person, job);
        for (const { type, kind } of found) {
          const expected = kind === 'asks' ? ['low', 'high'] : ['high', 'low'];
          expect([own[type], asked[type]]).toEqual(expected);
        }
        const opposite = TYPES.filter(
          (type) => `${own[type]} ${asked[type]}`.match(/^(high low|low high)$/) !== null,
        );
        expect(found).toHaveLength(Math.min(3, opposite.length));
      }),
    );
  });

  it('turns around with the two', () => {
    fc.assert(
      fc.property(aProfile, aProfile, (a, b) => {
        const turned = mismatchesOf(b, a).map(({ type, kind }) => ({
          type,
          kind: kind === 'asks' ? 'lacks' : 'asks',
        }));
        expect(turned).toEqual(mismatchesOf(a, b));
      }),
    );
  });
});
