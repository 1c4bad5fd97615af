import { formatDay } from '../../src/dates/format.ts';
import type {
  ActorNode,
  EntryNode,
  EventNode,
  PlaceNode,
  QuestionNode,
  StatementNode,
  TermNode,
  ThemeNode,
} from '../../src/record/model.ts';
import { actorPath, entryPath, eventPath, placePath, questionPath, statementPath, termPath, themePath } from '../../src/paths/paths.ts';
import {
  actorKindLabels,
  eventKindLabels,
  genreLabels,
  kindLabels,
  placeKindLabels,
  sideLabels,
  statusLabels,
} from '../../src/text/labels.ts';
import {
  formatEvent,
  nameFacts,
  formatRelation,
  citedSentenceLine,
  formatDateField,
  formatSpeakers,
  formatStatement,
  speakerName,
} from './lines.ts';
import { createReport, type Line, type Report } from './report.ts';

export function entryReport({ id, file, data, statements, events, passages, actors, themes, summary }: EntryNode): Report {
  const { source, standpoint } = data;
  const words = Object.values(passages).reduce((sum, each) => sum + each.words, 0);
  return createReport(
    { title: source.title, what: `entry · ${data.label} · ${genreLabels[source.genre]}`, file, address: entryPath(id) },
    [
      ['Authors', source.authors.join(', ') || 'unsigned'],
      ['Publisher', source.publisher],
      ['Published', formatDateField(source.published)],
      ['Reprint of', source.reprintOf],
      ['Copy at', source.copyAt],
      ['Seen at', source.addresses.map(({ url }) => url).join(' · ')],
      ['Passages', `${Object.keys(passages).length}, ${words} words`],
      ['Themes', themes.map((theme) => theme.id).join(', ')],
      ['Summary', summary.text],
      ['Owner', standpoint.owner],
      ['Form', standpoint.form],
      ['Omits', standpoint.omits.join(' · ')],
      ['Revisions', data.revisions.map(({ date, text }) => `${formatDay(date)}: ${text}`).join(' · ')],
    ],
    [
      ['Appear', actors.map(({ actor, role }) => ({ id: actor.id, text: role }))],
      ['Events', events.map((event) => formatEvent(event))],
      ['Notes', data.notes.map(({ title, text, at }) => ({ id: at.join(' '), text: `${title}: ${text}` }))],
      ['Ledger', statements.map(formatStatement)],
    ],
  );
}

export function statementReport(statement: StatementNode): Report {
  const { id, data, entry, relations, previous, next, events, actors, themes, places } = statement;
  const ids = (things: readonly { id: string }[]) => things.map((thing) => thing.id).join(', ');
  const file = entry.file.replace('index.mdx', 'statements.yaml');
  return createReport(
    { title: data.text, what: `statement ${id} · ${kindLabels[data.kind]}`, file, address: statementPath(id) },
    [
      ['Held by', formatSpeakers(statement)],
      ['Passages', data.at.join(', ')],
      ['Quotes', data.quotes.map(({ words, at }) => `“${words}” (${at})`).join(' · ')],
      ['Date', formatDateField(data.date)],
      ['Said', data.said && formatDateField(data.said)],
      ['Condition', data.condition],
      ['Horizon', data.horizon && formatDateField(data.horizon)],
      ['Events', ids(events)],
      ['Actors', ids(actors)],
      ['Themes', ids(themes)],
      ['Places', ids(places)],
      ['Note', data.note],
    ],
    [
      ['Relations', relations.map((relation) => formatRelation(relation, statement))],
      ['Beside it', [previous, next].filter((each) => each !== undefined).map(formatStatement)],
    ],
  );
}

export function eventReport({ id, file, data, places, actors, account, differences, statements }: EventNode): Report {
  return createReport(
    { title: data.title, what: `event · ${eventKindLabels[data.kind]} · ${statusLabels[data.status]}`, file, address: eventPath(id) },
    [
      ['Date', formatDateField(data.date)],
      ['Places', places.map((place) => place.id).join(', ')],
      ['Note', data.note],
      ['Variants', data.variants.join(' · ')],
    ],
    [
      ['Who took part', actors.map(({ actor, part }) => ({ id: actor.id, text: part }))],
      ['Account', account.map(citedSentenceLine)],
      ['Differences', differences.map(citedSentenceLine)],
      ['Statements', statements.map(formatStatement)],
    ],
  );
}

export function actorReport({
  id,
  file,
  data,
  parts,
  offices,
  statementsMade,
  statementsRelayed,
  spokenOf,
  events,
  entries,
}: ActorNode): Report {
  return createReport(
    { title: data.names.en, what: `actor · ${actorKindLabels[data.kind]} · ${sideLabels[data.side]}`, file, address: actorPath(id) },
    [
      ...nameFacts(data.names),
      ['Filed under', data.person && `${data.person.family}, ${data.person.given}`],
      ['Part of', data.partOf],
      ['Its parts', parts.map((part) => part.id).join(', ')],
      ['Wikidata', data.identifiers?.wikidata],
      ['Note', data.note],
    ],
    [
      ['Roles', entries.map(({ entry, role }) => ({ id: entry.id, text: role }))],
      [
        'Offices',
        offices.map(({ title, asOf, rests }) => ({
          id: rests.map((rest) => rest.id).join(' '),
          details: formatDateField(asOf),
          text: title,
        })),
      ],
      ['Events', events.map(({ event, part }) => formatEvent(event, part))],
      ['Says', statementsMade.map(formatStatement)],
      ['Relays', statementsRelayed.map(formatStatement)],
      ['Is spoken of', spokenOf.map(formatStatement)],
    ],
  );
}

export function themeReport({ id, file, data, statements, questions }: ThemeNode): Report {
  return createReport(
    { title: data.title, what: `theme · no. ${data.order}`, file, address: themePath(id) },
    [
      ['Scope', data.scope],
      ['Variants', data.variants.join(' · ')],
    ],
    [
      ['Questions', questions.map((question) => ({ id: question.id, details: formatSilence(question), text: question.data.question }))],
      ['Statements', statements.map(formatStatement)],
    ],
  );
}

export function questionReport({ id, theme, data, positions }: QuestionNode): Report {
  return createReport(
    { title: data.question, what: `question of ${theme.id}`, file: theme.file, address: questionPath(theme.id, id) },
    [],
    [
      [
        'Positions',
        positions.map(({ entry, text, rests }) => ({
          id: entry.id,
          details: rests.map((rest) => rest.id).join(' '),
          text: text ?? 'silent',
        })),
      ],
    ],
  );
}

export function placeReport({ id, file, data, disputedNames, account, statements, events }: PlaceNode): Report {
  const { lat, lon } = data.coordinates;
  return createReport(
    { title: data.names.en, what: `place · ${placeKindLabels[data.kind]}`, file, address: placePath(id) },
    [...nameFacts(data.names), ['Lies at', `${lat}° N, ${lon}° E`], ['Within', data.within], ['Note', data.note]],
    [
      ['Disputed names', disputedNames.map(({ name, usedBy }) => ({ id: usedBy.id, text: name }))],
      ['Account', account.map(citedSentenceLine)],
      ['Events', events.map((event) => formatEvent(event))],
      ['Statements', statements.map(formatStatement)],
    ],
  );
}

export function termReport({ id, file, data, uses }: TermNode): Report {
  return createReport(
    { title: data.title, what: `term · no. ${data.order}`, file, address: termPath(id) },
    [
      ['The Record', data.rule],
      ['Variants', data.variants.join(' · ')],
    ],
    [
      [
        'Uses',
        uses.map((use): Line => ({
          id: use.entry.id,
          details: `${use.data.voice} · ${use.speakers.map(speakerName).join(' and ')} · ${use.data.at.join(' ')} · ${use.data.count}×`,
          text: use.data.wording,
        })),
      ],
    ],
  );
}

const formatSilence = ({ positions }: QuestionNode) => `${positions.filter(({ text }) => !text).length} of ${positions.length} silent`;
