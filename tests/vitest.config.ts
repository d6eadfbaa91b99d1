import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { quickEnv } from './quick-env.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    env: quickEnv(),
    // A process for each file costs more than most files. So no test may leave anything behind.
    isolate: false,
    // Vitest leaves one core to itself otherwise, which on two cores leaves one.
    maxWorkers: '100%',
    // Room for a slow or busy machine.
    testTimeout: 60_000,
    // Whole builds run side by side in one file; each is a process of its own.
    maxConcurrency: 3,
  },
});
