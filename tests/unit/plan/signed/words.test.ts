import { describe, expect, it } from 'vitest';
import { signedSchema } from '../../../../src/plan/signed/words-schema.ts';
import { mistakesIn } from '../../site/mistakes.ts';
import { WORDS, WRITTEN_WORDS } from './content.ts';

describe('content/plan/signed.yaml', () => {
  it('is what its schema allows', () => {
    expect(mistakesIn(signedSchema, WRITTEN_WORDS)).toEqual([]);
  });

  it('refuses a blank that nothing fills', () => {
    const result = { ...WORDS.estimate.result, sum: 'About {amount}' };
    const broken = { ...WORDS, estimate: { ...WORDS.estimate, result } };
    expect(mistakesIn(signedSchema, broken)).toEqual([
      'estimate.result.sum: Found: {amount}. Allowed: {sum}.',
    ]);
  });
});
