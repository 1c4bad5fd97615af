import { speakerName } from './voice.ts';
import type { ActorNode, StatementNode, TheRecord } from '../record/model.ts';
import { compareCodeUnits } from '../record/sort.ts';
import { actorKinds } from '../schema/items.ts';
import { entryPath, themePath } from '../paths/paths.ts';
import {
  coOccurringActors,
  getStatements,
  articleGroups,
  countParts,
  countStatements,
  findVoices,
  presenceOf,
  presenceStrips,
  type Presence,
} from './presence.ts';
import { eventListItem, MAX_STATEMENTS, type Section, actorLink } from './list-items.ts';
import { actorKindLabels, actorKindPlurals, sideLabels } from '../text/labels.ts';
import { bothOrAll, capitalize, formatList, numberToWords, pluralize } from '../text/english.ts';
import { reference } from './reference.ts';

/** Maximum number of co-occurring actors on an actor's page. Those after them share one or two statements with it. */
const COMPANIONS = 12;

/** Returns the data for the page of an actor. */
export function actorPage(actor: ActorNode, record: Pick<TheRecord, 'entries'>) {
  const { names, kind, side, note, description } = actor.data;
  const presence = presenceOf(actor);
  const { spoken, relayed, mentioned } = presence;
  const { length: count } = getStatements(actor);
  const companions = coOccurringActors(actor);
  const [close, left] = [true, false].map((kept) => companions.filter(({ actor: other }) => LEFT_OUT.has(other.data.kind) !== kept));
  const strips = presenceStrips(record, presence);
  const all = record.entries.reduce((sum, { statements }) => sum + statements.length, 0);
  const themes = [...new Set(spoken.flatMap((statement) => statement.themes))].map((theme) => ({
    name: theme.data.title,
    address: themePath(theme.id),
    references: spoken.filter((statement) => statement.themes.includes(theme)).map(reference),
  }));
  return {
    title: names.en,
    description,
    summary: `${description}. ${count === 1 ? 'One statement' : `${count} statements`} in the Record.`,
    side,
    // What it is, and in how many statements it has which part.
    facts: [
      actorKindLabels[kind],
      sideLabels[side],
      ...(count > 0 ? [`in ${count} of ${pluralize(all, 'statement')}: ${countParts(presence)}`] : []),
    ],
    names,
    ...(actor.partOf && { partOf: actorLink(actor.partOf) }),
    parts: actor.parts.map(actorLink),
    figure: {
      title: findPresence(presence),
      strips,
      source: countStatements([...spoken, ...relayed, ...mentioned]),
    },
    contents: [
      { id: 'in-the-articles', name: 'In each article', count },
      { id: 'who', name: 'What the articles say' },
      { id: 'statements', name: count === 1 ? 'Statement' : 'Statements', count },
      { id: 'themes', name: 'Own statements by theme', count: themes.length },
      { id: 'offices', name: 'Titles the articles use', count: actor.offices.length },
      { id: 'roles', name: 'Role in each article', count: actor.entries.length },
      { id: 'events', name: 'Events', count: actor.events.length },
      { id: 'with', name: 'Appears with', count: Math.min(close!.length, COMPANIONS) },
    ].filter(({ count }: Section) => count !== 0),
    ...(note && { note }),
    offices: actor.offices.map(({ title, asOf, rests }) => ({ title, asOf, references: rests.map(reference) })),
    roles: actor.entries.map(({ entry, role, rests }) => ({
      name: entry.data.label,
      address: entryPath(entry.id),
      role,
      references: rests.map(reference),
    })),
    // Its statements by its part in them, then by article. Where it speaks, all are shown.
    statements: [
      { id: 'says', title: 'Speaks', count: spoken.length, groups: articleGroups(spoken, MAX_STATEMENTS) },
      { id: 'relays', title: 'Passes on', count: relayed.length, groups: articleGroups(relayed) },
      { id: 'spoken-of', title: 'Mentioned', count: mentioned.length, groups: articleGroups(mentioned) },
    ].filter((list) => list.count > 0),
    /** The number of articles in which it speaks. */
    spokenIn: new Set(spoken.map(({ entry }) => entry)).size,
    // What it says itself, by theme: the longest list first.
    themes: themes.toSorted((a, b) => b.references.length - a.references.length || compareCodeUnits(a.address, b.address)),
    events: actor.events.map(({ event, part }) => ({ ...eventListItem(event), part })),
    // Actors in the same statements, most frequent first, without states and outlets, which are in most statements.
    companions: close!.slice(0, COMPANIONS).map(companion),
    leftOut: formatList(left!.slice(0, 4).map(({ actor: other, statements }) => `${other.data.names.en} ${statements.length}`)),
  };
}

/** Kinds of actor that appear with nearly everyone. */
const LEFT_OUT: ReadonlySet<ActorNode['data']['kind']> = new Set(['state', 'outlet']);

/** Returns all actors by kind, each group by number of statements. Counts are for the articles by date. */
export function actorsPage(record: TheRecord) {
  const weighed = record.actors.map((actor) => {
    const { spoken, relayed, mentioned } = presenceOf(actor);
    const all = [...spoken, ...relayed, ...mentioned];
    return {
      kind: actor.data.kind,
      ...actorLink(actor),
      // What it is, and in how many statements it speaks or passes something on.
      description: [actor.data.description, countParts({ spoken, relayed, mentioned: [] })].filter(Boolean).join(' · '),
      names: actor.data.names,
      side: actor.data.side,
      speaks: spoken.length,
      counts: record.entries.map((entry) => all.filter((statement) => statement.entry === entry).length),
      total: all.length,
    };
  });
  return {
    speakers: weighed.filter(({ speaks }) => speaks > 0).length,
    groups: actorKinds
      .map((kind) => ({
        id: kind,
        name: actorKindPlurals[kind],
        ...foldAfter(
          weighed.filter((actor) => actor.kind === kind).toSorted((a, b) => b.total - a.total || compareCodeUnits(a.address, b.address)),
        ),
      }))
      .filter(({ count }) => count > 0),
  };
}

const companion = ({ actor, statements }: { actor: ActorNode; statements: StatementNode[] }) => ({
  ...actorLink(actor),
  side: actor.data.side,
  counts: [statements.length],
});

/** Returns the finding about the largest part of an actor, as a sentence without a full stop. */
function findPresence({ spoken, relayed, mentioned }: Presence): string {
  const { length: count } = spoken;
  if (count > 0 && relayed.length > 0) return `Own words in ${pluralize(count, 'statement')}, others’ words in ${relayed.length}`;
  if (relayed.length > 0 && relayed.length >= mentioned.length) return findVoices(relayed, 'statement', ' passed on');
  if (count < mentioned.length || count === 0) return findVoices(mentioned, 'mention');
  const relays = [...new Set(spoken.flatMap(({ via }) => via.at(-1) ?? []).map(speakerName))];
  const passedOn = spoken.filter(({ via }) => via.length > 0).length;
  const all = count === 1 ? 'The only statement is' : `${capitalize(bothOrAll(count))} statements are`;
  if (passedOn === count) return `${all} passed on by ${relays.length === 1 ? relays[0]! : 'others'}`;
  return passedOn === 0
    ? `${all} direct, not passed on`
    : `${count - passedOn} of ${count} statements are direct, ${numberToWords(passedOn)} ${passedOn === 1 ? 'is' : 'are'} passed on`;
}

/** The number of actors of a kind that are shown. Three or more others show on request. */
const MAX_SHOWN = 10;

function foldAfter<Item extends { name: string }>(all: readonly Item[]) {
  const shown = all.length <= MAX_SHOWN + 2 ? all.length : MAX_SHOWN;
  const folded = all.slice(shown);
  const named = folded.slice(0, 6).map(({ name }) => name);
  const rest = folded.length - named.length;
  return {
    count: all.length,
    items: all.slice(0, shown),
    folded,
    summary: `${folded.length} more: ${named.join(', ')}${rest > 0 ? ` and ${rest} others` : ''}`,
  };
}
