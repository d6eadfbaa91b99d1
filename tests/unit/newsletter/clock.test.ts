import fc from 'fast-check';
import { expect, it } from 'vitest';
import { steadyClock } from '../../../src/newsletter/clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;
const NOW = Date.UTC(2026, 0, 5);

/** A steady clock, and the two that it reads. */
function clocks(start = NOW) {
  const hands = { wall: start, passed: 5_000.25 };
  const steady = steadyClock(
    () => hands.wall,
    () => hands.passed,
  );
  const pass = (time: number) => {
    hands.wall += time;
    hands.passed += time;
  };
  return { hands, steady, pass };
}

it('goes with the wall clock while nobody sets it', () => {
  const { steady, pass } = clocks();
  for (const time of [1, 999, HOUR, YEAR]) pass(time);
  expect(steady()).toBe(NOW + 1_000 + HOUR + YEAR);
});

it.each([YEAR, -YEAR, 2 * HOUR, -60 * YEAR])('does not follow a jump of %i and back', (jump) => {
  const { hands, steady, pass } = clocks();
  hands.wall += jump;
  expect(steady()).toBe(NOW);
  pass(HOUR - 1);
  expect(steady()).toBe(NOW + HOUR - 1);
  hands.wall -= jump;
  expect(steady()).toBe(NOW + HOUR - 1);
  pass(2 * HOUR);
  expect(steady()).toBe(NOW + 3 * HOUR - 1);
});

it('believes a wall clock that was put right and keeps going for an hour', () => {
  const { hands, steady, pass } = clocks();
  hands.wall += YEAR;
  steady();
  pass(HOUR);
  expect(steady()).toBe(NOW + YEAR + HOUR);
});

it('follows at once a wall clock that began before there was this program', () => {
  const { hands, steady, pass } = clocks(20_000);
  pass(MINUTE);
  expect(steady()).toBe(20_000 + MINUTE);
  hands.wall = NOW;
  expect(steady()).toBe(NOW);
  // And no other one after that.
  hands.wall += YEAR;
  expect(steady()).toBe(NOW);
  hands.wall = 0;
  pass(MINUTE);
  expect(steady()).toBe(NOW + MINUTE);
});

it('never goes anywhere in a minute but a minute on, whatever the wall clock does meanwhile', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -YEAR, max: YEAR }), fc.nat({ max: 30_000 })), {
        maxLength: 100,
      }),
      (jumps) => {
        const { hands, steady, pass } = clocks();
        let passed = 0;
        for (const [jump, time] of jumps) {
          hands.wall += jump;
          pass(time);
          passed += time;
          if (passed < HOUR) expect(Math.abs(steady() - (NOW + passed))).toBeLessThanOrEqual(1);
          expect(Number.isInteger(steady())).toBe(true);
        }
      },
    ),
  );
});
