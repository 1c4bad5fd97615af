import type { SiteMetadata } from '../config/site.ts';
import { questionPath, questionSlug } from '../paths/paths.ts';
import type { SpeakerNode, StatementNode, TheRecord } from '../record/model.ts';
import { byEntryThenNumber } from '../record/sort.ts';
import { forecastOutcomes, quotationKinds, relations } from '../schema/statement.ts';
import { term } from '../schema/items.ts';
import { forecastGroups, forecastListItem } from '../views/forecasts.ts';
import { column, dateColumns, identity, referenceColumn, type Column, type Table, wordingColumn } from './columns.ts';
import type { RecordData } from './record-data.ts';

/** Outcomes of a forecast in the tables. The articles report no outcome of most forecasts. */
const tableOutcomes = [...forecastOutcomes, 'not reported'] as const;

/** Returns the tables that replace lists in cells, and those of questions, positions and forecasts. */
export function linkTables(data: RecordData, record: TheRecord, site: SiteMetadata): Table<never>[] {
  const all = [...record.statements, ...record.withdrawn].toSorted(byEntryThenNumber);
  const statementLinks = (field: 'events' | 'actors' | 'themes' | 'places', target: string, title: string) =>
    link(`statement_${field}`, title, ['statement', 'statements'], [target, field], linksOf(data.statements, field));
  return [
    table(
      'entry_authors',
      'Authors of the articles',
      ['entry', 'ordinal'],
      numbered(data.entries, ({ source }) => source.authors),
      [
        reference('entry', 'entries', 'The article'),
        ordinal('printed order'),
        referenceColumn('actor', 'The author', 'actors', ({ value }) => value),
      ],
    ),
    table(
      'entry_actors',
      'Roles of actors in the articles',
      ['entry', 'ordinal'],
      numbered(data.entries, ({ actors }) => actors),
      [
        reference('entry', 'entries', 'The article'),
        ordinal('editorial order'),
        referenceColumn('actor', 'The actor', 'actors', ({ value }) => value.actor),
        column('role', 'Its role in the article, at the article’s date, if editors described it', ({ value }) => value.role),
      ],
    ),
    table(
      'entry_themes',
      'Themes of the articles',
      ['entry', 'ordinal'],
      numbered(data.entries, ({ themes }) => themes),
      [
        reference('entry', 'entries', 'The article'),
        ordinal('the most important first'),
        referenceColumn('theme', 'The theme', 'themes', ({ value }) => value),
      ],
    ),
    table(
      'passages',
      'Passages of the articles',
      ['entry', 'passage'],
      data.entries.flatMap(({ id, passages }) => Object.entries(passages).map(([passage, each]) => ({ id, passage, ...each }))),
      [
        reference('entry', 'entries', 'The article'),
        column('passage', 'Its locator: p4 is paragraph 4, p0 the opening summary, c1 caption 1', ({ passage }) => passage),
        column('words', 'Number of words', ({ words }) => words, { type: 'integer' }),
        column('opening', 'Its first words', ({ opening }) => opening),
      ],
    ),
    table('statement_passages', 'Passages that contain the statements', ['statement', 'passage'], linksOf(data.statements, 'at'), [
      reference('statement', 'statements', 'The statement'),
      column('passage', 'Locator of the passage in its article', ({ value }) => value),
    ]),
    table(
      'statement_speakers',
      'Whose statement it is',
      ['statement', 'ordinal'],
      numbered(all, ({ speakers }) => speakers),
      [reference('statement', 'statements', 'The statement'), ordinal('order in the article'), ...voice('speaker')],
    ),
    table('statement_via', 'Who passes the statements on', ['statement', 'step', 'ordinal'], all.flatMap(chain), [
      reference('statement', 'statements', 'The statement'),
      column('step', 'Step of the chain: 1 is nearest to the speaker', ({ step }) => step, { type: 'integer' }),
      ordinal('voices with the same step pass it on together'),
      ...voice('one who passes it on'),
    ]),
    table(
      'statement_quotes',
      'Exact phrases of the articles',
      ['statement', 'ordinal'],
      numbered(data.statements, ({ quotes }) => quotes),
      [
        reference('statement', 'statements', 'The statement that quotes it'),
        ordinal('order in the statement'),
        column('words', 'The words, exactly as printed', ({ value }) => value.words),
        column('passage', 'The passage that contains them', ({ value }) => value.at),
        column('kind', 'direct: printed as direct speech. wording: the article’s own words', ({ value }) => value.kind, {
          values: quotationKinds,
        }),
      ],
    ),
    statementLinks('events', 'event', 'Events that the statements report'),
    statementLinks('actors', 'actor', 'Actors that the statements speak of'),
    statementLinks('themes', 'theme', 'Themes of the statements'),
    statementLinks('places', 'place', 'Places that the statements speak of'),
    link('event_places', 'Places of the events', ['event', 'events'], ['place', 'places'], linksOf(data.events, 'places')),
    table(
      'event_actors',
      'Actors who took part in the events',
      ['event', 'ordinal'],
      numbered(data.events, ({ actors }) => actors),
      [
        reference('event', 'events', 'The event'),
        ordinal('editorial order'),
        referenceColumn('actor', 'The actor', 'actors', ({ value }) => value.actor),
        column('part', 'The part it played', ({ value }) => value.part),
      ],
    ),
    link(
      'event_sources',
      'Statements that the accounts of events cite',
      ['event', 'events'],
      ['statement', 'statements'],
      data.events.flatMap(({ id, account }) => [...new Set(account.flatMap(({ rests }) => rests))].map((value) => ({ id, value }))),
    ),
    ...(['actors', 'places'] as const).map((name) => {
      const owner = name === 'actors' ? 'actor' : 'place';
      const rows = data[name].flatMap(({ id, names }) => [...new Set(names.variants)].map((value) => ({ id, value })));
      return table(`${owner}_variants`, `Other forms of the names of ${name}`, [owner, 'variant'], rows, [
        reference(owner, name, `The ${owner}`),
        column('variant', 'The other form', ({ value }) => value),
      ]);
    }),
    table(
      'term_wordings',
      'Wordings of contested terms',
      ['term', 'ordinal'],
      numbered(data.terms, ({ uses }) => uses),
      [
        reference('term', 'terms', 'The term'),
        ordinal('editorial order'),
        column('wording', 'The wording as printed', ({ value }) => value.wording),
        referenceColumn('entry', 'The article', 'entries', ({ value }) => value.entry),
        column(
          'usage',
          'own: the article’s words. quoted: in quotation marks. attributed: reported as somebody’s',
          ({ value }) => value.voice,
          {
            values: term.shape.uses.element.shape.voice.options,
          },
        ),
        column('times', 'How often the passages contain it', ({ value }) => value.count, { type: 'integer' }),
      ],
    ),
    ...questionTables(record, site),
    ...forecastTables(record, site),
  ];
}

function questionTables({ themes }: TheRecord, site: SiteMetadata): Table<never>[] {
  const questions = themes.flatMap((theme) =>
    theme.questions.map(({ id, data, positions }) => ({
      id: questionSlug(theme.id, id),
      url: site.url(questionPath(theme.id, id)),
      theme: theme.id,
      question: data.question,
      positions,
    })),
  );
  const positions = questions.flatMap((question) => question.positions.map((position) => ({ ...position, id: question.id })));
  return [
    table('questions', 'Questions on which the articles are compared', ['id'], questions, [
      ...identity,
      referenceColumn('theme', 'Its theme', 'themes', ({ theme }) => theme),
      column('question', 'The question', ({ question }) => question),
    ]),
    table('positions', 'What each article answers to each question, with silences', ['question', 'entry'], positions, [
      reference('question', 'questions', 'The question'),
      referenceColumn('entry', 'The article', 'entries', ({ entry }) => entry.id),
      column('answer', 'Whether the article answers the question', ({ text }) => (text === undefined ? 'silent' : 'given'), {
        values: ['given', 'silent'],
      }),
      column('text', 'What the article answers. Empty if it is silent', ({ text }) => text),
    ]),
    table(
      'position_statements',
      'Statements behind the answers',
      ['question', 'entry', 'statement'],
      positions.flatMap(({ id, entry, rests, related }) => [
        ...[...new Set(rests)].map((statement) => ({ id, entry, statement, bearing: 'cited' })),
        ...[...new Set(related)].map((statement) => ({ id, entry, statement, bearing: 'related' })),
      ]),
      [
        reference('question', 'questions', 'The question'),
        referenceColumn('entry', 'The article', 'entries', ({ entry }) => entry.id),
        referenceColumn('statement', 'The statement', 'statements', ({ statement }) => statement.id),
        column('bearing', 'cited: the answer rests on it. related: it bears on the question without an answer', ({ bearing }) => bearing, {
          values: ['cited', 'related'],
        }),
      ],
    ),
  ];
}

function forecastTables(record: TheRecord, site: SiteMetadata): Table<never>[] {
  const forecasts = record.statements
    .filter(({ data }) => data.kind === 'forecast')
    .map((node) => ({ ...forecastListItem(node), id: node.id, entry: node.entry, data: node.data }));
  const reports = numbered(forecasts, ({ later }) => later);
  return [
    table('forecasts', 'Forecasts with their outcome', ['id'], forecasts, [
      referenceColumn('id', 'The statement that forecasts', 'statements', ({ id }) => id),
      column('url', 'Address of the page about it', ({ line }) => site.url(line.address)),
      referenceColumn('entry', 'Its article', 'entries', ({ entry }) => entry.id),
      column('text', 'The forecast, in the Record’s own words', ({ data }) => data.text),
      column('label', 'The forecast in a few words', ({ label }) => label),
      ...dateColumns<(typeof forecasts)[number]>('published', 'Publication', ({ entry }) => entry.data.source.published),
      ...dateColumns<(typeof forecasts)[number]>('said', 'When it was said', ({ data }) => data.said),
      ...dateColumns<(typeof forecasts)[number]>('horizon', 'Until when it reaches', ({ data }) => data.horizon),
      wordingColumn('horizon', 'Until when it reaches', ({ data }) => data.horizon),
      column('depends_on', 'What it depends on, if it is said under a condition', ({ condition }) => condition),
      column('outcome', 'What a later statement reports of it', ({ outcome }) => outcome ?? 'not reported', { values: tableOutcomes }),
      column('result', `Its group on the page of forecasts. ${groupRules}`, ({ group }) => group, {
        values: Object.keys(forecastGroups),
      }),
      column('later_statements', 'Number of later statements that bear on it', ({ later }) => later.length, { type: 'integer' }),
    ]),
    table('forecast_reports', 'Later statements that bear on forecasts', ['forecast', 'ordinal'], reports, [
      reference('forecast', 'forecasts', 'The forecast'),
      ordinal('earliest first'),
      referenceColumn('statement', 'The later statement', 'statements', ({ value }) => value.statement.id),
      column('kind', 'How they are related. answers: the later statement reports the outcome', ({ value }) => value.kind, {
        values: relations.shape.relations.element.shape.kind.options,
      }),
      column('outcome', 'The outcome that it reports', ({ value }) => value.outcome, { values: forecastOutcomes }),
    ]),
  ];
}

const groupRules = Object.entries(forecastGroups)
  .map(([group, { rule }]) => `${group}: ${rule}`)
  .join(' ');

/** A row that links a thing to a value. */
interface Link<Value = string> {
  id: string;
  value: Value;
}

const table = <Row>(
  name: string,
  title: string,
  key: readonly string[],
  rows: readonly Row[],
  columns: Column<NoInfer<Row>>[],
): Table<never> => ({ name, title, key, rows, columns }) as unknown as Table<never>;

/** Returns a table of links between two tables. */
const link = (name: string, title: string, [from, fromTable]: [string, string], [to, toTable]: [string, string], rows: readonly Link[]) =>
  table(name, title, [from, to], rows, [
    reference(from, fromTable, `The ${from}`),
    referenceColumn(to, `The ${to}`, toTable, ({ value }) => value),
  ]);

/** Returns the column of the thing that a row links from. */
const reference = (name: string, target: string, description: string): Column<{ id: string }> =>
  referenceColumn(name, description, target, ({ id }) => id);

const ordinal = (order: string): Column<{ ordinal: number }> =>
  column('ordinal', `Position in the list, from 1: ${order}`, ({ ordinal }) => ordinal, { type: 'integer' });

const voice = (name: string): Column<{ value: SpeakerNode }>[] => [
  referenceColumn('actor', `The ${name}. Empty if the article gives no name`, 'actors', ({ value }) => value.actor?.id),
  column('unnamed', `How the article describes the ${name} if it gives no name`, ({ value }) => value.unnamed),
];

const linksOf = <Field extends string>(items: readonly ({ id: string } & { [F in Field]: string[] })[], field: Field): Link[] =>
  items.flatMap((item) => [...new Set(item[field])].map((value) => ({ id: item.id, value })));

const numbered = <Item extends { id: string }, Value>(items: readonly Item[], getList: (item: Item) => readonly Value[]) =>
  items.flatMap((item) => getList(item).map((value, index) => ({ id: item.id, value, ordinal: index + 1 })));

const chain = ({ id, via }: StatementNode) =>
  via.flatMap((step, index) => step.map((value, position) => ({ id, value, step: index + 1, ordinal: position + 1 })));
