import { describe, expect, it } from 'vitest';
import { blanksOf, fill } from '../../../src/site/blanks.ts';

describe('fill', () => {
  it('replaces each blank it has something for', () => {
    expect(fill('{a} of {b}, {a}', { a: 1, b: 'two' })).toBe('1 of two, 1');
    expect(fill('{a} and {constructor}', { a: '{b}', b: 'x' })).toBe('{b} and {constructor}');
    expect(blanksOf('{a} of {b}, {a}')).toEqual(['a', 'b', 'a']);
  });
});
