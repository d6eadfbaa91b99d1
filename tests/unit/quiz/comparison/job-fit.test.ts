import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFits, jobFitOf } from '../../../../src/quiz/comparison/job-fit.ts';

const anR = fc.double({ min: -1, max: 1, noNaN: true });

describe('jobFitOf', () => {
  it.each([
    [1, 'best'],
    [0.73, 'best'],
    [0.7299, 'great'],
    [0.61, 'great'],
    [0.6099, 'weak'],
    [0, 'weak'],
    [-0.0001, 'poor'],
    [-1, 'poor'],
  ])('calls %d %s', (r, fit) => {
    expect(jobFitOf(r)).toBe(fit);
  });

  it('never calls a higher correlation a worse fit', () => {
    const order = ['poor', 'weak', 'great', 'best'];
    fc.assert(
      fc.property(anR, anR, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(order.indexOf(jobFitOf(high))).toBeGreaterThanOrEqual(order.indexOf(jobFitOf(low)));
      }),
    );
  });
});

describe('compareFits', () => {
  it.each([
    [0.8, 0.5, 'job'],
    [0.5, 0.8, 'other'],
    [0.5, 0.46, 'equal'],
    [0.02, -0.02, 'equal'],
    [0.3, -0.3, 'job'],
    [-0.1, -0.9, 'bothPoor'],
    [-0.1, -0.11, 'bothPoor'],
  ])('says of %d and %d: %s', (job, other, verdict) => {
    expect(compareFits(job, other)).toBe(verdict);
  });

  it('says the same whichever job comes first', () => {
    const turned = { job: 'other', other: 'job', equal: 'equal', bothPoor: 'bothPoor' };
    fc.assert(
      fc.property(anR, anR, (a, b) => {
        expect(turned[compareFits(b, a)]).toBe(compareFits(a, b));
      }),
    );
  });

  it('names the higher correlation, if any', () => {
    fc.assert(
      fc.property(anR, anR, (a, b) => {
        const verdict = compareFits(a, b);
        if (verdict === 'job') expect(a).toBeGreaterThan(b);
        if (verdict === 'other') expect(b).toBeGreaterThan(a);
      }),
    );
  });
});
