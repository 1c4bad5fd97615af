import type { CitableItem } from './citable.ts';
import { type CslDate, type CslName, formatNameWithComma, formatMappings, toBiblatexDate, toIsoDate } from './csl.ts';

/**
 * Formats BibLaTeX records that BibTeX and Zotero read too, in UTF-8. `date` is the EDTF that BibLaTeX reads (manual, 2.3.8: `2025-11~`);
 * `year` is for BibTeX. Double braces keep titles as printed and stop BibTeX from splitting the names of organizations.
 */
export const bibtex = (citables: readonly CitableItem[]) => citables.map(bibtexRecord).join('\n');

/** Escapes the special characters of BibTeX, and joins white space. */
export function escapeBibtex(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}$&#%_~^]/g, (character) => ESCAPES[character] ?? `\\${character}`);
}

const ESCAPES: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** Names of languages in BibLaTeX and Babel, by BCP 47 tag. */
const LANGUAGES: Record<string, string> = { en: 'english', ja: 'japanese', ru: 'russian' };

/**
 * Formats RIS records (Research Information Systems, tags of 2012): tag, two spaces, hyphen, space; lines end with CR LF. RIS cannot mark a
 * date as approximate or inferred, so the note (`N1`) says it.
 */
export const ris = (citables: readonly CitableItem[]) => citables.map(risRecord).join('\r\n');

function bibtexRecord({ id, csl, edtf, keywords }: CitableItem): string {
  const { biblatex: type, container, publisher } = formatMappings[csl.type];
  const fields: [string | undefined, string | undefined | null][] = [
    ['author', csl.author?.map(bibtexName).join(' and ')],
    ['editor', csl.editor?.map(bibtexName).join(' and ')],
    ['title', `{${escapeBibtex(csl.title)}}`],
    [container, escaped(csl['container-title'])],
    // Zotero reads the site of a web page only from here.
    ['journaltitle', csl.type === 'webpage' ? escaped(csl['container-title']) : undefined],
    ['entrysubtype', csl.type === 'article-newspaper' ? 'newspaper' : undefined],
    ['edition', escaped(csl.edition)],
    ['version', escaped(csl.version)],
    [publisher, escaped(csl.publisher)],
    ['date', toBiblatexDate(edtf)],
    ['year', toIsoDate(csl.issued)?.slice(0, 4)],
    ['url', bibtexUrl(csl.URL)],
    ['doi', csl.DOI],
    ['langid', LANGUAGES[csl.language]],
    // `langid` is for BibLaTeX. Zotero reads only `language`.
    ['language', escaped(csl.language)],
    ['keywords', keywords.map(bibtexKeyword).join(', ')],
    ['abstract', escaped(csl.abstract)],
    ['note', escaped(csl.note)],
  ];
  const lines = fields.filter(([name, value]) => name && value).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@${type}{${id},`, ...lines, '}', ''].join('\n');
}

const escaped = (value: string | undefined) => (value ? escapeBibtex(value) : undefined);

/** Escapes a keyword. Biber splits keywords at commas, Zotero at semicolons too, both even in braces: a dash replaces them. */
const bibtexKeyword = (keyword: string) => escapeBibtex(keyword.replace(/[,;](?!\S)/g, ' –').replace(/[,;]/g, ''));

function bibtexName(name: CslName): string {
  if (name.literal !== undefined) return `{${escapeBibtex(name.literal)}}`;
  const family = [name['non-dropping-particle'], namePart(name.family)].filter(Boolean).join(' ');
  return [family, ...[name.suffix, name.given].filter((part) => part !== undefined).map(namePart)].join(', ');
}

/** Escapes a part of a name, and puts it in braces if BibTeX would split it. */
const namePart = (part: string) => (/,|\band\b/i.test(part) ? `{${escapeBibtex(part)}}` : escapeBibtex(part));

/** Percent-encodes what would end the field early. BibLaTeX reads `url` verbatim, so nothing is escaped. */
const bibtexUrl = (url: string) => url.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));

function risRecord({ id, csl, keywords }: CitableItem): string {
  const tags: [string, string | undefined][] = [
    ['TY', formatMappings[csl.type].ris],
    ['ID', id],
    ...(csl.author ?? []).map((name): [string, string] => ['AU', formatNameWithComma(name)]),
    ...(csl.editor ?? []).map((name): [string, string] => ['A2', formatNameWithComma(name)]),
    ['TI', csl.title],
    ['T2', csl['container-title']],
    ['ET', csl.edition ?? csl.version],
    ['PB', csl.publisher],
    ['DA', risDate(csl.issued)],
    ['PY', toIsoDate(csl.issued)?.slice(0, 4)],
    ['LA', csl.language],
    ['UR', csl.URL],
    ['DO', csl.DOI],
    ['AB', csl.abstract],
    ...keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['N1', csl.note],
  ];
  const lines = tags.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value!.replace(/\s+/g, ' ').trim()}\r\n`);
  return `${lines.join('')}ER  - \r\n`;
}

/** Formats a date as `YYYY/MM/DD/`, with empty parts if they are not known. */
function risDate(date: CslDate | undefined): string | undefined {
  const iso = toIsoDate(date);
  if (iso === undefined) return undefined;
  const [year, month = '', day = ''] = iso.split('-');
  return `${year}/${month}/${day}/`;
}
