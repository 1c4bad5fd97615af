import type { TheRecord } from '../record/model.ts';
import { compareCodeUnits, sortName } from '../record/sort.ts';
import { languages } from '../schema/field-types.ts';
import { actorPath, entryPath, eventPath, placePath, termPath, themePath } from '../paths/paths.ts';

/** One item of the index. */
export interface NameIndexEntry {
  name: string;
  lang?: string;
  /** The main name, if this is a variant of it. */
  see?: string;
  what: string;
  address: string;
}

/** The items under one letter. */
export interface NameIndexLetter {
  letter: string;
  anchor: string;
  items: NameIndexEntry[];
}

/** The index in Latin script, or in one other language. */
export interface NameIndexScript {
  title: string;
  /** BCP 47 tag, if all names are in one language. */
  lang?: string;
  letters: NameIndexLetter[];
}

/**
 * Returns an index of everything that has a page, by first letter: in Latin script, then in each of the other languages. Variants that
 * differ from another name only in spaces, punctuation or accents are left out: “Abe Shinzō” next to “Abe, Shinzo”.
 */
export function nameIndex(record: TheRecord): NameIndexScript[] {
  const latin: IndexItem[] = [];
  const localized = languages.map((language) => ({ ...language, items: [] as IndexItem[] }));

  for (const { data, address, what, filed, person } of named(record)) {
    latin.push({ key: filed, item: { name: shown(data, filed), what, address } });
    const listed = new Set([lettersOf(filed)]);
    for (const variant of data.variants) {
      if (!/^[\p{Script=Latin}\p{N}]/u.test(variant) || listed.has(lettersOf(variant))) continue;
      listed.add(lettersOf(variant));
      latin.push({ key: plain(variant), item: { name: variant, see: data.en, what, address } });
    }
    for (const { lang, reading, items } of localized) {
      const full = data[lang];
      if (!full) continue;
      const name = reading ? full : familyFirst(full, person);
      const key = reading ? kanaSortKey(data[reading] ?? full) : plain(name);
      items.push({ key, item: { name, lang, see: data.en, what, address } });
    }
  }
  const titled = [
    ...record.entries.map((entry) => ({ title: entry.data.source.title, what: 'article', address: entryPath(entry.id) })),
    ...record.events.map((event) => ({ title: event.data.title, what: 'event', address: eventPath(event.id) })),
    ...record.themes.map((theme) => ({ title: theme.data.title, what: 'theme', address: themePath(theme.id) })),
    ...record.terms.map((term) => ({ title: term.data.title, what: 'term', address: termPath(term.id) })),
  ];
  for (const { title, ...item } of titled) latin.push({ key: plain(title.replace(/^The /, '')), item: { name: title, ...item } });

  return [
    { title: 'A–Z', letters: byLetter(latin, 'az') },
    ...localized.map(({ lang, label, reading, items }) => ({
      title: reading ? `${label}, by reading` : label,
      lang,
      letters: byLetter(items, lang),
    })),
  ];
}

const lettersOf = (name: string) => plain(name).replace(/[^\p{L}\p{N}]/gu, '');

/** An item with the text by which it is sorted. */
interface IndexItem {
  key: string;
  item: NameIndexEntry;
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

/** Returns a person’s name in Cyrillic script with the family name first; other names unchanged. */
function familyFirst(name: string, person: boolean): string {
  const words = name.split(' ');
  return person && words.length > 1 ? `${words.at(-1)}, ${words.slice(0, -1).join(' ')}` : name;
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

/** Groups items by the first letter of their key. @param prefix of the anchors: the language, or `az` */
function byLetter(items: readonly IndexItem[], prefix: string): NameIndexLetter[] {
  const groups = Map.groupBy(items, ({ key }) => (fromFirstLetter(key) || key)[0]!.toUpperCase());
  return [...groups]
    .toSorted(([a], [b]) => compareCodeUnits(a, b))
    .map(([letter, group]) => ({
      letter,
      anchor: `${prefix}-${letter.toLowerCase()}`,
      items: group
        .toSorted((a, b) => compareCodeUnits(a.key, b.key) || compareCodeUnits(a.item.address, b.item.address))
        .map(({ item }) => item),
    }));
}

/** Returns a name without accents, capitals and leading punctuation; the name itself if nothing else remains. */
function plain(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  return fromFirstLetter(bare) || text;
}

/** Returns a text without the punctuation before its first letter. */
const fromFirstLetter = (text: string) => text.replace(/^[^\p{L}\p{N}]+/u, '');
