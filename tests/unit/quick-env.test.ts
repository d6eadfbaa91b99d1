import { expect, it } from 'vitest';
import { quickEnv } from '../quick-env.ts';

it('leaves temporary files where they are on a machine without memory for them', () => {
  expect(Object.keys(quickEnv('/nowhere'))).toEqual(['NODE_COMPILE_CACHE']);
});
