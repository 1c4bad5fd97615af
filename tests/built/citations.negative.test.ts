import { describe, expect, it } from 'vitest';
import { citedPage, theBuild, wholeGraph } from '../support/cited-build.ts';
import { findFaults, findKeyFaults, findListFaults, type CitedPage } from '../support/citable-pages.ts';
import { expansionFaults } from '../support/page-graph.ts';
import { builtPages } from '../support/built-pages.ts';

const pages = builtPages();
const build = theBuild(pages);
const page = (address: string) => citedPage(pages.get(address)!);

const statement = page('/entries/tass-2026/s18/');
/** The day of the edition, which its citations name. */
const issued = /date = \{(.*)\}/.exec(statement.bib)![1]!;
const unsigned = page('/entries/tass-2026/source/');
const inferred = page('/entries/modern-tokyo-times-2025/source/');
const webPage = page('/entries/tokyo-foundation-2015/source/');
const data = page('/data/');
const list = pages.get('/actors/')!;

type Format = Exclude<keyof CitedPage, 'address'>;

/** Faults in real pages: what is replaced in one format, by what, the message, and the page if it is not a statement. */
const broken: [format: Format, what: string, from: string | RegExp, to: string, fault: string, of?: CitedPage][] = [
  ['html', 'two canonicals', /<link rel="canonical"[^>]*>/, '$&$&', 'canonical: 2 tags, not one'],
  [
    'html',
    'a relative canonical',
    /<link rel="canonical"[^>]*>/,
    '<link rel="canonical" href="/entries/tass-2026/s18/">',
    'canonical: not absolute',
  ],
  [
    'html',
    'the canonical of another page',
    /(<link rel="canonical" href="[^"]*)s18\//,
    '$1s17/',
    "canonical: .*s17/, not the page's own address",
  ],
  [
    'html',
    'a body as author without its comma',
    'name="citation_author" content="The Japan–Russia Record,"',
    'name="citation_author" content="The Japan–Russia Record"',
    'citation_author: without a comma',
  ],
  ['html', 'no citation_title', /<meta name="citation_title"[^>]*>/, '', 'citation_title: 0 tags, not one'],
  [
    'html',
    'a title that the page does not name',
    'name="citation_title" content="TASS 2026',
    'name="citation_title" content="Tass 2026',
    'citation_title: not what the h1 names',
  ],
  [
    'html',
    'a citation_journal_title',
    '<meta name="DC.type"',
    '<meta name="citation_journal_title" content="The Japan–Russia Record"><meta name="DC.type"',
    'citation_journal_title: makes a journal article',
  ],
  ['html', 'an og:type of website', 'content="article"', 'content="website"', 'og:type: website, not article'],
  [
    'html',
    'a DC.type of another kind',
    'content="encyclopediaArticle"',
    'content="journalArticle"',
    'DC.type: a page of statement saved as journalArticle',
  ],
  ['html', 'no edition', /<meta name="prism.edition"[^>]*>/, '', 'prism.edition: 0 tags, not one'],
  ['html', 'a COinS', '<main', '<span class="Z3988" title="ctx_ver=Z39.88-2004"></span><main', 'COinS or unAPI'],
  ['html', 'a stray element in the head', '<meta name="citation_title"', '<div></div><meta name="citation_title"', 'head: ended by <div>'],
  ['html', 'an unsigned article without a corporate author', /<meta name="citation_author"[^>]*>/, '', 'citation_author: none', unsigned],
  [
    'html',
    'the summary of the Record as abstract of the article',
    '<meta name="DC.type"',
    '<meta name="citation_abstract" content="In short"><meta name="DC.type"',
    'citation_abstract: the Record',
    unsigned,
  ],
  ['html', 'a file of the data without its link', /<link rel="item"[^>]*>/, '', 'item: not the files', data],
  ['html', 'a link set without its type', ' type="application/linkset+json"', '', 'linkset: not one', data],
  ['html', 'a statement cited as another one', /(<link rel="cite-as" href="[^"]*)s18/, '$1s17', "cite-as: .*s17/?, not the page's address"],
  ['html', 'data without a version', /<meta name="prism.edition"[^>]*>/, '', 'prism.edition: 0 tags, not one', data],
  ['bib', 'no language for Zotero', /^ {2}language = .*\n/m, '', 'bib: language undefined'],
  ['bib', 'a web page without its site', /^ {2}journaltitle = .*\n/m, '', 'bib: the web page lacks its site', webPage],
  [
    'html',
    "a source record at the Record's own address",
    /(name="citation_public_url" content=")[^"]*/,
    `$1${build.root}entries/tass-2026/source/`,
    "citation_public_url: not the original's",
    unsigned,
  ],
  ['html', 'two cite-as', /<link rel="cite-as"[^>]*>/, '$&$&', 'cite-as: 2 links, not one'],
  [
    'html',
    'an alternate that is not in the build',
    /(<link rel="alternate describedby" href="[^"]*s18)\.bib/,
    '$1-gone.bib',
    'alternate: is not in the build: .*s18-gone\\.bib',
  ],
  ['html', 'a dangling download', /(<a href="[^"]*s18)\.ris"/, '$1.endnote"', 'download: is not in the build: .*s18\\.endnote'],
  [
    'html',
    'a card without the text of the statement',
    /(property="og:image:alt" content=")[^"]*/,
    '$1TASS 2026',
    'og:image:alt: TASS 2026, not',
  ],
  ['html', 'an image that is not in the build', /\/cards\/[\w-]+\.png/, '/cards/none.png', 'og:image: is not in the build'],
  [
    'html',
    'a date in the head that the other formats do not have',
    /((?:citation_publication_date|DCTERMS.issued)" content=")[^"]*/g,
    '$12026-11-21',
    `bib: date ${issued}, in the head 2026-11-21`,
  ],
  ['bib', 'another date in BibTeX', `date = {${issued}}`, 'date = {2026-11-12}', 'bib: date 2026-11-12'],
  ['bib', 'no year in BibTeX', /^ {2}year = .*\n/m, '', 'bib: lacks year'],
  ['bib', 'an unescaped & in BibTeX', 'statement 18', 'statement 18 & 19', 'bib: unescaped character in title'],
  ['bib', 'an unbalanced brace in BibTeX', 'statement 18}}', 'statement 18}', 'bib: does not parse'],
  ['bib', 'a body split into names in BibTeX', /(author = )\{\{(.*)\}\}/, '$1{$2}', 'bib: creators '],
  ['bib', 'a data set as @dataset', '@misc', '@dataset', 'bib: type unknown: dataset', data],
  ['bib', 'an approximate date made exact', '2025-11~', '2025-11', 'csl: date marked as approximate', inferred],
  ['ris', 'an inferred date that the note does not mention', /^N1 .*\r\n/m, '', 'ris: date inferred', unsigned],
  ['ris', 'a malformed line in RIS', 'TI  - ', 'TI - ', 'ris: not a line of RIS: "TI - '],
  ['ris', 'RIS without ER', 'ER  - \r\n', '', 'ris: does not end with ER'],
  ['ris', 'RIS with bare line feeds', /\r\n/g, '\n', 'ris: does not end with CR LF'],
  ['ris', 'another type in RIS', 'TY  - ENCYC', 'TY  - JOUR', 'ris: type unknown: JOUR'],
  ['ris', 'a date in RIS in another notation', `${issued.replaceAll('-', '/')}/`, '22.11.2026', 'ris: DA is not YYYY/MM/DD/'],
  ['ris', 'a body without its comma in RIS', /(AU {2}- .*),\r/, '$1\r', 'ris: creator without a comma'],
  ['ris', 'another address in RIS', /(UR {2}- .*)\/\r/, '$1\r', 'ris: address .*/s18, in the head'],
  ['csl', 'date-parts as strings', /^(\s*)2026,/m, '$1"2026",', 'csl: date-parts are not integers'],
  ['csl', 'an unknown CSL type', 'entry-encyclopedia', 'encyclopedia-entry', 'csl: type unknown'],
  ['csl', 'CSL-JSON that is not an array', /^\[([^]*)\]\s*$/, '$1', 'csl: not an array of one item'],
  ['csl', 'another key in CSL-JSON', '"jrr-', '"jrr2-', 'key: differs between the formats'],
  ['json', 'a broken JSON', /\}\s*$/, '', 'json: does not parse'],
  ['json', 'an old edition in the JSON', /("edition": *")[\d.]+/, '$12025.4', 'json: edition 2025.4, cited as \\d'],
  ['json', 'an old citation in the JSON', '"title": "TASS', '"title": "Tass', 'json: another citation'],
  ['html', 'a misspelt term of JSON-LD', '"appearance":', '"apperance":', 'JSON-LD: not a term of schema.org: apperance'],
  ['html', 'a misspelt type of JSON-LD', '"Claim"', '"Clam"', 'JSON-LD: not a term of schema.org: Clam'],
  ['html', 'an @id of another host', /("@id":")[^"]*(#claim")/, '$1https://other.example/$2', 'JSON-LD: @id not under .*other\\.example'],
  [
    'html',
    'an @id that the graph of the Record does not have',
    /("@id":"[^"]*tass-2026\/)(#entry")/,
    '$1x$2',
    'JSON-LD: @id that the graph of the Record does not have',
  ],
  ['html', 'another date in JSON-LD', /("@type":"AboutPage"[^]*?"datePublished":")[^"]*/, '$12026', `JSON-LD: date 2026, not ${issued}`],
];

describe('findFaults', () => {
  it.each([statement, unsigned, inferred, data])('returns nothing for $address as it is built', (whole) => {
    expect(findFaults(whole, build)).toEqual([]);
  });

  it.each(broken.filter(([, , , , fault]) => build.vocabulary || !fault.includes('schema.org')))(
    'reports in %s %s',
    (format, _, from, to, fault, of = statement) => {
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
