import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';

// Scripts that tests run as processes start twice as fast with compiled code from a cache.
process.env['NODE_COMPILE_CACHE'] ??= `${import.meta.dirname}/node_modules/.cache/compiled`;

// Vitest would leave one processor free, but many of these tests wait for processes that they run.
const maxWorkers = '100%';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers,
          isolate: false,
          testTimeout: 60_000,
          setupFiles: ['tests/support/fast-check-seed.ts'],
          include: ['tests/*/**/*.test.ts'],
          exclude: ['tests/built/**', 'tests/browser/**', 'tests/components/**', 'tests/hosting/**', 'tests/faults/**'],
        },
      },
      componentTests(),
      { test: { name: 'built', isolate: false, include: ['tests/built/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000 } },
      { test: { name: 'hosting', include: ['tests/hosting/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
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
      include: ['src/dates/**', 'src/schema/**', 'src/record/**', 'src/views/**', 'src/paths/**'],
      reporter: ['text'],
    },
  },
});

/** Components are rendered by Astro's own transforms. */
function componentTests() {
  const test = { name: 'components', maxWorkers, include: ['tests/components/**/*.test.ts'] };
  return getViteConfig({ test } as Parameters<typeof getViteConfig>[0])({ mode: 'test', command: 'serve' });
}
