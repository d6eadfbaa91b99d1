import { describe, expect, it } from 'vitest';
import { Stopwatch } from '../../../../src/quiz/question/stopwatch.ts';

describe('Stopwatch', () => {
  it('adds up the time while it runs, from where it was', () => {
    let now = 1000;
    const stopwatch = new Stopwatch(() => now);
    expect(stopwatch.elapsed).toBe(0);
    stopwatch.start(500);
    now += 200;
    expect(stopwatch.elapsed).toBe(700);
    stopwatch.start();
    now += 50;
    stopwatch.stop();
    now += 5000;
    stopwatch.stop();
    expect(stopwatch.elapsed).toBe(750);
    stopwatch.start(0);
    expect(stopwatch.elapsed).toBe(0);
  });
});
