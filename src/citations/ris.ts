import type { CitableItem } from './citable.ts';
import { formatNameWithComma, getFormatMapping, type CslDate } from './csl.ts';
import { toIsoDate } from './csl-date.ts';

/**
 * Formats RIS records (Research Information Systems, tags of 2012): tag, two spaces, hyphen, space; lines end with CR LF. RIS cannot mark a
 * date as approximate or inferred, so the note (`N1`) says it.
 *
 * @throws {Error} if the Record does not use a CSL type
 */
export const ris = (citables: readonly CitableItem[]) => citables.map(risRecord).join('\r\n');

function risRecord({ id, csl, keywords }: CitableItem): string {
  const tags: [string, string | undefined][] = [
    ['TY', getFormatMapping(csl.type).ris],
    ['ID', id],
    ...(csl.author ?? []).map((name): [string, string] => ['AU', formatNameWithComma(name)]),
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
