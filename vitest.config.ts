import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    // property tests and the corpus take longer than five seconds on a slow machine
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
