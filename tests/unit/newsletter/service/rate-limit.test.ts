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
    for (let key = 0; key < 50_000; key++) expect(limit.take(String(key), 0)).toBeUndefined();
    expect(limit.take('49999', 1)).toBe(999);
  });
});
