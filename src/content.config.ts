import { createRequire } from 'node:module';

/**
 * The collections of collections.ts, which Node loads: Vite would turn each of the hundred modules
 * behind them into one of its own, and load a second time those that the configuration has.
 */
export const { collections }: typeof import('./collections.ts') = createRequire(import.meta.url)(
  './collections.ts',
);
