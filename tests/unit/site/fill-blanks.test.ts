import { describe, expect, it } from 'vitest';
import { blanksIn, fillBlanks } from '../../../src/site/fill-blanks.ts';

describe('fill', () => {
  it('replaces each blank it has something for', () => {
    expect(fillBlanks('{a} of {b}, {a}', { a: 1, b: 'two' })).toBe('1 of two, 1');
    expect(fillBlanks('{a} and {constructor}', { a: '{b}', b: 'x' })).toBe('{b} and {constructor}');
    expect(blanksIn('{a} of {b}, {a}')).toEqual(['a', 'b', 'a']);
  });
});
