import { getBounds } from '../dates/bounds.ts';
import {
  aboutPath,
  eventPath,
  forecastsPath,
  homePath,
  linksPath,
  networkPath,
  placePath,
  placesPath,
  questionPath,
  questionsPath,
  statementPath,
  termPath,
  timelinePath,
} from '../paths/paths.ts';
import type { StatementNode, TermNode, TheRecord } from '../record/model.ts';
import type { DateField } from '../schema/field-types.ts';
import { formatShortLocators, kindLabels, relationLabels, statusLabels } from '../text/labels.ts';
import { coverage } from '../views/coverage.ts';
import { forecastGroups, forecastListItem } from '../views/forecasts.ts';
import { voiceOf, speakerName } from '../views/voice.ts';

/** A row of a figure's data. Empty cells are undefined. */
export type FigureRow = Record<string, string | number | undefined>;

/** A figure that readers can take as SVG, PNG and CSV. Its drawing is taken from its page, with the title and source of its frame. */
interface Figure {
  /** Path of the page with the `FigureFrame` that names it. */
  page: string;
  /** Returns the data, a row for each mark. All rows have the same keys, in the order of the columns. */
  rows: (record: TheRecord, url: (path: string) => string) => FigureRow[];
}

const glance: Figure = {
  page: homePath,
  rows: ({ statements }, url) =>
    statements.map((statement) => ({
      ...identity(statement, url),
      kind: kindLabels[statement.data.kind],
      ...voiceColumns(statement),
      links: statement.relations
        .map(({ data, from, to }) => (from === statement ? `${data.kind} ${to.id}` : `${from.id} ${data.kind} it`))
        .join('; '),
    })),
};

const links: Figure = {
  page: linksPath,
  rows: ({ relations }, url) =>
    relations.map(({ data: { kind, why }, from, to }) => ({
      kind: relationLabels[kind].forward,
      from: from.id,
      from_article: from.entry.data.label,
      from_text: from.data.text,
      from_url: url(statementPath(from.id)),
      to: to.id,
      to_article: to.entry.data.label,
      to_text: to.data.text,
      to_url: url(statementPath(to.id)),
      why,
    })),
};

const map: Figure = {
  page: placesPath,
  rows: ({ places }, url) =>
    places.map(({ id, data, disputedNames, statements }) => ({
      place: data.names.en,
      kind: data.kind,
      latitude: data.coordinates.lat,
      longitude: data.coordinates.lon,
      statements: statements.length,
      names: disputedNames.map(({ name, usedBy }) => `${name} (${usedBy.data.names.en})`).join('; '),
      url: url(placePath(id)),
    })),
};

const timeline: Figure = {
  page: timelinePath,
  rows: ({ events }, url) =>
    events.map((event) => ({
      event: event.data.title,
      ...dateColumns(event.data.date),
      status: statusLabels[event.data.status],
      statements: event.statements.length,
      articles: event.entries.map(({ id }) => id).join('; '),
      url: url(eventPath(event.id)),
    })),
};

const forecasts: Figure = {
  page: forecastsPath,
  rows: ({ statements }, url) =>
    statements
      .filter(({ data }) => data.kind === 'forecast')
      .map((statement) => {
        const { said, horizon, condition } = statement.data;
        const published = getBounds(statement.entry.data.source.published.edtf);
        return {
          ...identity(statement, url),
          ...voiceColumns(statement),
          said: said?.edtf ?? undefined,
          published: published.to ?? undefined,
          by_when: horizon?.edtf ?? undefined,
          condition,
          outcome: forecastGroups[forecastListItem(statement).group].title,
          reported_in: statement.relations
            .filter(({ data, to }) => data.kind === 'answers' && to === statement)
            .map(({ from }) => from.id)
            .join('; '),
        };
      }),
};

/** All answers: a row for each question and article. */
const questions: Figure = {
  page: questionsPath,
  rows: ({ themes }, url) =>
    themes.flatMap((theme) =>
      theme.questions.flatMap(({ id, data, positions }) =>
        positions.map(({ entry, text, rests, related }) => ({
          theme: theme.data.title,
          question: data.question,
          article: entry.data.label,
          statements: text ? rests.length : 0,
          answer: text,
          based_on: rests.map((statement) => statement.id).join('; '),
          url: url(questionPath(theme.id, id)),
          touched_in: text ? '' : related.map((statement) => statement.id).join('; '),
        })),
      ),
    ),
};

/** Who speaks through whom: a row for each speaker, who passed the statements on, and article. */
const bands: Figure = {
  page: networkPath,
  rows: ({ statements }) => {
    const groups = Map.groupBy(statements, (statement) => JSON.stringify([voiceColumns(statement), statement.entry.data.label]));
    return [...groups.values()].map((group) => ({
      ...voiceColumns(group[0]!),
      article: group[0]!.entry.data.label,
      statements: group.length,
    }));
  },
};

const kinds: Figure = {
  page: aboutPath,
  rows: (record) => {
    const { byEntry, kinds: names } = coverage(record);
    return byEntry.flatMap(({ name, kinds: counts }) => names.map((kind, index) => ({ article: name, kind, statements: counts[index] })));
  },
};

const voices: Figure = {
  page: aboutPath,
  rows: (record) => coverage(record).bySide.map(({ name, count }) => ({ voice: name, statements: count })),
};

const years: Figure = {
  page: aboutPath,
  rows: (record) => coverage(record).byYear.map(({ year, count }) => ({ year, statements: count })),
};

/** The figures that are offered as files, but for those of terms. To add one, write its rows here and name it in its `FigureFrame`: `figure="map"`. */
export const figures = { glance, questions, links, map, timeline, forecasts, bands, kinds, voices, years } satisfies Record<string, Figure>;

/** Returns all figures by name: those above, and the table of each term. */
export const figuresOf = ({ terms }: Pick<TheRecord, 'terms'>): Record<string, Figure> => ({
  ...figures,
  ...Object.fromEntries(terms.map((term) => [termFigure(term.id), { page: termPath(term.id), rows: () => usesOf(term) }])),
});

export const termFigure = (id: string): FigureName => `term-${id}`;

export type FigureName = keyof typeof figures | `term-${string}`;

/** Returns a row for each use of a wording. */
const usesOf = (term: TermNode): FigureRow[] =>
  term.uses.map(({ data, entry, speakers, rests }) => ({
    wording: data.wording,
    article: entry.data.label,
    voice: data.voice,
    speakers: speakers.map(speakerName).join('; '),
    side: voiceOf({ speakers }).speakers.join('; '),
    passages: formatShortLocators(data.at),
    times: data.count,
    statements: rests.map(({ id }) => id).join('; '),
  }));

const identity = ({ id, data, entry }: StatementNode, url: (path: string) => string): FigureRow => ({
  statement: id,
  article: entry.data.label,
  text: data.text,
  url: url(statementPath(id)),
});

function voiceColumns(statement: StatementNode): FigureRow {
  const { speakers, passedOnBy } = voiceOf(statement);
  return {
    speakers: statement.speakers.map(speakerName).join('; '),
    side: speakers.join('; '),
    passed_on_by: statement.via.flat().map(speakerName).join('; '),
    side_passed_on: passedOnBy.join('; '),
  };
}

function dateColumns({ edtf, basis }: DateField): FigureRow {
  const { from, to } = getBounds(edtf);
  return { date: edtf ?? undefined, from: from ?? undefined, to: to ?? undefined, basis };
}
