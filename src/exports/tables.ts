import { getBounds } from '../dates/bounds.ts';
import type { TheRecord, SpeakerNode } from '../record/model.ts';
import type { DateField } from '../schema/date-field.ts';
import { languages, type Names } from '../schema/names.ts';
import type { RecordData, ExportName } from './export-schema.ts';

type Cell = string | number | boolean | undefined;

/** A column of a table: its name, what it holds, and its type in Table Schema (Data Package 1). */
export interface Column<Row> {
  name: string;
  description: string;
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  /** The table whose `id` the cell holds: one id, not a list. */
  foreignKey?: ExportName;
  cell: (row: Row) => Cell;
}

/** A table of the Record as CSV and the data package have it. Lists stand in one cell, parted by `; `. */
export interface Table<Row = never> {
  name: ExportName;
  title: string;
  columns: Column<Row>[];
  rows: Row[];
}

type RowOf<Name extends ExportName> = RecordData[Name][number];

/** One table for each collection, in the order of the Record. */
export function tables(data: RecordData, record: TheRecord): Table<never>[] {
  const texts = new Map([...record.statements, ...record.withdrawn].map((statement) => [statement.id, statement]));
  const voices = (id: string, which: 'speakers' | 'via') => list(texts.get(id)![which].map(formatSpeaker));
  const all: { [Name in ExportName]: Table<RowOf<Name>> } = {
    entries: {
      name: 'entries',
      title: 'The articles',
      rows: data.entries,
      columns: [
        ...identity<RowOf<'entries'>>(),
        column('label', 'Short label', ({ label }) => label),
        column('title', 'Title as printed', ({ source }) => source.title),
        column('authors', 'Authors, by actor id', ({ source }) => list(source.authors)),
        refers('publisher', 'Who published it, by actor id', 'actors', ({ source }) => source.publisher),
        column('genre', 'What kind of text it is', ({ source }) => source.genre),
        column('language', 'Language of the text (BCP 47)', ({ source }) => source.language),
        ...dateColumns<RowOf<'entries'>>('published', 'Publication', ({ source }) => source.published),
        column('address', 'First address at which the text was seen', ({ source }) => source.addresses[0]!.url),
        column('themes', 'Themes, by id', ({ themes }) => list(themes)),
        column('summary', 'The article in two or three sentences', ({ summary }) => summary.text),
        { ...column<RowOf<'entries'>>('passages', 'Number of passages', ({ passages }) => Object.keys(passages).length), type: 'integer' },
      ],
    },
    statements: {
      name: 'statements',
      title: 'The statements of all ledgers',
      rows: data.statements,
      columns: [
        ...identity<RowOf<'statements'>>(),
        refers('entry', 'Its article, by entry id', 'entries', ({ entry }) => entry),
        { ...column<RowOf<'statements'>>('n', 'Its number in the ledger', ({ n }) => n), type: 'integer' },
        column('at', 'Passages it stands in', ({ at }) => list(at)),
        column('kind', 'What it is', ({ kind }) => kind),
        column('speakers', 'Who holds it: actor ids, or the description of a voice the article does not name', ({ id }) =>
          voices(id, 'speakers'),
        ),
        column('via', 'Who relays it, nearest to the speaker first', ({ id }) => voices(id, 'via')),
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
        { ...column<RowOf<'statements'>>('withdrawn', 'Day on which it was withdrawn', ({ withdrawn }) => withdrawn?.date), type: 'date' },
        column('withdrawn_reason', 'Why it was withdrawn', ({ withdrawn }) => withdrawn?.reason),
      ],
    },
    events: {
      name: 'events',
      title: 'Events',
      rows: data.events,
      columns: [
        ...identity<RowOf<'events'>>(),
        column('title', 'What it is', ({ title }) => title),
        column('kind', 'What sort of event it is', ({ kind }) => kind),
        column('status', 'How far it is real, in the articles’ terms', ({ status }) => status),
        ...dateColumns<RowOf<'events'>>('date', 'When', ({ date }) => date),
        column('places', 'Where, by place id', ({ places }) => list(places)),
        column('actors', 'Who took part, by actor id', ({ actors }) => list(actors.map(({ actor }) => actor))),
        column('account', 'What the articles tell of it', ({ account }) => account.map(({ text }) => text).join(' ')),
        column('rests', 'Statements that the account rests on', ({ account }) => list([...new Set(account.flatMap(({ rests }) => rests))])),
        column('note', 'Editor’s note', ({ note }) => note),
      ],
    },
    actors: {
      name: 'actors',
      title: 'Actors',
      rows: data.actors,
      columns: [
        ...identity<RowOf<'actors'>>(),
        ...nameColumns<RowOf<'actors'>>(),
        column('family', 'Family name of a person', ({ person }) => person?.family),
        column('given', 'Given name of a person', ({ person }) => person?.given),
        column('kind', 'What it is', ({ kind }) => kind),
        column('side', 'Side by nationality or seat', ({ side }) => side),
        refers('part_of', 'The larger body it belongs to, by actor id', 'actors', ({ partOf }) => partOf),
        column('wikidata', 'Wikidata item', ({ identifiers }) => identifiers?.wikidata),
        column('note', 'Editor’s note', ({ note }) => note),
      ],
    },
    themes: {
      name: 'themes',
      title: 'Themes',
      rows: data.themes,
      columns: [
        ...identity<RowOf<'themes'>>(),
        column('title', 'Its name', ({ title }) => title),
        column('scope', 'What it takes in', ({ scope }) => scope),
        column('questions', 'Its questions', ({ questions }) => list(questions.map(({ question }) => question))),
      ],
    },
    places: {
      name: 'places',
      title: 'Places',
      rows: data.places,
      columns: [
        ...identity<RowOf<'places'>>(),
        ...nameColumns<RowOf<'places'>>(),
        column('kind', 'What it is', ({ kind }) => kind),
        { ...column<RowOf<'places'>>('lat', 'Latitude in degrees north, WGS 84', ({ coordinates }) => coordinates.lat), type: 'number' },
        { ...column<RowOf<'places'>>('lon', 'Longitude in degrees east, WGS 84', ({ coordinates }) => coordinates.lon), type: 'number' },
        refers('within', 'The larger place, by id; empty where disputed', 'places', ({ within }) => within),
        column('note', 'Editor’s note', ({ note }) => note),
      ],
    },
    terms: {
      name: 'terms',
      title: 'Contested terms',
      rows: data.terms,
      columns: [
        ...identity<RowOf<'terms'>>(),
        column('title', 'What the wordings are about', ({ title }) => title),
        column('wordings', 'The wordings, each with its article', ({ uses }) =>
          list(uses.map(({ wording, entry }) => `${wording} (${entry})`)),
        ),
        column('rule', 'What the Record itself writes', ({ rule }) => rule),
      ],
    },
    relations: {
      name: 'relations',
      title: 'Relations between statements',
      rows: data.relations,
      columns: [
        refers('from', 'The statement that stands to the other in this way', 'statements', ({ from }) => from),
        refers('to', 'The statement it stands to', 'statements', ({ to }) => to),
        column('kind', 'How it stands to it', ({ kind }) => kind),
        column('why', 'Why, in a sentence', ({ why }) => why),
        column('outcome', 'What became of a forecast', ({ outcome }) => outcome),
      ],
    },
  };
  return Object.values(all) as unknown as Table<never>[];
}

const list = (items: readonly string[]) => items.join('; ');

const formatSpeaker = ({ actor, unnamed }: SpeakerNode) => actor?.id ?? `unnamed: ${unnamed}`;

const column = <Row>(name: string, description: string, cell: (row: Row) => Cell): Column<Row> => ({ name, description, cell });

const refers = <Row>(name: string, description: string, refersTo: ExportName, cell: (row: Row) => Cell): Column<Row> => ({
  name,
  description,
  foreignKey: refersTo,
  cell,
});

const identity = <Row extends { id: string; url: string }>(): Column<Row>[] => [
  column('id', 'Its id', ({ id }) => id),
  column('url', 'Its page', ({ url }) => url),
];

const nameColumns = <Row extends { names: Names }>(): Column<Row>[] => [
  column('name', 'Name in English', ({ names }) => names.en),
  ...languages.flatMap(({ lang, label, reading }) => [
    column<Row>(`name_${lang}`, `Name in ${label}`, ({ names }) => names[lang]),
    ...(reading ? [column<Row>(`name_${lang}_reading`, 'Its reading in hiragana', ({ names }) => names[reading])] : []),
  ]),
  column('variants', 'Other forms', ({ names }) => list(names.variants)),
];

/** A date as EDTF, how it is known and on what ground, and the days between which it lies. */
const dateColumns = <Row>(name: string, what: string, of: (row: Row) => DateField | undefined): Column<Row>[] => [
  column(`${name}_edtf`, `${what}: EDTF (ISO 8601-2)`, (row) => of(row)?.edtf ?? undefined),
  column(`${name}_basis`, `${what}: printed, reckoned or inferred`, (row) => of(row)?.basis),
  column(`${name}_ground`, `${what}: the ground on which the date rests`, (row) => of(row)?.ground),
  {
    ...column<Row>(`${name}_from`, `${what}: the earliest day`, (row) => getBounds(of(row)?.edtf ?? null).from ?? undefined),
    type: 'date',
  },
  { ...column<Row>(`${name}_to`, `${what}: the latest day`, (row) => getBounds(of(row)?.edtf ?? null).to ?? undefined), type: 'date' },
];
