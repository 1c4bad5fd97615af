import * as paths from '../../paths/paths.ts';
import type {
  TheRecord,
  ActorNode,
  EntryNode,
  EventNode,
  PlaceNode,
  QuestionNode,
  SpeakerNode,
  StatementNode,
  TermNode,
  ThemeNode,
} from '../../record/model.ts';
import { kindLabels, sideLabels, statusLabels } from '../../text/labels.ts';
import type { IndexFile, SearchDocument, Facets } from '../engine/search-document.ts';
import { getBounds, getYear } from '../../dates/bounds.ts';
import { formatDate } from '../../dates/format.ts';
import type { DateField } from '../../schema/field-types.ts';
import * as labels from '../../text/labels.ts';
import { formatList } from '../../text/english.ts';
import { normalizeAddress } from '../engine/query.ts';
import { nameForms } from './name-forms.ts';

/** Creates the index file: a document for each page of the Record, for each statement and for every other built page. */
export function createIndexFile(record: TheRecord, pages: readonly PageSummary[]): IndexFile {
  const fromRecord = recordDocuments(record);
  const indexByPath = new Map(fromRecord.map(({ path }, index) => [path, index]));
  const aliasesByPage = new Map(record.pageAliases.map(({ page, phrases }) => [page, phrases]));
  const pageDocuments = pages
    .filter(({ path }) => !indexByPath.has(path))
    .map(({ path, title, description }): SearchDocument => {
      return { ...emptyDocument, path, kind: 'page', title, keywords: aliasesByPage.get(path) ?? [], text: description };
    });
  return {
    documents: [...fromRecord, ...pageDocuments],
    labels: {
      statement: kindLabels,
      side: sideLabels,
      status: statusLabels,
      article: Object.fromEntries(record.entries.map(({ id, data }) => [id, data.label])),
      actor: Object.fromEntries(record.actors.map(({ id, data }) => [id, data.names.en])),
      theme: Object.fromEntries(record.themes.map(({ id, data }) => [id, data.title])),
    },
    aliases: record.searchAliases.map(({ phrases, means }) => ({
      phrases,
      documents: means.map((target) => indexByPath.get(targetPath(target))!),
    })),
    synonyms: record.synonyms,
    sides: Object.fromEntries(record.actors.map(({ id, data }) => [id, data.side])),
  };
}

/** What the index file needs of a built page. */
export interface PageSummary {
  /** Path from the root of the site, without the base path. */
  path: string;
  title: string;
  description: string;
}

const pathsByKind = {
  entry: paths.entryPath,
  event: paths.eventPath,
  actor: paths.actorPath,
  theme: paths.themePath,
  place: paths.placePath,
  term: paths.termPath,
};

/** Empty values of the fields that a kind of document may lack. */
export const emptyDocument = { names: [], misspellings: [], keywords: [], text: '', facts: [], facets: {} };

/** Returns the documents of all pages, statements and questions of the Record. Questions come last, because they name statements. */
export function recordDocuments(record: TheRecord): SearchDocument[] {
  const documents = [
    ...record.actors.map(actorDocument),
    ...record.themes.map(themeDocument),
    ...record.events.map(eventDocument),
    ...record.places.map(placeDocument),
    ...record.terms.map(termDocument),
    ...record.entries.map(entryDocument),
    ...record.statements.map(statementDocument),
  ];
  const indexes = new Map(documents.map(({ path }, index) => [path, index]));
  return [...documents, ...record.themes.flatMap(({ questions }) => questions.map((question) => questionDocument(question, indexes)))];
}

/** Returns the path of the target of an alias: `event/…`, `question/<theme>/…`, or the id of a statement. */
function targetPath(target: string): string {
  const [kind, id, question] = target.split('/') as [string, string?, string?];
  if (id && question) return paths.questionPath(id, question);
  return id ? pathsByKind[kind as keyof typeof pathsByKind](id) : paths.statementPath(target);
}

function actorDocument({ id, data, entries, offices, statementsMade, mentionedIn, statementsRelayed }: ActorNode): SearchDocument {
  return {
    ...emptyDocument,
    path: paths.actorPath(id),
    kind: 'actor',
    title: data.names.en,
    names: nameForms(data.names, data.kind === 'person' ? data.person : undefined),
    misspellings: data.names.misspellings,
    text: unique(offices.map(({ title }) => title)).join('; '),
    facts: [labels.actorKindLabels[data.kind], labels.sideLabels[data.side]],
    ...(data.kind === 'person' && { isPerson: true }),
    facets: {
      actor: [id],
      side: [data.side],
      article: entries.map(({ entry }) => entry.id),
      theme: themesOf([...statementsMade, ...statementsRelayed, ...mentionedIn]),
    },
  };
}

const themeDocument = ({ id, data, statements }: ThemeNode): SearchDocument => ({
  ...emptyDocument,
  path: paths.themePath(id),
  kind: 'theme',
  title: data.title,
  keywords: data.variants,
  text: [data.scope, ...data.questions.map(({ question }) => question)].join(' '),
  facets: { theme: [id], article: articlesOf(statements) },
});

const eventDocument = ({ id, data, statements, actors, entries }: EventNode): SearchDocument => ({
  ...emptyDocument,
  path: paths.eventPath(id),
  kind: 'event',
  title: data.title,
  keywords: data.variants,
  text: data.description,
  facts: [labels.eventKindLabels[data.kind], labels.statusLabels[data.status]],
  ...dateFields(data.date),
  facets: {
    status: [data.status],
    article: entries.map((entry) => entry.id),
    actor: actors.map(({ actor }) => actor.id),
    side: sidesOf(actors.map(({ actor }) => actor)),
    theme: themesOf(statements),
    ...yearFacet(data.date),
  },
});

function placeDocument({ id, data, statements }: PlaceNode): SearchDocument {
  const partNames = data.parts.flatMap((part) => [part.japanese, part.russian]);
  return {
    ...emptyDocument,
    path: paths.placePath(id),
    kind: 'place',
    title: data.names.en,
    names: [
      ...nameForms(data.names),
      ...data.namings.map(({ name }) => name),
      ...partNames.flatMap((names) => [names.en, ...nameForms(names)]),
    ],
    misspellings: [data.names, ...partNames].flatMap(({ misspellings }) => misspellings),
    text: data.description,
    facts: [labels.placeKindLabels[data.kind]],
    facets: { article: articlesOf(statements), theme: themesOf(statements) },
  };
}

function termDocument({ id, data, uses }: TermNode): SearchDocument {
  const wordings = unique(uses.map(({ data: use }) => use.wording));
  return {
    ...emptyDocument,
    path: paths.termPath(id),
    kind: 'term',
    title: data.title,
    keywords: unique([...data.variants, ...wordings]),
    text: wordings.join(' · '),
    facets: { article: articlesOf(uses) },
  };
}

/** Returns the document of a question. @param indexes indexes of the other documents by path */
function questionDocument({ id, theme, data, positions }: QuestionNode, indexes: ReadonlyMap<string, number>): SearchDocument {
  const answers = positions.filter(({ text }) => text !== undefined);
  return {
    ...emptyDocument,
    path: paths.questionPath(theme.id, id),
    kind: 'question',
    title: data.question,
    facts: [theme.data.title],
    answers: answers.map(({ entry, rests }) => ({
      article: entry.id,
      statements: rests.map((each) => indexes.get(paths.statementPath(each.id))!),
    })),
    facets: { theme: [theme.id], article: articlesOf(answers) },
  };
}

const entryDocument = ({ id, data, authors, publisher, actors, themes }: EntryNode): SearchDocument => ({
  ...emptyDocument,
  path: paths.entryPath(id),
  kind: 'article',
  title: data.source.title,
  names: [data.label, id.replaceAll('-', ' ')],
  text: data.summary.text,
  facts: [labels.genreLabels[data.source.genre], publisher.data.names.en, formatList(authors.map((author) => author.data.names.en))].filter(
    Boolean,
  ),
  addresses: unique(data.source.addresses.flatMap(({ url }) => normalizeAddress(url) ?? [])),
  ...dateFields(data.source.published),
  facets: {
    article: [id],
    actor: actors.map(({ actor }) => actor.id),
    theme: themes.map((theme) => theme.id),
    ...yearFacet(data.source.published),
  },
});

/** Returns the document of a statement. Its quotations are searched as names. */
function statementDocument({ id, data, entry, speakers, via, actors, themes, events }: StatementNode): SearchDocument {
  const allActors = [...speakers.flatMap(({ actor }) => actor ?? []), ...actors];
  return {
    ...emptyDocument,
    path: paths.statementPath(id),
    kind: 'statement',
    title: `${entry.data.label}, statement ${data.n}`,
    names: [id, ...data.quotes.map(({ words }) => words)],
    text: data.text,
    voice: { speakers: speakers.map(toVoice), via: via.map((link) => link.map(toVoice)) },
    facts: [labels.kindLabels[data.kind], labels.formatLocators(data.at)],
    ...dateFields(data.date),
    facets: {
      statement: [data.kind],
      article: [entry.id],
      speaker: speakers.flatMap(({ actor }) => actor?.id ?? []),
      actor: unique(allActors.map((actor) => actor.id)),
      side: sidesOf(allActors),
      theme: themes.map((theme) => theme.id),
      status: unique(events.map((event) => event.data.status)),
      ...yearFacet(data.date),
    },
  };
}

const toVoice = ({ actor, unnamed }: SpeakerNode) => actor?.id ?? unnamed ?? '';
const unique = <Value>(values: readonly Value[]) => [...new Set(values)];
const articlesOf = (nodes: readonly { entry: { id: string } }[]) => unique(nodes.map(({ entry }) => entry.id));
const themesOf = (statements: readonly StatementNode[]) => unique(statements.flatMap(({ themes }) => themes.map(({ id }) => id)));
const sidesOf = (actors: readonly ActorNode[]) => unique(actors.map(({ data }) => data.side));

function dateFields({ edtf, basis }: DateField): Pick<SearchDocument, 'dateLabel' | 'date' | 'span'> {
  const { from, to } = getBounds(edtf);
  const date = from ?? to;
  return edtf && date ? { dateLabel: formatDate(edtf, basis), date, ...(from !== to && { span: [from ?? '', to ?? ''] }) } : {};
}

/** Returns every year of a date. If the date is open at one end, returns the year of the other end. */
function yearFacet({ edtf }: DateField): Facets {
  const { from, to } = getBounds(edtf);
  const first = getYear(edtf);
  if (first === null) return {};
  const last = from && to ? Number(to.slice(0, 4)) : first;
  return { year: Array.from({ length: last - first + 1 }, (_, index) => String(first + index)) };
}
