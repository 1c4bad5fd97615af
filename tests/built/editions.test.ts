import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_OTHER_HOST, startChromium } from '../../scripts/chromium.ts';
import { serveBuild, type ServedBuild } from '../../scripts/serve-build.ts';
import { copyProjectFiles } from '../../scripts/project-copies.ts';
import { archive } from '../support/archive.ts';

/**
 * A site of the fixture archive, under a base path, with two editions made by the project's commands: the first is published, the
 * content changes so that permalinks break, and a redirect, tombstones and a withdrawn statement fix them.
 */
const site = mkdtempSync(join(tmpdir(), 'record-two-editions-'));
const path = (file: string) => join(site, file);
const read = (file: string) => readFileSync(path(file), 'utf8');
const page = (address: string) => parseHTML(read(`dist${address}index.html`)).document;
const edit = (file: string, change: (text: string) => string) => {
  const text = read(file);
  expect(change(text)).not.toBe(text);
  writeFileSync(path(file), change(text));
};

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: site,
    encoding: 'utf8',
    // The test runner's own variables (BASE_URL, NODE_ENV) would reach the build.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, SITE_URL: 'https://example.org', BASE_PATH: '/record' },
    maxBuffer: 1 << 28,
  });
  return { status, out: stdout, error: stderr };
}
const build = () => run('scripts/build.ts');

const ledger = 'content/entries/alpha-2001/statements.yaml';
const sixth = `  - n: 6
    at: [p1]
    kind: background
    speakers: [alder-gazette]
    text: The pact was signed by lamplight.
    date: { edtf: null, ground: none given }
    themes: [ferries]
`;

let failed: ReturnType<typeof run>;
let firstPage = '';

beforeAll(() => {
  const root = process.cwd();
  copyProjectFiles(site, root, ['.fonts']);
  cpSync(join(archive, 'content'), path('content'), { recursive: true });
  edit('content/entries/alpha-2001/index.mdx', (text) => text.replace('textsRead: 5', 'textsRead: 7'));
  edit(ledger, (text) => text + sixth);

  expect(build()).toMatchObject({ status: 0 });
  expect(run('scripts/addresses.ts')).toMatchObject({ status: 0 });
  expect(run('scripts/edition.ts', '2003.1', '--publish', '--date', '2003-01-31')).toMatchObject({
    status: 0,
    error: 'Not compared with their texts: alpha-2001, beta-2002\n    → compare them: npm run verify-sources -- <folder of texts>\n',
  });
  expect(run('scripts/edition.ts', '2003.2', '--note', 'The strike renamed, a term dropped.', '--date', '2003-06-01')).toMatchObject({
    status: 0,
  });

  // An event is renamed, a term deleted, a statement corrected, one withdrawn and one added.
  renameSync(path('content/events/crews-strike.yaml'), path('content/events/strike-of-2002.yaml'));
  edit('content/entries/beta-2002/statements.yaml', (text) =>
    text.replace('events: [crews-strike]', 'events: [strike-of-2002]').replace('No boat sailed by night', 'No boat had sailed by night'),
  );
  rmSync(path('content/terms/home-water.mdx'));
  edit('content/themes/ferries.mdx', (text) => text.replace('id: night', 'id: by-night'));
  edit(
    ledger,
    (text) =>
      `${text}    withdrawn: { date: "2003-05-01", reason: The paper names no lamp., instead: alpha-2001.s1 }\n${sixth.replace('n: 6', 'n: 7').replace('by lamplight', 'at noon')}`,
  );
  firstPage = read('dist/events/crews-strike/index.html');
  failed = build();

  const common = 'date: "2003-06-01", edition: "2003.2"';
  writeFileSync(
    path('content/retired.yaml'),
    `moved:
  - { from: /events/crews-strike/, to: /events/strike-of-2002/, ${common}, reason: There were other strikes. }
  - { from: /questions/ferries-night/, to: /questions/ferries-by-night/, ${common}, reason: A clearer word. }
  - { from: "/themes/ferries/#night", to: "/themes/ferries/#by-night", ${common}, reason: A clearer word. }
withdrawn:
  - { address: /terms/home-water/, title: The strait, said: One pilot has a name of her own for the strait., ${common}, reason: One voice makes no contest., instead: /places/marrow-strait/ }
`,
  );
  const fixed = build();
  expect(fixed, fixed.error).toMatchObject({ status: 0 });
}, 600_000);

afterAll(() => rmSync(site, { recursive: true, force: true }));

describe('a build with broken permalinks', () => {
  it('fails, and prints each permalink with its edition and hints', () => {
    expect(failed.status).toBe(1);
    const broken = [...failed.error.matchAll(/^ {2}(\S+) \(edition 2003\.1\)$/gm)].map(([, address]) => address);
    const forms = (stem: string) => ['bib', 'csl.json', 'json', 'ris'].map((ending) => `${stem}.${ending}`);
    expect(broken).toEqual([
      '/events/crews-strike/',
      ...forms('/events/crews-strike'),
      '/questions/ferries-night/',
      ...forms('/questions/ferries-night'),
      '/terms/home-water/',
      ...forms('/terms/home-water'),
      '/themes/ferries/#night',
    ]);
    expect(failed.error).toContain('Broken permalinks: 16');
    expect(failed.error).toContain('add a redirect: { from, to, date, edition, reason } under moved in content/retired.yaml');
    expect(failed.error).toContain('add a tombstone: { address, title, said, date, edition, reason } under withdrawn');
  });

  it('does not change dist/', () => {
    expect(failed.error).toContain('The last good dist/ is unchanged.');
    expect(firstPage).toContain('The strike of the crews');
  });
});

describe('a published edition', () => {
  it('cannot be changed by npm run edition', () => {
    const before = read('content/editions/2003.1/edition.yaml');
    for (const more of [[], ['--publish'], ['--note', 'Another.']])
      expect(run('scripts/edition.ts', '2003.1', ...more)).toMatchObject({
        status: 1,
        error: 'edition 2003.1 is published and cannot be changed\n    → open the next one\n',
      });
    expect(read('content/editions/2003.1/edition.yaml')).toBe(before);
  });

  it('is followed by one edition at a time', () => {
    expect(run('scripts/edition.ts', '2003.3')).toMatchObject({
      status: 1,
      error: expect.stringContaining('edition 2003.2 is in preparation'),
    });
    expect(run('scripts/edition.ts', 'next')).toMatchObject({
      status: 1,
      error: expect.stringContaining('expected the name of one edition'),
    });
  });

  it('is published only from a build of its content, with all its permalinks', () => {
    expect(run('scripts/addresses.ts', '--check')).toMatchObject({ status: 1, error: expect.stringContaining('→ run npm run addresses') });
    expect(run('scripts/edition.ts', '2003.2', '--publish')).toMatchObject({
      status: 1,
      error: expect.stringContaining('→ run npm run addresses'),
    });
    expect(run('scripts/addresses.ts')).toMatchObject({ status: 0 });
    expect(run('scripts/addresses.ts', '--check')).toMatchObject({ status: 0 });
    const list = read('content/editions/2003.2/addresses.txt');
    expect(list.match(/^\/.*/gm)).toEqual([
      '/changes/ #e2003-2',
      '/editions/2003.2/',
      '/editions/2003.2/README.txt',
      '/editions/2003.2/SHA256SUMS',
      '/editions/2003.2/alpha-2001/ #s1 #s2 #s3 #s4 #s5 #s6 #s7',
      '/editions/2003.2/beta-2002/ #s1 #s2 #s3 #s4',
      '/editions/2003.2/record.ndjson',
      '/entries/alpha-2001/ #s7',
      '/entries/alpha-2001/s7/ alpha-2001.s7 .bib .csl.json .json .ris',
      '/events/strike-of-2002/ .bib .csl.json .json .ris',
      '/questions/ferries-by-night/ .bib .csl.json .json .ris',
      '/themes/ferries/ #by-night',
    ]);
    const index = read('dist/index.html');
    writeFileSync(path('dist/index.html'), `${index} `);
    expect(run('scripts/edition.ts', '2003.2', '--publish')).toMatchObject({
      status: 1,
      error: expect.stringMatching(/^the build in dist\/ is older than the content, or was changed\n {4}→ run npm run build\n$/m),
    });
    writeFileSync(path('dist/index.html'), index);
  });
});

describe('a redirect', () => {
  it('needs no server, and names the new path for crawlers', () => {
    const document = page('/events/crews-strike/');
    const target = '/record/events/strike-of-2002/';
    expect(document.querySelector('meta[http-equiv=refresh]')!.getAttribute('content')).toBe(`0; url=${target}`);
    expect(document.querySelector('link[rel=canonical]')!.getAttribute('href')).toBe(`https://example.org${target}`);
    expect(document.querySelector('meta[name=robots]')!.getAttribute('content')).toBe('noindex');
    expect(document.querySelector('main a')!.getAttribute('href')).toBe(target);
    expect(document.querySelector('main')!.textContent).toContain('There were other strikes.');
    expect(existsSync(path(`dist${target.replace('/record', '')}index.html`))).toBe(true);
  });

  it('has the citation formats of its target', () => {
    for (const ending of ['bib', 'ris', 'csl.json', 'json'])
      expect(read(`dist/events/crews-strike.${ending}`)).toBe(read(`dist/events/strike-of-2002.${ending}`));
  });

  it('replaces an anchor by a line on its page that links to the new anchor', () => {
    const line = page('/themes/ferries/').getElementById('night')!;
    expect(line.textContent).toContain('A clearer word.');
    expect(line.querySelector('a')!.getAttribute('href')).toBe('/record/themes/ferries/#by-night');
  });
});

describe('a tombstone', () => {
  it('shows the withdrawn text, the date, the reason and a link to the replacement', () => {
    const document = page('/terms/home-water/');
    expect(document.querySelector('h1')!.textContent).toBe('The strait (withdrawn)');
    const text = document.querySelector('main')!.textContent;
    for (const phrase of ['One pilot has a name of her own', '1 June 2003', 'One voice makes no contest.', 'Edition 2003.2'])
      expect(text).toContain(phrase);
    expect(document.querySelector('.record a[href="/record/places/marrow-strait/"]')!.textContent).toBe('Marrow Strait');
    expect(document.querySelector('meta[name=robots]')).toBeNull();
    expect(document.querySelector('main[data-pagefind-ignore]')).not.toBeNull();
  });

  it('is marked as withdrawn in its metadata and citation formats', () => {
    const head = page('/terms/home-water/').head;
    expect(head.querySelector('meta[name=citation_title]')!.getAttribute('content')).toBe('The strait (withdrawn)');
    expect(head.querySelector('script[type="application/ld+json"]')!.textContent).toContain('"creativeWorkStatus":"Withdrawn"');
    for (const ending of ['bib', 'ris', 'csl.json', 'json'])
      expect(read(`dist/terms/home-water.${ending}`)).toMatch(/The strait \(withdrawn\)/);
    expect(read('dist/terms/home-water.ris')).toContain('Withdrawn 2003-06-01: One voice makes no contest.');
  });
});

describe('a withdrawn statement', () => {
  it('has a page with its text, the date and the reason', () => {
    const document = page('/entries/alpha-2001/s6/');
    expect(document.querySelector('h1')!.textContent).toBe('Statement 6 was merged into statement 1');
    expect(document.querySelector('.merged a')!.getAttribute('href')).toBe('/record/entries/alpha-2001/s1/');
    expect(document.querySelector('del')!.textContent).toBe('The pact was signed by lamplight.');
    for (const phrase of ['1 May 2003', 'The paper names no lamp.', 'Now in statement 1'])
      expect(document.querySelector('main')!.textContent).toContain(phrase);
    expect(read('dist/search/catalogue.json')).not.toContain('/entries/alpha-2001/s6/');
    expect(document.querySelector('meta[name=citation_title]')!.getAttribute('content')).toContain('(merged)');
  });

  it('has an anchor on the page of its article, outside lists and counts', () => {
    const document = page('/entries/alpha-2001/');
    expect(document.getElementById('s6')!.textContent).toContain('Statement 6, 1 May 2003: ');
    expect([...document.querySelectorAll('ol.statements > li')].map(({ id }) => id).toSorted()).toEqual([
      's1',
      's2',
      's3',
      's4',
      's5',
      's7',
    ]);
    expect(document.querySelector('.record a[href="#ledger"]')!.textContent).toContain('6 statements');
  });

  it('is in the exported data, with its mark', () => {
    const record = JSON.parse(read('dist/data/record.json')) as { statements: { id: string; withdrawn?: { reason: string } }[] };
    expect(record.statements.filter(({ withdrawn }) => withdrawn).map(({ id, withdrawn }) => [id, withdrawn!.reason])).toEqual([
      ['alpha-2001.s6', 'The paper names no lamp.'],
    ]);
    expect(read('dist/data/statements.csv')).toContain('2003-05-01,The paper names no lamp.');
    expect(read('dist/data/README.txt')).toContain('10 statements');
  });
});

describe('pages of redirects and tombstones in a browser', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let served: ServedBuild;
  let browser: Browser;
  beforeAll(async () => {
    served = await serveBuild(0, path('dist'), '/record');
    browser = await startChromium(NO_OTHER_HOST);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  it('follow a redirect with and without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const reader = await browser.newPage({ javaScriptEnabled });
      await reader.goto(`${served.origin}/events/crews-strike/`);
      await reader.waitForURL(`${served.origin}/events/strike-of-2002/`);
      await reader.close();
    }
  });

  it.each([
    '/terms/home-water/',
    '/entries/alpha-2001/s6/',
    '/entries/alpha-2001/s2/',
    '/links/',
    '/editions/',
    '/editions/2003.1/beta-2002/',
    '/entries/alpha-2001/',
    '/themes/ferries/',
    '/changes/',
  ])('%s passes axe in light and dark, and fits a width of 320 pixels', async (address) => {
    const reader = await browser.newPage({ viewport: { width: 320, height: 800 }, bypassCSP: true });
    await reader.goto(served.origin + address);
    await reader.addScriptTag({ content: axe });
    for (const colorScheme of ['light', 'dark'] as const) {
      await reader.emulateMedia({ colorScheme });
      const findings = await reader.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ help, nodes }) => [help, nodes[0].html]))',
      );
      expect(findings).toEqual([]);
    }
    expect(await reader.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await reader.close();
  });
});

describe('an edition online', () => {
  it('has each statement in the words of that edition, with what became of it', () => {
    const document = page('/editions/2003.1/alpha-2001/');
    const sixthThen = document.getElementById('s6')!;
    expect(document.querySelector('.lede')!.textContent).toContain('edition 2003.1, published on 31 January 2003 and unchanged since');
    expect(sixthThen.querySelector('.text a')!.getAttribute('href')).toBe('/record/entries/alpha-2001/s6/');
    expect(sixthThen.textContent).toContain('The pact was signed by lamplight.');
    expect(sixthThen.textContent).toContain('Merged since into statement 1');
    expect(document.getElementById('s7')).toBeNull();
    const [then, now] = ['2003.1', '2003.2'].map((name) => page(`/editions/${name}/beta-2002/`).getElementById('s1')!.textContent);
    expect(then).toContain('No boat sailed by night');
    expect(then).toContain('Changed since');
    expect(now).toContain('No boat had sailed by night');
    expect(now).not.toContain('since');
  });

  it('is linked from each of its statements, with a hint if the words differ', () => {
    const link = (address: string) => page(address).querySelector('a[href*="/editions/2003.1/"]');
    expect(link('/entries/beta-2002/s1/')!.getAttribute('href')).toBe('/record/editions/2003.1/beta-2002/#s1');
    expect(link('/entries/beta-2002/s1/')!.parentElement!.textContent).toContain('worded differently');
    expect(link('/entries/beta-2002/s2/')!.parentElement!.textContent).not.toContain('worded differently');
    expect(link('/entries/alpha-2001/s7/')).toBeNull();
  });

  it('is neither in the search of the site nor in the sitemap, unlike the list of editions', () => {
    expect(page('/editions/2003.1/beta-2002/').querySelector('main[data-pagefind-ignore]')).not.toBeNull();
    const sitemap = read('dist/sitemap-0.xml');
    expect(sitemap).not.toContain('/editions/2003');
    expect(sitemap).toContain('/record/editions/<');
  });
});

describe('the list of changes of an edition', () => {
  const section = () => page('/changes/').querySelector('section[aria-labelledby=e2003-2]')!;
  const itemsOf = (list: Element) =>
    [...list.children].map((line) =>
      line.innerHTML
        .replace(/<(?:dl|dt|dd|div)\b/g, ' $&')
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  /** Returns the items under a heading, from all its folded lists. */
  const lines = (title: string) => {
    const heading = [...section().querySelectorAll('h3')].find((each) => each.textContent.trim().startsWith(title))!;
    const found: string[] = [];
    for (let next = heading.nextElementSibling; next?.localName === 'details'; next = next.nextElementSibling)
      found.push(...itemsOf(next.querySelector('ul')!));
    return found;
  };

  it('shows corrections, withdrawals, additions and rewordings, each folded', () => {
    expect(lines('Added')).toEqual(['Gazette 2001: 7', 'The strike of the crews']);
    expect(lines('Reworded')).toEqual(['Thornbury 2002: 1, 4', 'Ferries']);
    expect(section().querySelector('a[href="/record/editions/2003.1/beta-2002/#s1"]')?.textContent).toBe('1');
    expect(lines('Merged')).toEqual(['Gazette 2001: 6 into 1']);
    expect(lines('Withdrawn')).toEqual(['The strike of the crews', 'The strait']);
  });

  it('shows that the first edition has no predecessor', () => {
    expect(page('/changes/').querySelector('section[aria-labelledby=e2003-1]')!.textContent).toContain('First edition.');
  });

  it('is in the feed only after its edition is published', () => {
    const feed = read('dist/changes/feed.xml');
    expect(feed).toContain('Edition 2003.1');
    expect(feed).not.toContain('Edition 2003.2');
    expect(feed).not.toContain('had sailed');
  });
});

describe('the site of an edition', () => {
  it('shows its name and status on every page', () => {
    expect(page('/actors/norrow/').querySelector('.colophon')!.textContent).toContain('Edition 2003.2, in preparation');
  });

  it('does not list redirects, tombstones and withdrawn statements in the sitemap', () => {
    const sitemap = read('dist/sitemap-0.xml');
    for (const gone of ['/terms/home-water/', '/events/crews-strike/', '/entries/alpha-2001/s6/'])
      expect(sitemap).not.toContain(`/record${gone}<`);
    expect(sitemap).toContain('/record/entries/alpha-2001/s7/<');
  });

  it('has a manifest that lists every file', () => {
    expect(run('scripts/verify.ts', 'dist')).toMatchObject({ status: 0, out: expect.stringContaining('edition 2003.2 (in preparation)') });
  });
});
