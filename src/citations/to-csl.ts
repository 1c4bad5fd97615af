import type { Editor, SiteMetadata } from '../config/site.ts';
import { formatDate } from '../dates/format.ts';
import {
  actorPath,
  dataPath,
  entryPath,
  eventPath,
  placePath,
  questionPath,
  questionSlug,
  sourcePath,
  statementPath,
  termPath,
  themePath,
} from '../paths/paths.ts';
import type { EntryNode, TheRecord } from '../record/model.ts';
import type { Genre } from '../schema/entry.ts';
import { localizedNames, type Names } from '../schema/field-types.ts';
import { actorKindLabels, eventKindLabels, formatLocators, placeKindLabels, statusLabels, withdrawalLabel } from '../text/labels.ts';
import { capitalize, formatList } from '../text/english.ts';
import { citationKey, type CitableItem, type CitableKind, type CitableNodes, type Subject } from './citable.ts';
import { type CslName, type CslType, toCslDate, toCslName, toIsoDate } from './csl.ts';

/** Returns everything that can be cited, in the order of the Record. The data set comes last. */
export function citableItems(record: TheRecord, site: SiteMetadata): CitableItem[] {
  const subjects: Subject[] = [
    ...record.entries.map((node) => ({ kind: 'entry' as const, node })),
    ...record.entries.map((node) => ({ kind: 'source' as const, node })),
    ...[...record.statements, ...record.withdrawn].map((node) => ({ kind: 'statement' as const, node })),
    ...record.events.map((node) => ({ kind: 'event' as const, node })),
    ...record.actors.map((node) => ({ kind: 'actor' as const, node })),
    ...record.themes.map((node) => ({ kind: 'theme' as const, node })),
    ...record.themes.flatMap(({ questions }) => questions.map((node) => ({ kind: 'question' as const, node }))),
    ...record.places.map((node) => ({ kind: 'place' as const, node })),
    ...record.terms.map((node) => ({ kind: 'term' as const, node })),
    ...record.tombstones.filter(({ address }) => !address.includes('#')).map((node) => ({ kind: 'withdrawn' as const, node })),
    { kind: 'data', node: record },
  ];
  return subjects.map((subject) => toCitableItem(subject, site));
}

/** Returns what a thing is cited as. */
export function toCitableItem(subject: Subject, site: SiteMetadata): CitableItem {
  if (subject.kind === 'source') return sourceItem(subject, site);
  const item = pageItem(subject, pageFields(subject, site), site);
  if (subject.kind === 'statement') {
    const source = sourceItem({ kind: 'source', node: subject.node.entry }, site);
    return { ...item, original: { source, locators: subject.node.data.at } };
  }
  if (subject.kind !== 'data') return item;
  const { edition, 'container-title': _, ...csl } = item.csl;
  return { ...item, csl: { ...csl, type: 'dataset', version: edition!, ...(site.doi && { DOI: site.doi }) } };
}

type PageKind = Exclude<CitableKind, 'source'>;

/** Fields of a page that depend on its kind. */
interface PageFields {
  id?: string;
  title: string;
  address: string;
  abstract: string;
  keywords?: string[];
  /** Days of the first and the last version, `YYYY-MM-DD`; the date of the edition if they are absent. */
  first?: string;
  modified?: string;
  notes?: string[];
  withdrawn?: { date: string; reason: string; instead?: string };
}

const pages: { [Kind in PageKind]: (node: CitableNodes[Kind], site: SiteMetadata) => PageFields } = {
  entry: (entry) => ({
    id: entry.id,
    title: entry.data.source.title,
    address: entryPath(entry.id),
    abstract: entry.data.summary.text,
    keywords: entry.themes.map(({ data }) => data.title),
    ...revisionDays(entry),
    notes: [`The Record’s account of the article: ${formatOriginal(entry)}.`],
  }),
  statement: ({ id, entry, data, themes }) => ({
    id,
    title: `${entry.data.label}, statement ${data.n}`,
    address: statementPath(id),
    abstract: data.text,
    keywords: themes.map((theme) => theme.data.title),
    ...revisionDays(entry),
    ...(data.withdrawn && { withdrawn: data.withdrawn, modified: data.withdrawn.date }),
    notes: [`Original: ${formatOriginal(entry, data.at)}.`],
  }),
  event: ({ id, data: { title, date, kind, status, description }, actors }) => ({
    id,
    title,
    address: eventPath(id),
    abstract: `${statusLabels[status]}: ${formatDate(date.edtf, date.basis)}. ${description}.`,
    keywords: [eventKindLabels[kind], ...actors.map(({ actor }) => actor.data.names.en)],
  }),
  actor: ({ id, data: { names, kind, description } }) => ({
    id,
    title: names.en,
    address: actorPath(id),
    abstract: `${description}.`,
    keywords: [actorKindLabels[kind], ...localizedKeywords(names)],
  }),
  theme: ({ id, data: { title, scope, questions } }) => ({
    id,
    title,
    address: themePath(id),
    abstract: scope,
    keywords: questions.map(({ question }) => question),
  }),
  question: ({ id, theme, data: { question }, positions }) => ({
    id: questionSlug(theme.id, id),
    title: question,
    address: questionPath(theme.id, id),
    abstract: `Answers of ${formatList(positions.flatMap(({ entry, text }) => (text ? [entry.data.label] : [])))}, with their statements.`,
    keywords: [theme.data.title],
  }),
  place: ({ id, data: { names, kind, description } }) => ({
    id,
    title: names.en,
    address: placePath(id),
    abstract: `${description}.`,
    keywords: [placeKindLabels[kind], ...localizedKeywords(names)],
  }),
  term: ({ id, data: { title, rule, uses } }) => ({
    id,
    title,
    address: termPath(id),
    abstract: rule,
    keywords: [...new Set(uses.map(({ wording }) => wording))],
  }),
  // A tombstone is cited as what was at its address, marked as withdrawn.
  withdrawn: (tombstone) => ({
    id: tombstone.address.replaceAll('/', '-').replace(/^-|-$/g, ''),
    title: tombstone.title,
    address: tombstone.address,
    abstract: tombstone.said,
    modified: tombstone.date,
    withdrawn: tombstone,
    notes: [`Edition ${tombstone.edition} withdrew it.`],
  }),
  data: (record, site) => ({
    title: `${site.name}: Data`,
    address: dataPath,
    abstract: `${record.entries.length} entries, ${record.statements.length} statements, ${record.events.length} events, ${record.actors.length} actors, ${record.themes.length} themes, ${record.places.length} places and ${record.terms.length} terms of ${site.name}, linked, as JSON, CSV, JSON-LD, BibTeX, RIS and CSL-JSON.`,
    keywords: ['Japan', 'Russia', 'international relations', 'documentary edition'],
  }),
};

/** Returns the names in other languages, each once: languages of one script often have the same name. */
const localizedKeywords = (names: Names) => [...new Set(localizedNames(names).map(({ name }) => name))];

const pageFields = <Kind extends PageKind>({ kind, node }: { kind: Kind; node: CitableNodes[Kind] }, site: SiteMetadata) =>
  pages[kind](node, site);

/** Returns a page of the Record as an article of a reference work, with the Record as its corporate author. */
function pageItem(subject: Subject, page: PageFields, site: SiteMetadata): CitableItem {
  const { address, abstract, withdrawn, keywords = [], first } = page;
  // A citation names the edition, so its date is that of the edition.
  const { issued } = site;
  const modified = page.modified && page.modified > issued ? page.modified : issued;
  const id = citationKey(subject.kind, page.id);
  const url = site.url(address);
  // A page has no successor with the same content, so it is withdrawn; a statement may be merged.
  const gone = withdrawn && withdrawalLabel(subject.kind === 'statement' ? withdrawn : {});
  const title = site.sharedTitles.has(page.title) ? `${page.title} (${subject.kind})` : page.title;
  const notes = [
    ...(withdrawn && gone ? [`${capitalize(gone)} ${withdrawn.date}: ${withdrawn.reason}`] : []),
    ...(page.notes ?? []),
    ...(first && first < issued ? [`First published ${first}.`] : []),
    ...(modified === issued ? [] : [`Page revised ${modified}.`]),
  ];
  return {
    id,
    subject,
    name: page.title,
    csl: {
      id,
      type: 'entry-encyclopedia',
      title: gone ? `${title} (${gone})` : title,
      author: [{ literal: site.name }],
      ...(site.editor && { editor: [toEditorName(site.editor)] }),
      'container-title': site.name,
      edition: site.edition,
      publisher: site.name,
      issued: toCslDate(issued)!,
      language: 'en',
      abstract,
      ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
      ...(notes.length > 0 && { note: notes.join(' ') }),
      URL: url,
    },
    address,
    url,
    edtf: issued,
    modified,
    keywords,
    ...(withdrawn && { withdrawn: withdrawn.date }),
  };
}

/** Returns the name of an editor. One with an ORCID iD is a person, whose family name is the last word. */
function toEditorName({ name, orcid }: Editor): CslName {
  const [, given, family] = (orcid && /^(.+) (\S+)$/.exec(name)) || [];
  return family === undefined ? { literal: name } : { family, given: given! };
}

/** Returns the article itself, with its own authors, its own outlet and its own URL. */
function sourceItem(subject: Subject<'source'>, site: SiteMetadata): CitableItem {
  const entry = subject.node;
  const { source } = entry.data;
  const { published } = source;
  const id = citationKey('source', entry.id);
  const address = sourcePath(entry.id);
  const publisher = entry.publisher.data.names.en;
  // An inferred date is uncertain for every style and file.
  const edtf = published.basis === 'inferred' && /^[\d-]+$/.test(published.edtf ?? '') ? `${published.edtf}?` : published.edtf;
  const issued = toCslDate(edtf);
  const keywords = entry.themes.map(({ data }) => data.title);
  const notes = [
    ...(entry.authors.length > 0 ? [] : ['Unsigned: the author given here is the outlet.']),
    ...(published.basis === 'printed' && published.edtf && published.edtf === toIsoDate(issued)
      ? []
      : [`Date as given by ${site.name}: ${formatDate(published.edtf, published.basis)}. ${toSentence(published.ground ?? '')}`]),
    ...(entry.reprintedFrom ? [`First published by ${entry.reprintedFrom.data.names.en}.`] : []),
    ...(entry.archivedBy ? [`Read in the copy of ${entry.archivedBy.data.names.en}.`] : []),
  ];
  return {
    id,
    subject,
    name: source.title,
    csl: {
      id,
      type: SOURCE_TYPES[source.genre],
      title: source.title,
      author: entry.authors.length > 0 ? entry.authors.map(({ data }) => toCslName(data)) : [{ literal: publisher }],
      'container-title': publisher,
      publisher,
      ...(entry.archivedBy && { source: entry.archivedBy.data.names.en }),
      ...(issued && { issued }),
      language: source.language,
      ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
      ...(notes.length > 0 && { note: notes.map((note) => note.trim()).join(' ') }),
      URL: source.addresses[0]!.url,
    },
    address,
    url: site.url(address),
    edtf,
    modified: revisionDays(entry).modified,
    keywords,
  };
}

/** CSL types by genre. A commentary of a think tank is not a newspaper article. */
const SOURCE_TYPES: Record<Genre, CslType> = {
  commentary: 'webpage',
  'news-analysis': 'article-newspaper',
  opinion: 'article-newspaper',
  'news-report': 'article-newspaper',
  'wire-report': 'article-newspaper',
};

const revisionDays = ({ data }: EntryNode) => ({ first: data.revisions[0]!.date, modified: data.revisions.at(-1)!.date });

/** Formats the article of an entry, with passages, for a note. */
function formatOriginal(entry: EntryNode, locators: readonly string[] = []): string {
  const { title, published, addresses } = entry.data.source;
  return [
    formatList(entry.authors.map(({ data }) => data.names.en)),
    `“${title}”`,
    entry.publisher.data.names.en,
    formatDate(published.edtf, published.basis),
    formatLocators(locators),
    addresses[0]!.url,
  ]
    .filter(Boolean)
    .join(', ');
}

const toSentence = (text: string) => text.replace(/^./u, (first) => first.toUpperCase()).replace(/[^.!?]$/u, '$&.');
