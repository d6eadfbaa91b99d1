import { describe, expect, it } from 'vitest';
import { RateLimit } from '../../../../src/newsletter/service/rate-limit.ts';

describe('RateLimit', () => {
  it('lets so many through in a window, says how long to wait, and starts anew', () => {
    const limit = new RateLimit({ most: 2, window: 1000 });
    expect([limit.take('a', 0), limit.take('a', 400), limit.take('a', 900)]).toEqual([
      undefined,
      undefined,
      100,
    ]);
    expect(limit.take('b', 900)).toBeUndefined();
    expect(limit.take('a', 1000)).toBeUndefined();
  });

  it('remembers no more than it has room for', () => {
    const limit = new RateLimit({ most: 1, window: 1000 });
    let refused = 0;
    for (let key = 0; key < 25_000; key++) if (limit.take(String(key), 0)) refused += 1;
    expect(refused).toBe(0);
    expect(limit.take('24999', 1)).toBe(999);
  });
});
