import type { Content } from '../../src/record/content.ts';
import { localizedNames, type Names } from '../../src/schema/field-types.ts';
import { toExactForm } from '../../src/search/engine/exact-phrase.ts';
import type { Draft, Proposal } from './draft.ts';
import { fieldNames, type Outline, type OutlineField, type OutlineFields } from './outline.ts';

type Actors = Content['actors'];

/** Proposes the outline of an entry from a draft and the actors of the Record. A field is unsure if its source is. */
export function proposeOutline(draft: Draft, actors: Actors): Outline {
  const { title, authors, outlet, date, language, url = '', blocks } = draft;
  const publisher = proposePublisher(outlet, actors);
  const ids = authors.names.map((name) => findActor(name, actors)?.id ?? slugify(name));
  const unknown = authors.names.filter((_, index) => !ids[index]);
  const authorDoubt = [authors.doubt, unknown.length > 0 && `write the actor id of ${unknown.join(', ')}`].filter(Boolean).join(' · ');
  const year = date?.edtf?.slice(0, 4) ?? '';
  const name = authors.names[0]
    ?.replace(/\s+(?:jr|sr|i{2,3}|iv)\.?$/i, '')
    .split(' ')
    .at(-1);
  const labelled = name ? authors : outlet;
  const labelName = name ?? findActor(outlet?.value ?? '', actors)?.data.names.en ?? outlet?.value;
  const label = labelName ? [labelName, !date?.doubt && year].filter(Boolean).join(' ') : '';
  const proposals: Partial<OutlineFields> = {
    id: { value: publisher.value && year && !publisher.doubt && !date?.doubt ? `${publisher.value}-${year}` : '' },
    label: { value: label.slice(0, 30).trim(), ...doubtOf(labelled?.doubt) },
    title: title ?? { value: '', doubt: 'found no title' },
    authors: { value: ids.map((id, index) => id || authors.names[index]!).join(', '), ...doubtOf(authorDoubt) },
    publisher,
    language,
    date: date?.edtf
      ? { value: date.edtf, ...doubtOf(date.doubt) }
      : { value: '', doubt: date ? `"${date.wording}" has no year` : 'found no date' },
    // A date without a year remains open; its words are still recorded.
    ...(date && !date.edtf && { basis: { value: 'inferred' }, wording: { value: date.wording } }),
    url: { value: url },
  };
  return { blocks, fields: Object.fromEntries(fieldNames.map((each) => [each, proposals[each] ?? { value: '' }])) as OutlineFields };
}

function proposePublisher(outlet: Proposal | undefined, actors: Actors): OutlineField {
  if (!outlet) return { value: '', doubt: 'found no name of an outlet' };
  const value = findActor(outlet.value, actors)?.id ?? slugify(outlet.value);
  return value ? { value, ...doubtOf(outlet.doubt) } : { value: '', doubt: `write the actor id of ${outlet.value}` };
}

const doubtOf = (doubt: string | undefined) => (doubt ? { doubt } : {});

/** Converts a name to an id: `Beacon Wire` → `beacon-wire`. Empty if the name has letters that are not Latin. */
function slugify(name: string): string {
  const latin = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (/(?!\p{Script=Latin})\p{L}/u.test(latin)) return '';
  return latin
    .replace(/^the /, '')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-|-$/g, '');
}

/** Returns the names of all outlets, in lower case. */
export const outletNames = (actors: Actors) =>
  new Set(actors.filter(({ data }) => data.kind === 'outlet').flatMap(({ data }) => formsOf(data.names)));

/** Returns the actor with a name, in any language or variant. */
function findActor(name: string, actors: Actors): Actors[number] | undefined {
  return name ? actors.find(({ data }) => formsOf(data.names).some((form) => withoutArticle(form) === withoutArticle(name))) : undefined;
}

/** Returns the ids of items whose name or variant a text contains as words. */
export const findNamed = (text: string, items: readonly { id: string; data: { names: Names } }[]): string[] =>
  items.filter(({ data }) => formsOf(data.names).some((form) => toExactForm(text).includes(toExactForm(form)))).map(({ id }) => id);

const formsOf = (names: Names) =>
  [names.en, ...localizedNames(names).map((form) => form.name), ...names.variants].map((form) => form.toLowerCase().trim());
const withoutArticle = (name: string) => name.toLowerCase().replace(/^the /, '').trim();
