import type { TheRecord } from '../record/model.ts';
import { compareCodeUnits, sortName } from '../record/sort.ts';
import { actorPath, entryPath, eventPath, placePath, termPath, themePath } from '../paths/paths.ts';

/** One line of the index. */
export interface NameIndexEntry {
  name: string;
  lang?: string;
  /** The main name, if this is a variant of it. */
  see?: string;
  what: string;
  address: string;
}

/** The lines under one letter. */
export interface NameIndexLetter {
  letter: string;
  anchor: string;
  lines: NameIndexEntry[];
}

/** The index in one script. */
export interface NameIndexScript {
  title: string;
  letters: NameIndexLetter[];
}

/** Returns an index of everything that has a page, by first letter, in Latin, Japanese and Cyrillic script. */
export function nameIndex(record: TheRecord): NameIndexScript[] {
  const latin: { key: string; line: NameIndexEntry }[] = [];
  const japanese: { key: string; line: NameIndexEntry }[] = [];
  const cyrillic: { key: string; line: NameIndexEntry }[] = [];

  for (const { data, address, what, filed, person } of named(record)) {
    latin.push({ key: filed, line: { name: shown(data, filed), what, address } });
    for (const variant of data.variants) {
      if (/^[\p{Script=Latin}\p{N}]/u.test(variant))
        latin.push({ key: plain(variant), line: { name: variant, see: data.en, what, address } });
    }
    if (data.ja)
      japanese.push({ key: kanaSortKey(data.jaReading ?? data.ja), line: { name: data.ja, lang: 'ja', see: data.en, what, address } });
    if (data.ru)
      cyrillic.push({
        key: plain(russian(data.ru, person)),
        line: { name: russian(data.ru, person), lang: 'ru', see: data.en, what, address },
      });
  }
  const titled = [
    ...record.entries.map((entry) => ({ title: entry.data.source.title, what: 'article', address: entryPath(entry.id) })),
    ...record.events.map((event) => ({ title: event.data.title, what: 'event', address: eventPath(event.id) })),
    ...record.themes.map((theme) => ({ title: theme.data.title, what: 'theme', address: themePath(theme.id) })),
    ...record.terms.map((term) => ({ title: term.data.title, what: 'term', address: termPath(term.id) })),
  ];
  for (const { title, ...line } of titled) latin.push({ key: plain(title.replace(/^The /, '')), line: { name: title, ...line } });

  return [
    { title: 'A–Z', letters: byLetter(latin, (key) => key[0]!.toUpperCase(), 'az') },
    { title: 'Japanese, by reading', letters: byLetter(japanese, (key) => key[0]!, 'ja') },
    { title: 'Russian', letters: byLetter(cyrillic, (key) => key[0]!.toUpperCase(), 'ru') },
  ];
}

function named(record: TheRecord) {
  return [
    ...record.actors.map((actor) => ({
      data: actor.data.names,
      address: actorPath(actor.id),
      what: 'actor',
      filed: sortName(actor.data),
      person: actor.data.person !== undefined,
    })),
    ...record.places.map((place) => ({
      data: place.data.names,
      address: placePath(place.id),
      what: 'place',
      filed: plain(place.data.names.en.replace(/^the /i, '')),
      person: false,
    })),
  ];
}

/** Returns a person’s Russian name with the family name first; other names unchanged. */
function russian(ru: string, person: boolean): string {
  const words = ru.split(' ');
  return person && words.length > 1 ? `${words.at(-1)}, ${words.slice(0, -1).join(' ')}` : ru;
}

/** Returns the sort key of a reading: katakana as hiragana, voiced and small kana as plain kana. */
function kanaSortKey(reading: string): string {
  return reading
    .normalize('NFD')
    .replace(/[\u3099\u309a]/g, '')
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[ぁぃぅぇぉっゃゅょゎ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 1));
}

/** Returns a person’s name with the family name first; other names unchanged. */
function shown(names: { en: string }, filed: string): string {
  if (!filed.includes(', ')) return names.en;
  const [family] = filed.split(', ');
  const words = names.en.split(' ');
  const at = words.findIndex((_, index) => plain(words.slice(index).join(' ')) === family);
  return at > 0 ? `${words.slice(at).join(' ')}, ${words.slice(0, at).join(' ')}` : names.en;
}

function byLetter(items: { key: string; line: NameIndexEntry }[], letterOf: (key: string) => string, prefix: string): NameIndexLetter[] {
  const groups = Map.groupBy(items, ({ key }) => letterOf(key.replace(/^[^\p{L}\p{N}]+/u, '') || key));
  return [...groups]
    .toSorted(([a], [b]) => compareCodeUnits(a, b))
    .map(([letter, group]) => ({
      letter,
      anchor: `${prefix}-${letter.toLowerCase()}`,
      lines: group
        .toSorted((a, b) => compareCodeUnits(a.key, b.key) || compareCodeUnits(a.line.address, b.line.address))
        .map(({ line }) => line),
    }));
}

/** Returns a name without accents, capitals and leading punctuation; the name itself if nothing else remains. */
function plain(text: string): string {
  const bare = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '');
  return bare || text;
}
