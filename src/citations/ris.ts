import type { CitableItem } from './citable.ts';
import { mapCslType, type CslDate } from './csl.ts';
import { toIsoDate } from './csl-date.ts';
import { displayName } from './names.ts';

/**
 * RIS (Research Information Systems, 2012 tags): tag, two spaces, hyphen, space; lines end with CR LF; `DA` is `YYYY/MM/DD/`.
 * RIS has no way to say that a date is approximate or inferred: the note (`N1`) says so.
 *
 * @throws {Error} where a type is none that the Record gives
 */
export const ris = (citables: readonly CitableItem[]) => citables.map(risRecord).join('\r\n');

function risRecord({ id, csl, keywords }: CitableItem): string {
  const lines: [string, string | undefined][] = [
    ['TY', mapCslType(csl.type).ris],
    ['ID', id],
    ...(csl.author ?? []).map((name): [string, string] => ['AU', displayName(name)]),
    ['TI', csl.title],
    ['T2', csl['container-title']],
    ['ET', csl.edition ?? csl.version],
    ['PB', csl.publisher],
    ['DA', risDate(csl.issued)],
    ['PY', toIsoDate(csl.issued)?.slice(0, 4)],
    ['LA', csl.language],
    ['UR', csl.URL],
    ['AB', csl.abstract],
    ...keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['N1', csl.note],
  ];
  const said = lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value!.replace(/\s+/g, ' ').trim()}\r\n`);
  return `${said.join('')}ER  - \r\n`;
}

function risDate(date: CslDate | undefined): string | undefined {
  const iso = toIsoDate(date);
  if (iso === undefined) return undefined;
  const [year, month = '', day = ''] = iso.split('-');
  return `${year}/${month}/${day}/`;
}
