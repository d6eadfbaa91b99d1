import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Hosts whose own servers npm has: they are fetched once, so `npm test` leaves them out.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/hosts/**/*.test.ts'],
    environment: 'node',
    testTimeout: 900_000,
    hookTimeout: 600_000,
  },
});
