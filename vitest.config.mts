import { defineConfig } from 'vitest/config';

/** Levels that need nothing but Node, and those that need a browser or a VS Code: run apart, counted together. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          setupFiles: ['test/seed.ts'],
          include: ['src/**/*.test.{ts,tsx}', 'test/{architecture,core,catalog,scenarios,select,server,cli,scripts}/**/*.test.{ts,tsx}', 'test/host/scripts/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'page', include: ['test/page/**/*.test.{ts,tsx}'], testTimeout: 120_000, hookTimeout: 300_000 } },
      {
        extends: true,
        test: {
          name: 'drive',
          include: ['test/host/drive/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
