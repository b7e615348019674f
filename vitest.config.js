import { defineConfig } from 'vitest/config';
import { treeValidator } from './tree-validator.js';

export default defineConfig({
  plugins: [treeValidator],
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    // for what hangs: how long a test takes tells of the machine, which others may use or halt
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
