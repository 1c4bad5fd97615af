import type { Content } from '../../src/record/content.ts';
import { localizedNames, type Names } from '../../src/schema/names.ts';
import type { ClassifiedArticle } from '../sources/classify-blocks.ts';

/** What is needed to write an entry besides its passages. Ids may be of actors that have no file yet. */
export interface EntryAnswers {
  id: string;
  label: string;
  title: string;
  authors: string[];
  publisher: string;
  genre: string;
  language: string;
  published: { edtf: string | null; basis?: string; wording?: string; ground?: string };
  addresses: { url: string; label: string }[];
}

/** What the text and the Record's actors let propose; empty where they do not tell. */
export function proposeEntry(
  { title = '', authors, outlet = '', date, language }: ClassifiedArticle,
  content: Pick<Content, 'actors' | 'entries'>,
): EntryAnswers {
  const idOf = (name: string) => knownActor(name, content.actors)?.id ?? slugify(name);
  const publisher = idOf(outlet);
  const year = date?.edtf?.slice(0, 4) ?? '';
  const author = authors[0]?.split(' ').at(-1);
  return {
    id: publisher && year ? `${publisher}-${year}` : '',
    label: [author ?? (knownActor(outlet, content.actors)?.data.names.en || outlet), year].filter(Boolean).join(' ').slice(0, 30),
    title,
    authors: authors.map(idOf).filter(Boolean),
    publisher,
    genre: '',
    language,
    published: publicationDate(date),
    addresses: [],
  };
}

/** A date of publication from what is printed: without a year it stays open, with the words that are there. */
export function publicationDate(date: ClassifiedArticle['date']): EntryAnswers['published'] {
  if (!date) return { edtf: null, basis: 'inferred' };
  return date.edtf ? { edtf: date.edtf } : { edtf: null, basis: 'inferred', wording: date.wording };
}

/** `Beacon Wire` → `beacon-wire`; empty where a name has no Latin letters. */
export function slugify(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50);
}

/** The actor that goes by a name, in any of the scripts and forms that the Record has. */
function knownActor(name: string, actors: Content['actors']): Content['actors'][number] | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/^the /, '').trim();
  const forms = (names: Names) => [names.en, ...localizedNames(names).map((form) => form.name), ...names.variants].map(plain);
  return name ? actors.find(({ data }) => forms(data.names).includes(plain(name))) : undefined;
}
