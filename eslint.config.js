import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

/**
 * Folders of `src` with the folders that each may import, lowest layer first. Every folder may import itself.
 * `npm run generate` draws the table in .github/architecture.md.
 */
export const layers = {
  dates: [],
  paths: [],
  schema: ['dates'],
  text: ['schema'],
  record: ['dates', 'paths', 'schema', 'text'],
  rules: ['dates', 'paths', 'record', 'schema', 'text'],
  config: ['paths', 'record', 'schema', 'text'],
  loader: ['record', 'rules', 'schema', 'text'],
  editions: ['config', 'loader', 'paths', 'record', 'schema', 'text'],
  citations: ['config', 'dates', 'paths', 'record', 'schema', 'text'],
  views: ['citations', 'config', 'dates', 'editions', 'notebook', 'paths', 'record', 'rules', 'schema', 'text'],
  charts: ['dates', 'paths', 'record', 'schema', 'text', 'views'],
  exports: ['charts', 'citations', 'config', 'dates', 'editions', 'paths', 'record', 'schema', 'text', 'views'],
  books: ['citations', 'config', 'dates', 'editions', 'paths', 'record', 'schema', 'text', 'views'],
  'search/engine': ['text'],
  'search/index': ['dates', 'paths', 'record', 'schema', 'search/engine', 'text'],
  'search/ui': ['components/client', 'notebook', 'search/engine', 'styles'],
  integrations: ['charts', 'citations', 'config', 'editions', 'exports', 'loader', 'paths', 'record', 'search/index', 'text', 'views'],
  'components/client': ['text'],
  notebook: ['components/client', 'styles'],
  components: ['charts', 'citations', 'components/client', 'config', 'dates', 'loader', 'paths', 'schema', 'styles', 'text', 'views'],
  layouts: [
    'citations',
    'components',
    'components/client',
    'config',
    'loader',
    'notebook',
    'paths',
    'search/ui',
    'styles',
    'text',
    'views',
  ],
  pages: [
    ...['charts', 'citations', 'components', 'components/client', 'config', 'dates', 'editions', 'exports', 'layouts', 'loader', 'paths'],
    ...['notebook', 'record', 'rules', 'schema', 'search/ui', 'styles', 'text', 'views'],
  ],
  styles: [],
};

/** Folders whose functions take arguments: they use no framework, environment, clock, file system, network or DOM. */
const pure = ['dates', 'paths', 'schema', 'text', 'record', 'rules', 'citations', 'views', 'charts', 'exports', 'books', 'search/engine'];
const globals = ['document', 'window', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'fetch', 'process'];
const timers = ['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask'];

const source = ['src/**/*.ts', 'src/**/*.astro'];

export default defineConfig(
  { ignores: ['dist/**', '.build/**', '.astro/**', 'node_modules/**', 'coverage/**', 'screenshots/**', 'tests/fixtures/**'] },
  ...typescript.configs.recommended,
  ...astro.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // Tests read JSON and documents whose shape they assert.
    files: ['tests/**/*.ts'],
    rules: {
      ...Object.fromEntries(
        ['assignment', 'argument', 'member-access', 'return', 'call'].map((use) => [`@typescript-eslint/no-unsafe-${use}`, 'off']),
      ),
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  {
    files: source,
    plugins: { boundaries, 'import-x': importX },
    settings: {
      'boundaries/elements': Object.keys(layers)
        .toSorted((a, b) => b.length - a.length)
        .map((type) => ({ type, pattern: `src/${type}` })),
      'import/resolver': { node: { extensions: ['.ts', '.astro', '.css', '.mjs'] } },
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.astro'] })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: 'src/{{from.element.type}} may not import src/{{to.element.type}}: see `layers` in eslint.config.js',
          policies: [
            ...Object.entries(layers).map(([type, allowed]) => ({
              from: { element: { type } },
              allow: { to: { element: { types: { anyOf: [type, ...allowed] } } } },
            })),
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ],
        },
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(\\.\\./)+(scripts|tests)/', message: 'src imports neither scripts nor tests.' }] },
      ],
    },
  },
  {
    files: pure.map((folder) => `src/${folder}/**/*.ts`),
    // It computes with a module of Node: a database in memory.
    ignores: ['src/exports/sqlite.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[...globals, ...timers].map((name) => ({ name, message: 'This folder is pure: take it as an argument.' })),
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(node:|astro)|^(\\.\\./)+(scripts|tests)/', message: 'This folder is pure: take the data as an argument.' },
          ],
        },
      ],
    },
  },
);
