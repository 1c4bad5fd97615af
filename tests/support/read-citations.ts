import { parse } from '@retorquere/bibtex-parser';
import { RISParser } from 'biblatex-csl-converter';

/** What a reference manager has after an import. All formats of a thing agree in it. This file is an oracle: it imports nothing of src. */
export interface Reading {
  key?: string;
  /** Item type of Zotero. */
  type?: string;
  title?: string;
  /** `Family, Given`, or a body's name in braces: `{Tokyo Foundation}`. */
  creators: string[];
  /** ISO 8601, as exact as it is known. */
  date?: string;
  address?: string;
  /** Whether the date is marked as approximate or uncertain; undefined if the format cannot mark it. */
  approximate?: boolean;
  note?: string;
}

export type Parsed = { reading?: Reading; faults: string[] };

/** Names of one type in each format. */
const TYPES = [
  { zotero: 'encyclopediaArticle', bib: 'inreference', ris: 'ENCYC', csl: 'entry-encyclopedia' },
  { zotero: 'newspaperArticle', bib: 'article', ris: 'NEWS', csl: 'article-newspaper' },
  { zotero: 'webpage', bib: 'online', ris: 'ELEC', csl: 'webpage' },
  { zotero: 'report', bib: 'report', ris: 'RPRT', csl: 'report' },
  { zotero: 'dataset', bib: 'misc', ris: 'DATA', csl: 'dataset' },
] as const;

const zotero = (format: 'bib' | 'ris' | 'csl', name: string | undefined) =>
  TYPES.find((type) => type[format] === name)?.zotero ?? `unknown: ${name}`;

/** Parses BibTeX with @retorquere/bibtex-parser. Reports what that parser accepts too: unescaped characters, a missing year. */
export function readBibtex(text: string): Parsed {
  // In BibLaTeX, a date is EDTF. In TeX, `~` would be a space.
  const { entries, errors } = parse(text, { sentenceCase: false, caseProtection: false, verbatimFields: [/^(?:url|date)$/] });
  const faults = errors.map(({ error }) => `bib: does not parse: ${error}`);
  const [entry] = entries;
  if (entries.length !== 1 || !entry) return { faults: [...faults, `bib: contains ${entries.length} records, not one`] };
  for (const [, name, value] of text.matchAll(/^ {2}(\w+) = \{(.*)\},$/gm))
    if (name !== 'url' && name !== 'date' && /(?<!\\)[&%#$_]/.test(value!)) faults.push(`bib: unescaped character in ${name}`);
  const { fields } = entry;
  const [date, year] = [fields['date'], fields['year']] as (string | undefined)[];
  if (fields.language !== 'en') faults.push(`bib: language ${fields.language}, not a tag that Zotero reads`);
  if (entry.type === 'online' && !fields.journaltitle) faults.push('bib: the web page lacks its site');
  if (!date || !year) faults.push(`bib: lacks ${date ? 'year' : 'date'}`);
  else if (date.slice(0, 4) !== year) faults.push(`bib: year ${year} is not that of the date ${date}`);
  return {
    faults,
    reading: {
      key: entry.key,
      type: zotero('bib', entry.type),
      title: fields.title,
      creators: (fields.author ?? []).map(({ name, lastName, firstName }) => (name ? `{${name}}` : `${lastName}, ${firstName}`)),
      date: /^\d{4}(-(?:0\d|1[0-2])(-\d\d)?)?/.exec(date ?? '')?.[0],
      address: fields.url,
      approximate: /[~?%X]/.test(date ?? ''),
      note: fields.note,
    },
  };
}

type Text = { text: string }[];
interface RisFields {
  title?: Text;
  author?: { family?: Text; given?: Text; literal?: Text }[];
  url?: string;
}
const plain = (text: Text | undefined) => text?.map((part) => part.text).join('') ?? '';

/** Parses RIS with biblatex-csl-converter. Reports what that parser accepts too: malformed lines, a missing end, the day of DA. */
export function readRis(text: string): Parsed {
  const faults: string[] = [];
  const lines = text.split('\r\n');
  if (lines.pop() !== '') faults.push('ris: does not end with CR LF');
  for (const line of lines) if (!/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line)) faults.push(`ris: not a line of RIS: ${JSON.stringify(line)}`);
  if (!lines[0]?.startsWith('TY  - ')) faults.push('ris: does not begin with TY');
  if (lines.at(-1) !== 'ER  - ') faults.push('ris: does not end with ER');
  const { entries, errors, warnings } = new RISParser(text).parse();
  for (const { type, value } of [...errors, ...warnings.filter(({ type }) => type === 'unknown_type')])
    faults.push(`ris: does not parse: ${type} ${String(value)}`);
  const read = Object.values(entries);
  if (read.length !== 1) return { faults: [...faults, `ris: contains ${read.length} records, not one`] };
  const fields = read[0]!.fields as RisFields;
  const values = (tag: string) => lines.filter((line) => line.startsWith(`${tag}  - `)).map((line) => line.slice(6));
  const written = values('AU');
  for (const name of written) if (!name.includes(',')) faults.push(`ris: creator without a comma: ${name}`);
  const [date] = values('DA');
  if (date !== undefined && !/^\d{4}\/(\d\d)?\/(\d\d)?\/$/.test(date)) faults.push(`ris: DA is not YYYY/MM/DD/: ${date}`);
  if (date?.slice(0, 4) !== values('PY')[0]) faults.push(`ris: PY ${values('PY')[0]} is not the year of DA ${date}`);
  return {
    faults,
    reading: {
      key: values('ID')[0],
      type: zotero('ris', values('TY')[0]),
      title: plain(fields.title),
      creators: (fields.author ?? []).map(({ family, given, literal }, index) =>
        written[index]?.endsWith(',') ? `{${plain(literal) || plain(family)}}` : `${plain(family)}, ${plain(given)}`,
      ),
      date: date?.replace(/\/+$/, '').replaceAll('/', '-'),
      address: fields.url,
      note: values('N1')[0],
    },
  };
}

interface CslItem {
  id: string;
  type: string;
  title: string;
  author?: { family?: string; given?: string; literal?: string }[];
  issued?: { 'date-parts'?: unknown[][]; circa?: boolean };
  URL?: string;
  note?: string;
}

/** Parses CSL-JSON. Reports errors of its structure and, if `valid` is given, those of the schema. */
export function readCsl(text: string, valid?: (items: unknown) => string[]): Parsed {
  let items: CslItem[];
  try {
    items = JSON.parse(text) as CslItem[];
  } catch (error) {
    return { faults: [`csl: does not parse: ${(error as Error).message}`] };
  }
  const faults = (valid?.(items) ?? []).map((fault) => `csl: not valid by the schema: ${fault}`);
  if (!Array.isArray(items) || items.length !== 1) return { faults: [...faults, 'csl: not an array of one item'] };
  const { id, type, title, author = [], issued, URL: address, note } = items[0]!;
  const [parts = []] = issued?.['date-parts'] ?? [];
  if (!parts.every((part) => Number.isInteger(part))) faults.push(`csl: date-parts are not integers: ${JSON.stringify(parts)}`);
  for (const name of author) if (!name.literal && !name.family) faults.push(`csl: creator without a name: ${JSON.stringify(name)}`);
  return {
    faults,
    reading: {
      key: id,
      type: zotero('csl', type),
      title,
      creators: author.map(({ family, given, literal }) => (literal ? `{${literal}}` : `${family}, ${given}`)),
      date: parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-') || undefined,
      address,
      approximate: issued?.circa ?? false,
      note,
    },
  };
}
