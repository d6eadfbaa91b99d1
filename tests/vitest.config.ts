import { availableParallelism } from 'node:os';
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
    // One more than there are cores, as many a test waits for a server, a lock or a killed process.
    maxWorkers: availableParallelism() + 1,
    // Room for a slow or busy machine.
    testTimeout: 60_000,
    // Whole builds run side by side in one file; each is a process of its own.
    maxConcurrency: 3,
  },
});
