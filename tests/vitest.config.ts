import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/*/**/*.test.ts'], exclude: ['tests/built/**', 'tests/browser/**'] } },
      { test: { name: 'built', include: ['tests/built/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/dates/**', 'src/schema/**', 'src/record/**', 'src/views/**', 'src/urls/**'],
      exclude: ['src/record/load.ts'],
      reporter: ['text'],
    },
  },
});
