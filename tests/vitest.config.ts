import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    // A process for each file costs more than most files. So no test may leave anything behind.
    isolate: false,
    // Whole builds run side by side in one file; each is a process of its own.
    maxConcurrency: 3,
  },
});
