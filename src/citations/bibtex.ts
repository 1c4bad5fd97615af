import type { CitableItem } from './citable.ts';
import { mapCslType, type CslName } from './csl.ts';
import { toIsoDate } from './csl-date.ts';

/**
 * BibTeX, as BibLaTeX 3 and Zotero read it: one record for each thing, UTF-8. `date` keeps the EDTF that BibLaTeX knows (`2025-11~`),
 * `year` serves those who know BibTeX only, titles are kept as printed by double braces, bodies are `{{Name}}`.
 *
 * @throws {Error} where a type is none that the Record gives
 */
export const bibtex = (citables: readonly CitableItem[]) => citables.map(bibtexRecord).join('\n');

/** Text as BibTeX can hold it between braces: its special characters escaped, white space run together. */
export function escapeBibtex(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}$&#%_~^]/g, (character) => ESCAPES[character] ?? `\\${character}`);
}

const ESCAPES: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

function bibtexRecord({ id, csl, edtf, keywords }: CitableItem): string {
  const { bibtex: type, container, publisher } = mapCslType(csl.type);
  const [year] = (toIsoDate(csl.issued) ?? '').split('-');
  const fields: [string, string | undefined][] = [
    ['author', csl.author?.map(bibtexName).join(' and ')],
    ['title', `{${escapeBibtex(csl.title)}}`],
    ...(container ? ([[container, text(csl['container-title'])]] as [string, string | undefined][]) : []),
    ['entrysubtype', csl.type === 'article-newspaper' ? 'newspaper' : undefined],
    ['edition', text(csl.edition)],
    ['version', text(csl.version)],
    ...(publisher ? ([[publisher, text(csl.publisher)]] as [string, string | undefined][]) : []),
    ['date', edtf ?? undefined],
    ['year', year || undefined],
    ['url', bibtexUrl(csl.URL)],
    ['langid', LANGUAGES[csl.language]],
    ['language', LANGUAGES[csl.language] ? undefined : text(csl.language)],
    ['keywords', text(keywords.map((keyword) => keyword.replaceAll(',', ' ').replace(/ {2,}/g, ' ')).join(', '))],
    ['abstract', text(csl.abstract)],
    ['note', text(csl.note)],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@${type}{${id},`, ...lines, '}', ''].join('\n');
}

const text = (value: string | undefined) => (value ? escapeBibtex(value) : undefined);

/** Languages by the names that BibLaTeX and Babel give them. */
const LANGUAGES: Record<string, string> = { en: 'english', ja: 'japanese', ru: 'russian' };

function bibtexName(name: CslName): string {
  if (name.literal !== undefined) return `{${escapeBibtex(name.literal)}}`;
  const family = [name['non-dropping-particle'], whole(name.family)].filter(Boolean).join(' ');
  return [family, name.suffix, name.given]
    .filter(Boolean)
    .map((part) => (part === family ? part : whole(part!)))
    .join(', ');
}

/** A part of a name: in braces of its own where BibTeX would cut it. */
const whole = (part: string) => (/,|\band\b/i.test(part) ? `{${escapeBibtex(part)}}` : escapeBibtex(part));

/** BibLaTeX reads `url` verbatim: nothing is escaped, and what would end the field early is percent-encoded. */
const bibtexUrl = (url: string) => url.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));
