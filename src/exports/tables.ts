import type { SiteMetadata } from '../config/site.ts';
import type { TheRecord, SpeakerNode } from '../record/model.ts';
import { actorKinds, event, place, sides } from '../schema/items.ts';
import { genres } from '../schema/entry.ts';
import { forecastOutcomes, relations, statementKinds } from '../schema/statement.ts';
import {
  column,
  dateColumns,
  identity,
  laterNameColumns,
  list,
  nameColumns,
  oldColumn,
  referenceColumn,
  wordingColumn,
  type Table,
} from './columns.ts';
import type { ExportName, RecordData } from './record-data.ts';
import { linkTables } from './link-tables.ts';

type RowOf<Name extends ExportName> = RecordData[Name][number];

/** Returns the tables of the Record: one for each collection, then those that link them. */
export const tables = (data: RecordData, record: TheRecord, site: SiteMetadata): Table<never>[] => [
  ...collectionTables(data, record),
  ...linkTables(data, record, site),
];

function collectionTables(data: RecordData, record: TheRecord): Table<never>[] {
  const statements = new Map([...record.statements, ...record.withdrawn].map((statement) => [statement.id, statement]));
  const voices = (id: string, which: 'speakers' | 'via') => list(statements.get(id)![which].flat().map(formatSpeaker));
  const all: { [Name in ExportName]: Pick<Table<RowOf<Name>>, 'title' | 'columns'> } = {
    entries: {
      title: 'The articles',
      columns: [
        ...identity,
        column('label', 'Short label', ({ label }) => label),
        column('title', 'Title as printed', ({ source }) => source.title),
        oldColumn('authors', 'Authors, by actor id', 'entry_authors', ({ source }) => list(source.authors)),
        referenceColumn('publisher', 'Who published it, by actor id', 'actors', ({ source }) => source.publisher),
        column('genre', 'What kind of text it is', ({ source }) => source.genre, { values: genres }),
        column('language', 'Language of the text (BCP 47)', ({ source }) => source.language),
        ...dateColumns<RowOf<'entries'>>('published', 'Publication', ({ source }) => source.published),
        column('address', 'First address at which the text was seen', ({ source }) => source.addresses[0]!.url),
        oldColumn('themes', 'Themes, by id', 'entry_themes', ({ themes }) => list(themes)),
        column('summary', 'The article in two or three sentences', ({ summary }) => summary.text),
        column('passages', 'Number of passages', ({ passages }) => Object.keys(passages).length, { type: 'integer' }),
        column('owner', 'Editor’s note: who owns or runs the outlet', ({ standpoint }) => standpoint.owner),
      ],
    },
    statements: {
      title: 'The statements of all articles, with those that were merged into others',
      columns: [
        ...identity,
        referenceColumn('entry', 'Its article, by entry id', 'entries', ({ entry }) => entry),
        column('n', 'Its number in the article', ({ n }) => n, { type: 'integer' }),
        oldColumn('at', 'Passages that contain it', 'statement_passages', ({ at }) => list(at)),
        column('kind', 'What it is', ({ kind }) => kind, { values: statementKinds }),
        oldColumn('speakers', 'Whose statement it is: actor ids, or the description of an unnamed voice', 'statement_speakers', ({ id }) =>
          voices(id, 'speakers'),
        ),
        oldColumn('via', 'Who passes it on, nearest to the speaker first', 'statement_via', ({ id }) => voices(id, 'via')),
        column('text', 'What is said, in the Record’s own words', ({ text }) => text),
        oldColumn('quotes', 'Exact phrases of the article', 'statement_quotes', ({ quotes }) => list(quotes.map(({ words }) => words))),
        ...dateColumns<RowOf<'statements'>>('date', 'When it happened', ({ date }) => date),
        ...dateColumns<RowOf<'statements'>>('said', 'When it was said', ({ said }) => said),
        ...dateColumns<RowOf<'statements'>>('horizon', 'Until when a forecast reaches', ({ horizon }) => horizon),
        oldColumn('condition', 'What it depends on', 'depends_on', ({ condition }) => condition),
        oldColumn('events', 'Events, by id', 'statement_events', ({ events }) => list(events)),
        oldColumn('actors', 'Actors it speaks of, by id', 'statement_actors', ({ actors }) => list(actors)),
        oldColumn('themes', 'Themes, by id', 'statement_themes', ({ themes }) => list(themes)),
        oldColumn('places', 'Places, by id', 'statement_places', ({ places }) => list(places)),
        column('note', 'Editor’s note', ({ note }) => note),
        column('withdrawn', 'Day on which it was merged or withdrawn. Empty if it counts', ({ withdrawn }) => withdrawn?.date, {
          type: 'date',
        }),
        column('withdrawn_reason', 'Why it was merged or withdrawn', ({ withdrawn }) => withdrawn?.reason),
        column('label', 'What it says in a few words', ({ label }) => label),
        column('depends_on', 'What it depends on, if it is said under a condition', ({ condition }) => condition),
        wordingColumn('date', 'When it happened', ({ date }) => date),
        wordingColumn('said', 'When it was said', ({ said }) => said),
        wordingColumn('horizon', 'Until when a forecast reaches', ({ horizon }) => horizon),
        referenceColumn('instead', 'The statement into which it was merged', 'statements', ({ withdrawn }) => withdrawn?.instead),
      ],
    },
    events: {
      title: 'Events',
      columns: [
        ...identity,
        column('title', 'What it is', ({ title }) => title),
        column('kind', 'What sort of event it is', ({ kind }) => kind, { values: event.shape.kind.options }),
        column('status', 'How far it is real, in the articles’ terms', ({ status }) => status, { values: event.shape.status.options }),
        ...dateColumns<RowOf<'events'>>('date', 'When', ({ date }) => date),
        oldColumn('places', 'Where, by place id', 'event_places', ({ places }) => list(places)),
        oldColumn('actors', 'Who took part, by actor id', 'event_actors', ({ actors }) => list(actors.map(({ actor }) => actor))),
        column('account', 'What the articles report about it', ({ account }) => account.map(({ text }) => text).join(' ')),
        oldColumn('rests', 'Statements that the account cites', 'event_sources', ({ account }) =>
          list([...new Set(account.flatMap(({ rests }) => rests))]),
        ),
        column('note', 'Editor’s note', ({ note }) => note),
        column('label', 'Its name in drawings', ({ label }) => label),
        column('description', 'What it is in these articles, in one line', ({ description }) => description),
        wordingColumn('date', 'When', ({ date }) => date),
      ],
    },
    actors: {
      title: 'Actors: people, states, bodies and outlets',
      columns: [
        ...identity,
        ...nameColumns('actor_variants'),
        column('family', 'Family name of a person', ({ person }) => person?.family),
        column('given', 'Given name of a person', ({ person }) => person?.given),
        column('kind', 'What it is', ({ kind }) => kind, { values: actorKinds }),
        column('side', 'Side by nationality or seat, not by opinion', ({ side }) => side, { values: sides }),
        referenceColumn('part_of', 'The larger body it belongs to, by actor id', 'actors', ({ partOf }) => partOf),
        column('wikidata', 'Wikidata item', ({ identifiers }) => identifiers?.wikidata),
        column('note', 'Editor’s note', ({ note }) => note),
        column('description', 'What it is in these articles, in one line. State media are named as such', ({ description }) => description),
        ...laterNameColumns(),
      ],
    },
    themes: {
      title: 'Themes',
      columns: [
        ...identity,
        column('title', 'Its name', ({ title }) => title),
        column('scope', 'What it covers', ({ scope }) => scope),
        oldColumn('questions', 'Its questions', 'questions', ({ questions }) => list(questions.map(({ question }) => question))),
      ],
    },
    places: {
      title: 'Places',
      columns: [
        ...identity,
        ...nameColumns('place_variants'),
        column('kind', 'What it is', ({ kind }) => kind, { values: place.shape.kind.options }),
        column('lat', 'Latitude in degrees north, WGS 84', ({ coordinates }) => coordinates.lat, { type: 'number' }),
        column('lon', 'Longitude in degrees east, WGS 84', ({ coordinates }) => coordinates.lon, { type: 'number' }),
        oldColumn('within', 'The larger place, by id', 'part_of', ({ within }) => within),
        column('note', 'Editor’s note', ({ note }) => note),
        column('description', 'What it is in these articles, in one line', ({ description }) => description),
        referenceColumn('part_of', 'The larger place, by id. Empty if that is disputed', 'places', ({ within }) => within),
        ...laterNameColumns(),
      ],
    },
    terms: {
      title: 'Contested terms',
      columns: [
        ...identity,
        column('title', 'What the wordings are about', ({ title }) => title),
        oldColumn('wordings', 'The wordings, each with its article', 'term_wordings', ({ uses }) =>
          list(uses.map(({ wording, entry }) => `${wording} (${entry})`)),
        ),
        column('rule', 'What the Record itself writes', ({ rule }) => rule),
      ],
    },
    relations: {
      title: 'Relations between statements',
      columns: [
        oldColumn('from', 'The first statement', 'from_statement', ({ from }) => from),
        oldColumn('to', 'The second statement', 'to_statement', ({ to }) => to),
        column('kind', 'What the first statement does to the second', ({ kind }) => kind, {
          values: relations.shape.relations.element.shape.kind.options,
        }),
        column('why', 'Why, in a sentence', ({ why }) => why),
        column('outcome', 'What became of a forecast', ({ outcome }) => outcome, { values: forecastOutcomes }),
        referenceColumn('from_statement', 'The first statement', 'statements', ({ from }) => from),
        referenceColumn('to_statement', 'The second statement', 'statements', ({ to }) => to),
      ],
    },
  };
  return Object.entries(all).map(([name, table]) => ({
    name,
    rows: data[name as ExportName],
    key: name === 'relations' ? ['from_statement', 'to_statement', 'kind'] : ['id'],
    ...table,
  })) as unknown as Table<never>[];
}

/** Formats a speaker as an actor id, or as a description if the article does not name the speaker. */
const formatSpeaker = ({ actor, unnamed }: SpeakerNode) => actor?.id ?? `unnamed: ${unnamed}`;
