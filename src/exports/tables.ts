import { getBounds } from '../dates/bounds.ts';
import type { TheRecord, SpeakerNode } from '../record/model.ts';
import type { DateField } from '../schema/date-field.ts';
import { languages, type Names } from '../schema/names.ts';
import type { ExportName, RecordData } from './export-schema.ts';

type Cell = string | number | boolean | undefined;

/** A column of a table, with what Table Schema (Data Package 1.0) needs. */
export interface Column<Row> {
  name: string;
  description: string;
  /** `string` if it is absent. */
  type?: 'integer' | 'number' | 'date';
  /** The table with the id that the cell contains. */
  foreignKey?: ExportName;
  cell: (row: Row) => Cell;
}

/** A table of the Record for CSV and the data package. A list is one cell, separated by `; `. */
export interface Table<Row = never> {
  name: ExportName;
  title: string;
  columns: Column<Row>[];
  rows: Row[];
}

type RowOf<Name extends ExportName> = RecordData[Name][number];

/** Returns one table for each collection, in the order of the Record. */
export function tables(data: RecordData, record: TheRecord): Table<never>[] {
  const statements = new Map([...record.statements, ...record.withdrawn].map((statement) => [statement.id, statement]));
  const speakers = (id: string, which: 'speakers' | 'via') => list(statements.get(id)![which].flat().map(formatSpeaker));
  const all: { [Name in ExportName]: Pick<Table<RowOf<Name>>, 'title' | 'columns'> } = {
    entries: {
      title: 'The articles',
      columns: [
        ...identity,
        column('label', 'Short label', ({ label }) => label),
        column('title', 'Title as printed', ({ source }) => source.title),
        column('authors', 'Authors, by actor id', ({ source }) => list(source.authors)),
        referenceColumn('publisher', 'Who published it, by actor id', 'actors', ({ source }) => source.publisher),
        column('genre', 'What kind of text it is', ({ source }) => source.genre),
        column('language', 'Language of the text (BCP 47)', ({ source }) => source.language),
        ...dateColumns<RowOf<'entries'>>('published', 'Publication', ({ source }) => source.published),
        column('address', 'First address at which the text was seen', ({ source }) => source.addresses[0]!.url),
        column('themes', 'Themes, by id', ({ themes }) => list(themes)),
        column('summary', 'The article in two or three sentences', ({ summary }) => summary.text),
        column('passages', 'Number of passages', ({ passages }) => Object.keys(passages).length, 'integer'),
      ],
    },
    statements: {
      title: 'The statements of all ledgers',
      columns: [
        ...identity,
        referenceColumn('entry', 'Its article, by entry id', 'entries', ({ entry }) => entry),
        column('n', 'Its number in the ledger', ({ n }) => n, 'integer'),
        column('at', 'Passages it stands in', ({ at }) => list(at)),
        column('kind', 'What it is', ({ kind }) => kind),
        column('speakers', 'Who holds it: actor ids, or the description of a voice the article does not name', ({ id }) =>
          speakers(id, 'speakers'),
        ),
        column('via', 'Who relays it, nearest to the speaker first', ({ id }) => speakers(id, 'via')),
        column('text', 'What is said, in the Record’s own words', ({ text }) => text),
        column('quotes', 'Exact phrases of the article', ({ quotes }) => list(quotes.map(({ words }) => words))),
        ...dateColumns<RowOf<'statements'>>('date', 'When it happened', ({ date }) => date),
        ...dateColumns<RowOf<'statements'>>('said', 'When it was said', ({ said }) => said),
        ...dateColumns<RowOf<'statements'>>('horizon', 'Until when a forecast reaches', ({ horizon }) => horizon),
        column('condition', 'What it depends on', ({ condition }) => condition),
        column('events', 'Events, by id', ({ events }) => list(events)),
        column('actors', 'Actors it speaks of, by id', ({ actors }) => list(actors)),
        column('themes', 'Themes, by id', ({ themes }) => list(themes)),
        column('places', 'Places, by id', ({ places }) => list(places)),
        column('note', 'Editor’s note', ({ note }) => note),
        column('withdrawn', 'Day on which it was withdrawn', ({ withdrawn }) => withdrawn?.date, 'date'),
        column('withdrawn_reason', 'Why it was withdrawn', ({ withdrawn }) => withdrawn?.reason),
        column('label', 'What it says in a few words', ({ label }) => label),
      ],
    },
    events: {
      title: 'Events',
      columns: [
        ...identity,
        column('title', 'What it is', ({ title }) => title),
        column('kind', 'What sort of event it is', ({ kind }) => kind),
        column('status', 'How far it is real, in the articles’ terms', ({ status }) => status),
        ...dateColumns<RowOf<'events'>>('date', 'When', ({ date }) => date),
        column('places', 'Where, by place id', ({ places }) => list(places)),
        column('actors', 'Who took part, by actor id', ({ actors }) => list(actors.map(({ actor }) => actor))),
        column('account', 'What the articles tell of it', ({ account }) => account.map(({ text }) => text).join(' ')),
        column('rests', 'Statements that the account rests on', ({ account }) => list([...new Set(account.flatMap(({ rests }) => rests))])),
        column('note', 'Editor’s note', ({ note }) => note),
        column('label', 'Its name in drawings', ({ label }) => label),
      ],
    },
    actors: {
      title: 'Actors',
      columns: [
        ...identity,
        ...nameColumns,
        column('family', 'Family name of a person', ({ person }) => person?.family),
        column('given', 'Given name of a person', ({ person }) => person?.given),
        column('kind', 'What it is', ({ kind }) => kind),
        column('side', 'Side by nationality or seat', ({ side }) => side),
        referenceColumn('part_of', 'The larger body it belongs to, by actor id', 'actors', ({ partOf }) => partOf),
        column('wikidata', 'Wikidata item', ({ identifiers }) => identifiers?.wikidata),
        column('note', 'Editor’s note', ({ note }) => note),
      ],
    },
    themes: {
      title: 'Themes',
      columns: [
        ...identity,
        column('title', 'Its name', ({ title }) => title),
        column('scope', 'What it takes in', ({ scope }) => scope),
        column('questions', 'Its questions', ({ questions }) => list(questions.map(({ question }) => question))),
      ],
    },
    places: {
      title: 'Places',
      columns: [
        ...identity,
        ...nameColumns,
        column('kind', 'What it is', ({ kind }) => kind),
        column('lat', 'Latitude in degrees north, WGS 84', ({ coordinates }) => coordinates.lat, 'number'),
        column('lon', 'Longitude in degrees east, WGS 84', ({ coordinates }) => coordinates.lon, 'number'),
        referenceColumn('within', 'The larger place, by id; empty where disputed', 'places', ({ within }) => within),
        column('note', 'Editor’s note', ({ note }) => note),
      ],
    },
    terms: {
      title: 'Contested terms',
      columns: [
        ...identity,
        column('title', 'What the wordings are about', ({ title }) => title),
        column('wordings', 'The wordings, each with its article', ({ uses }) =>
          list(uses.map(({ wording, entry }) => `${wording} (${entry})`)),
        ),
        column('rule', 'What the Record itself writes', ({ rule }) => rule),
      ],
    },
    relations: {
      title: 'Relations between statements',
      columns: [
        referenceColumn('from', 'The statement that stands to the other in this way', 'statements', ({ from }) => from),
        referenceColumn('to', 'The statement it stands to', 'statements', ({ to }) => to),
        column('kind', 'How it stands to it', ({ kind }) => kind),
        column('why', 'Why, in a sentence', ({ why }) => why),
        column('outcome', 'What became of a forecast', ({ outcome }) => outcome),
      ],
    },
  };
  return Object.entries(all).map(([name, table]) => ({ name, rows: data[name as ExportName], ...table })) as unknown as Table<never>[];
}

const list = (items: readonly string[]) => items.join('; ');

/** Formats a speaker as an actor id, or as a description if the article does not name the speaker. */
const formatSpeaker = ({ actor, unnamed }: SpeakerNode) => actor?.id ?? `unnamed: ${unnamed}`;

/** Returns a column. */
const column = <Row>(name: string, description: string, cell: (row: Row) => Cell, type?: Column<Row>['type']): Column<Row> => ({
  name,
  description,
  ...(type && { type }),
  cell,
});

/** Returns a column with the id of a row of another table. */
const referenceColumn = <Row>(name: string, description: string, foreignKey: ExportName, cell: (row: Row) => Cell): Column<Row> => ({
  name,
  description,
  foreignKey,
  cell,
});

/** Columns of every table whose rows have a page. */
const identity: Column<{ id: string; url: string }>[] = [
  column('id', 'Its id', ({ id }) => id),
  column('url', 'Its page', ({ url }) => url),
];

/** Columns of names, one or two for each language. */
const nameColumns: Column<{ names: Names }>[] = [
  column('name', 'Name in English', ({ names }) => names.en),
  ...languages.flatMap(({ lang, label, reading }) => [
    column<{ names: Names }>(`name_${lang}`, `Name in ${label}`, ({ names }) => names[lang]),
    ...(reading ? [column<{ names: Names }>(`name_${lang}_reading`, 'Its reading in hiragana', ({ names }) => names[reading])] : []),
  ]),
  column('variants', 'Other forms', ({ names }) => list(names.variants)),
];

/** Returns the columns of a date: EDTF, how it is known and why, and the first and last day that it allows. */
const dateColumns = <Row>(name: string, label: string, getDate: (row: Row) => DateField | undefined): Column<Row>[] => [
  column(`${name}_edtf`, `${label}: EDTF (ISO 8601-2)`, (row) => getDate(row)?.edtf ?? undefined),
  column(`${name}_basis`, `${label}: printed, reckoned or inferred`, (row) => getDate(row)?.basis),
  column(`${name}_ground`, `${label}: the ground on which the date rests`, (row) => getDate(row)?.ground),
  column(`${name}_from`, `${label}: the earliest day`, (row) => getBounds(getDate(row)?.edtf ?? null).from ?? undefined, 'date'),
  column(`${name}_to`, `${label}: the latest day`, (row) => getBounds(getDate(row)?.edtf ?? null).to ?? undefined, 'date'),
];
