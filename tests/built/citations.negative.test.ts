import { describe, expect, it } from 'vitest';
import { citedPage, theBuild, wholeGraph } from '../support/cited-build.ts';
import { findFaults, findKeyFaults, findListFaults, type CitedPage } from '../support/citable-pages.ts';
import { expansionFaults } from '../support/page-graph.ts';
import { builtPages } from '../support/built-pages.ts';

const pages = builtPages();
const build = theBuild(pages);
const page = (address: string) => citedPage(pages.get(address)!);

const statement = page('/entries/tass-2026/s18/');
const unsigned = page('/entries/tass-2026/source/');
const inferred = page('/entries/modern-tokyo-times-2025/source/');
const data = page('/data/');
const list = pages.get('/actors/')!;

interface Broken {
  what: string;
  of?: CitedPage;
  format: Exclude<keyof CitedPage, 'address'>;
  from: string | RegExp;
  to: string;
  fault: string;
}

/** Faults in real pages: what is replaced in one format, by what, and the message. */
const broken: Broken[] = [
  {
    what: 'two canonicals',
    format: 'html',
    from: /<link rel="canonical"[^>]*>/,
    to: '$&$&',
    fault: 'canonical: 2 tags, not one',
  },
  {
    what: 'a relative canonical',
    format: 'html',
    from: /<link rel="canonical"[^>]*>/,
    to: '<link rel="canonical" href="/entries/tass-2026/s18/">',
    fault: 'canonical: not absolute',
  },
  {
    what: 'the canonical of another page',
    format: 'html',
    from: /(<link rel="canonical" href="[^"]*)s18\//,
    to: '$1s17/',
    fault: "canonical: .*s17/, not the page's own address",
  },
  {
    what: 'a body as author without its comma',
    format: 'html',
    from: 'name="citation_author" content="The Japan–Russia Record,"',
    to: 'name="citation_author" content="The Japan–Russia Record"',
    fault: 'citation_author: without a comma',
  },
  {
    what: 'no citation_title',
    format: 'html',
    from: /<meta name="citation_title"[^>]*>/,
    to: '',
    fault: 'citation_title: 0 tags, not one',
  },
  {
    what: 'a title that the page does not name',
    format: 'html',
    from: 'name="citation_title" content="TASS 2026',
    to: 'name="citation_title" content="Tass 2026',
    fault: 'citation_title: not what the h1 names',
  },
  {
    what: 'a citation_journal_title',
    format: 'html',
    from: '<meta name="DC.type"',
    to: '<meta name="citation_journal_title" content="The Japan–Russia Record"><meta name="DC.type"',
    fault: 'citation_journal_title: makes a journal article',
  },
  {
    what: 'an og:type of website',
    format: 'html',
    from: 'content="article"',
    to: 'content="website"',
    fault: 'og:type: website, not article',
  },
  {
    what: 'a DC.type of another kind',
    format: 'html',
    from: 'content="encyclopediaArticle"',
    to: 'content="journalArticle"',
    fault: 'DC.type: a page of statement saved as journalArticle',
  },
  { what: 'no edition', format: 'html', from: /<meta name="prism.edition"[^>]*>/, to: '', fault: 'prism.edition: 0 tags, not one' },
  {
    what: 'a COinS',
    format: 'html',
    from: '<main',
    to: '<span class="Z3988" title="ctx_ver=Z39.88-2004"></span><main',
    fault: 'COinS or unAPI',
  },
  {
    what: 'a stray element in the head',
    format: 'html',
    from: '<meta name="citation_title"',
    to: '<div></div><meta name="citation_title"',
    fault: 'head: ended by <div>',
  },
  {
    what: 'a byline on a page without an author',
    of: unsigned,
    format: 'html',
    from: '<h1',
    to: '<p class="byline">By nobody</p><h1',
    fault: 'byline: taken for the author',
  },
  {
    what: "a source record at the Record's own address",
    of: unsigned,
    format: 'html',
    from: /(name="citation_public_url" content=")[^"]*/,
    to: `$1${build.root}entries/tass-2026/source/`,
    fault: "citation_public_url: not the original's",
  },
  { what: 'two cite-as', format: 'html', from: /<link rel="cite-as"[^>]*>/, to: '$&$&', fault: 'cite-as: 2 links, not one' },
  {
    what: 'an alternate that is not in the build',
    format: 'html',
    from: /(<link rel="alternate describedby" href="[^"]*s18)\.bib/,
    to: '$1-gone.bib',
    fault: 'alternate: is not in the build: .*s18-gone\\.bib',
  },
  {
    what: 'a dangling download',
    format: 'html',
    from: /(<a href="[^"]*s18)\.ris"/,
    to: '$1.endnote"',
    fault: 'download: is not in the build: .*s18\\.endnote',
  },
  {
    what: 'an image that is not in the build',
    format: 'html',
    from: /\/cards\/[\w-]+\.png/,
    to: '/cards/none.png',
    fault: 'og:image: is not in the build',
  },
  {
    what: 'a date in the head that the other formats do not have',
    format: 'html',
    from: /((?:citation_publication_date|DCTERMS.issued)" content=")[^"]*/g,
    to: '$12026-11-21',
    fault: 'bib: date 2026-11-22, in the head 2026-11-21',
  },
  { what: 'another date in BibTeX', format: 'bib', from: 'date = {2026-11-22}', to: 'date = {2026-11-12}', fault: 'bib: date 2026-11-12' },
  { what: 'no year in BibTeX', format: 'bib', from: /^ {2}year = .*\n/m, to: '', fault: 'bib: lacks year' },
  {
    what: 'an unescaped & in BibTeX',
    format: 'bib',
    from: 'statement 18',
    to: 'statement 18 & 19',
    fault: 'bib: unescaped character in title',
  },
  { what: 'an unbalanced brace in BibTeX', format: 'bib', from: 'statement 18}}', to: 'statement 18}', fault: 'bib: does not parse' },
  { what: 'a body split into names in BibTeX', format: 'bib', from: /(author = )\{\{(.*)\}\}/, to: '$1{$2}', fault: 'bib: creators ' },
  { what: 'a data set as @dataset', of: data, format: 'bib', from: '@misc', to: '@dataset', fault: 'bib: type unknown: dataset' },
  {
    what: 'an approximate date made exact',
    of: inferred,
    format: 'bib',
    from: '2025-11~',
    to: '2025-11',
    fault: 'csl: date marked as approximate',
  },
  {
    what: 'an inferred date that the note does not mention',
    of: unsigned,
    format: 'ris',
    from: /^N1 .*\r\n/m,
    to: '',
    fault: 'ris: date inferred',
  },
  { what: 'a malformed line in RIS', format: 'ris', from: 'TI  - ', to: 'TI - ', fault: 'ris: not a line of RIS: "TI - ' },
  { what: 'RIS without ER', format: 'ris', from: 'ER  - \r\n', to: '', fault: 'ris: does not end with ER' },
  { what: 'RIS with bare line feeds', format: 'ris', from: /\r\n/g, to: '\n', fault: 'ris: does not end with CR LF' },
  { what: 'another type in RIS', format: 'ris', from: 'TY  - ENCYC', to: 'TY  - JOUR', fault: 'ris: type unknown: JOUR' },
  { what: 'a date in RIS in another notation', format: 'ris', from: '2026/11/22/', to: '22.11.2026', fault: 'ris: DA is not YYYY/MM/DD/' },
  { what: 'a body without its comma in RIS', format: 'ris', from: /(AU {2}- .*),\r/, to: '$1\r', fault: 'ris: creator without a comma' },
  { what: 'another address in RIS', format: 'ris', from: /(UR {2}- .*)\/\r/, to: '$1\r', fault: 'ris: address .*/s18, in the head' },
  { what: 'date-parts as strings', format: 'csl', from: /^(\s*)2026,/m, to: '$1"2026",', fault: 'csl: date-parts are not integers' },
  { what: 'an unknown CSL type', format: 'csl', from: 'entry-encyclopedia', to: 'encyclopedia-entry', fault: 'csl: type unknown' },
  { what: 'CSL-JSON that is not an array', format: 'csl', from: /^\[([^]*)\]\s*$/, to: '$1', fault: 'csl: not an array of one item' },
  { what: 'another key in CSL-JSON', format: 'csl', from: '"jrr-', to: '"jrr2-', fault: 'key: differs between the formats' },
  { what: 'a broken JSON', format: 'json', from: /\}\s*$/, to: '', fault: 'json: does not parse' },
  {
    what: 'an old edition in the JSON',
    format: 'json',
    from: /("edition": *")[\d.]+/,
    to: '$12025.4',
    fault: 'json: edition 2025.4, cited as \\d',
  },
  { what: 'an old citation in the JSON', format: 'json', from: '"title": "TASS', to: '"title": "Tass', fault: 'json: another citation' },
  {
    what: 'a misspelt term of JSON-LD',
    format: 'html',
    from: '"appearance":',
    to: '"apperance":',
    fault: 'JSON-LD: not a term of schema.org: apperance',
  },
  { what: 'a misspelt type of JSON-LD', format: 'html', from: '"Claim"', to: '"Clam"', fault: 'JSON-LD: not a term of schema.org: Clam' },
  {
    what: 'an @id of another host',
    format: 'html',
    from: /("@id":")[^"]*(#claim")/,
    to: '$1https://other.example/$2',
    fault: 'JSON-LD: @id not under .*other\\.example',
  },
  {
    what: 'an @id that the graph of the Record does not have',
    format: 'html',
    from: /("@id":"[^"]*tass-2026\/)(#entry")/,
    to: '$1x$2',
    fault: 'JSON-LD: @id that the graph of the Record does not have',
  },
  {
    what: 'another date in JSON-LD',
    format: 'html',
    from: /("@type":"AboutPage"[^]*?"datePublished":")[^"]*/,
    to: '$12026',
    fault: 'JSON-LD: date 2026, not 2026-11-22',
  },
];

describe('findFaults', () => {
  it.each([statement, unsigned, inferred, data])('returns nothing for $address as it is built', (whole) => {
    expect(findFaults(whole, build)).toEqual([]);
  });

  it.each(broken.filter(({ fault }) => build.vocabulary || !fault.includes('schema.org')))(
    'reports $what',
    ({ of = statement, format, from, to, fault }) => {
      const changed = of[format].replace(from, to);
      expect(changed, 'the page contains what is replaced').not.toBe(of[format]);
      expect(findFaults({ ...of, [format]: changed }, build).join('\n')).toMatch(new RegExp(`^${fault}`, 'm'));
    },
  );

  it('reports a key that two pages share', () => {
    const other = page('/entries/tass-2026/s17/');
    expect(findKeyFaults([statement, other])).toEqual([]);
    expect(findKeyFaults([statement, { ...other, bib: other.bib.replace('s17', 's18') }])).toEqual([
      'key: jrr-statement-tass-2026-s18 of /entries/tass-2026/s17/ is also the key of /entries/tass-2026/s18/',
    ]);
  });

  it('reports citation tags on a list', () => {
    expect(findListFaults(list, build)).toEqual([]);
    const html = list.html.replace('</head>', '<meta name="citation_title" content="Actors"></head>');
    expect(findListFaults({ ...list, html }, build)).toEqual(['citation_title: on a page that is not citable']);
  });

  it.skipIf(!build.vocabulary)('reports terms that the context of schema.org expands but its vocabulary does not have', async () => {
    const [node] = wholeGraph()['@graph'];
    const graph = (terms: object) => ({ '@context': 'https://schema.org', '@graph': [{ ...node, ...terms }] });
    expect(await expansionFaults(graph({}), build.vocabulary!)).toEqual([]);
    expect(await expansionFaults(graph({ 'schema:hedline': 'x' }), build.vocabulary!)).toEqual(['http://schema.org/hedline']);
  });
});
