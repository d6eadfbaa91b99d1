import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKept } from '../../../src/forms/kept-answers.ts';

describe('readKept', () => {
  it('reads answers by tool', () => {
    const kept = { 'say-it': { role: 'Data Analyst' }, decide: {} };
    expect(readKept(JSON.stringify(kept))).toEqual(kept);
  });

  it('says that nothing is kept where nothing was, or nothing that can be read', () => {
    expect(readKept(null)).toBeUndefined();
    expect(readKept('{"say-it":')).toBeUndefined();
  });

  it('makes of anything else groups of texts', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        for (const answers of Object.values(readKept(json) ?? {})) {
          for (const answer of Object.values(answers)) expect(answer).toBeTypeOf('string');
        }
      }),
    );
    expect(readKept('{"decide":{"a":1,"b":"x","c":{}},"after":[1],"x":null}')).toEqual({
      decide: { b: 'x' },
      after: {},
      x: {},
    });
  });
});
