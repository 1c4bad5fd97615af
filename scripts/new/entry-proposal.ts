import type { Content } from '../../src/record/content.ts';
import { localizedNames, type Names } from '../../src/schema/names.ts';
import type { ClassifiedArticle } from '../sources/classify-blocks.ts';

/** The fields of a new entry. Ids may belong to actors that have no file yet; unknown texts are empty. */
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

/** Proposes the fields of an entry from its text and the actors of the Record. */
export function proposeEntry({ title = '', authors, outlet = '', date, language }: ClassifiedArticle, content: Pick<Content, 'actors'>) {
  const toId = (name: string) => findActor(name, content.actors)?.id ?? slugify(name);
  const publisher = toId(outlet);
  const year = date?.edtf?.slice(0, 4) ?? '';
  const author = authors[0]?.split(' ').at(-1);
  const name = author ?? (findActor(outlet, content.actors)?.data.names.en || outlet);
  // A date without a year remains open; its words are still recorded.
  const published = date?.edtf ? { edtf: date.edtf } : { edtf: null, basis: 'inferred', ...(date && { wording: date.wording }) };
  return {
    id: publisher && year ? `${publisher}-${year}` : '',
    label: [name, year].filter(Boolean).join(' ').slice(0, 30),
    title,
    authors: authors.map(toId).filter(Boolean),
    publisher,
    genre: '',
    language,
    published,
    addresses: [],
  } satisfies EntryAnswers;
}

/** Converts a name to an id: `Beacon Wire` → `beacon-wire`. Empty if the name has no Latin letters. */
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

/** Returns the actor with a name, in any language or variant. */
function findActor(name: string, actors: Content['actors']): Content['actors'][number] | undefined {
  const normalize = (text: string) => text.toLowerCase().replace(/^the /, '').trim();
  const forms = (names: Names) => [names.en, ...localizedNames(names).map((form) => form.name), ...names.variants].map(normalize);
  return name ? actors.find(({ data }) => forms(data.names).includes(normalize(name))) : undefined;
}
