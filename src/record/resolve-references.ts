import type { Voice } from '../schema/statement.ts';
import type { Content } from './content.ts';
import type {
  ActorNode,
  EntryNode,
  EventNode,
  PlaceNode,
  QuestionNode,
  RelationNode,
  CitedSentenceNode,
  StatementNode,
  TermNode,
  TheRecord,
  ThemeNode,
  SpeakerNode,
} from './model.ts';
import { byDateThenId, compareEditions, compareCodeUnits, sortName } from './sort.ts';

/**
 * Builds the Record from validated content: replaces ids by references, sorts, and freezes. The content itself is not changed.
 *
 * @throws {Error} if an id is unknown, that is, if the content was not validated
 */
export function resolveReferences(original: Content): TheRecord {
  const content = cloneUnlessFrozen(original);
  const actors = nodes(content.actors, (file): ActorNode => ({
    ...file,
    parts: [],
    offices: [],
    statementsMade: [],
    statementsRelayed: [],
    spokenOf: [],
    events: [],
    entries: [],
  }));
  const themes = nodes(content.themes, (file): ThemeNode => ({ ...file, statements: [], questions: [] }));
  const places = nodes(content.places, (file): PlaceNode => ({ ...file, disputedNames: [], account: [], statements: [], events: [] }));
  const events = nodes(content.events, (file): EventNode => ({
    ...file,
    places: file.data.places.map(places.get),
    actors: file.data.actors.map(({ actor, part }) => ({ actor: actors.get(actor), part })),
    account: [],
    differences: [],
    statements: [],
    entries: [],
  }));
  const ledgers = nodes(content.ledgers, (file) => file);
  const passages = nodes(content.passages, (file) => file);
  const entries = nodes(content.entries, (file): EntryNode => ({
    ...file,
    passages: passages.get(file.id).data.passages,
    authors: file.data.source.authors.map(actors.get),
    publisher: actors.get(file.data.source.publisher),
    ...(file.data.source.reprintOf && { reprintOf: actors.get(file.data.source.reprintOf) }),
    ...(file.data.source.copyAt && { archivedBy: actors.get(file.data.source.copyAt) }),
    actors: [],
    themes: file.data.themes.map(themes.get),
    summary: { text: file.data.summary.text, sources: [] },
    statements: [],
    withdrawn: [],
    events: [],
  }));

  const toSpeaker = (voice: Voice): SpeakerNode => (typeof voice === 'string' ? { actor: actors.get(voice) } : voice);
  const entriesByDate = entries.all.toSorted(byDateThenId((entry) => entry.data.source.published.edtf));
  const statements = new Map<string, StatementNode>();
  const withdrawn: StatementNode[] = [];
  for (const entry of entriesByDate) {
    for (const data of ledgers.get(entry.id).data.statements.toSorted((a, b) => a.n - b.n)) {
      const statement: StatementNode = {
        id: `${entry.id}.s${data.n}`,
        data,
        entry,
        speakers: data.speakers.map(toSpeaker),
        via: data.via.map(toSpeaker),
        events: data.events.map(events.get),
        actors: data.actors.map(actors.get),
        themes: data.themes.map(themes.get),
        places: data.places.map(places.get),
        relations: [],
      };
      if (data.withdrawn) {
        entry.withdrawn.push(statement);
        withdrawn.push(statement);
        continue;
      }
      const previous = entry.statements.at(-1);
      if (previous) {
        statement.previous = previous;
        previous.next = statement;
      }
      entry.statements.push(statement);
      statements.set(statement.id, statement);
      for (const { actor } of statement.speakers) if (actor) actor.statementsMade.push(statement);
      for (const { actor } of statement.via) if (actor) actor.statementsRelayed.push(statement);
      for (const actor of statement.actors) actor.spokenOf.push(statement);
      for (const node of [...statement.events, ...statement.themes, ...statement.places]) node.statements.push(statement);
    }
  }

  const statementOf = getter(statements, 'statement');
  const toCitedSentence = ({ text, rests }: { text: string; rests: string[] }): CitedSentenceNode => ({
    text,
    sources: rests.map(statementOf),
  });
  const eventsByDate = events.all.toSorted(byDateThenId((event) => event.data.date.edtf));

  for (const event of eventsByDate) {
    event.account = event.data.account.map(toCitedSentence);
    event.differences = event.data.differences.map(toCitedSentence);
    // Statements are sorted by entry, and entries by date.
    event.entries = [...new Set(event.statements.map((statement) => statement.entry))];
    for (const entry of event.entries) entry.events.push(event);
    for (const place of event.places) place.events.push(event);
    for (const { actor, part } of event.actors) actor.events.push({ event, part });
  }
  for (const actor of actors.all) {
    if (actor.data.partOf) {
      actor.partOf = actors.get(actor.data.partOf);
      actor.partOf.parts.push(actor);
    }
    actor.offices = actor.data.offices.map(({ title, asOf, rests }) => ({ title, asOf, rests: rests.map(statementOf) }));
  }
  for (const entry of entriesByDate) {
    entry.summary = toCitedSentence(entry.data.summary);
    entry.actors = entry.data.actors.map(({ actor, role, rests }) => ({ actor: actors.get(actor), role, rests: rests.map(statementOf) }));
    for (const { actor, role, rests } of entry.actors) actor.entries.push({ entry, role, rests });
  }
  for (const theme of themes.all) {
    theme.questions = theme.data.questions.map((data): QuestionNode => {
      const byEntry = new Map(data.positions.map((position) => [position.entry, position]));
      return {
        id: data.id,
        theme,
        data,
        positions: entriesByDate.map((entry) => {
          const position = byEntry.get(entry.id);
          return { entry, ...(position?.text && { text: position.text }), rests: (position?.rests ?? []).map(statementOf) };
        }),
      };
    });
  }
  for (const place of places.all) {
    if (place.data.within) place.parent = places.get(place.data.within);
    place.account = place.data.account.map(toCitedSentence);
    place.disputedNames = place.data.namings.map(({ name, usedBy, rests }) => ({
      name,
      usedBy: actors.get(usedBy),
      rests: rests.map(statementOf),
    }));
  }
  const terms = content.terms.map((file): TermNode => ({
    ...file,
    uses: file.data.uses.map((data) => ({
      data,
      entry: entries.get(data.entry),
      speakers: data.speakers.map(toSpeaker),
      rests: data.rests.map(statementOf),
    })),
  }));
  const relations = content.relations
    .flatMap((file) => file.data.relations)
    .map((data): RelationNode => ({ data, from: statementOf(data.from), to: statementOf(data.to) }))
    .toSorted(
      (a, b) => compareCodeUnits(a.from.id, b.from.id) || compareCodeUnits(a.to.id, b.to.id) || compareCodeUnits(a.data.kind, b.data.kind),
    );
  for (const relation of relations) {
    relation.from.relations.push(relation);
    relation.to.relations.push(relation);
  }

  return deepFreeze({
    entries: entriesByDate,
    statements: [...statements.values()],
    events: eventsByDate,
    actors: actors.all.toSorted((a, b) => compareCodeUnits(sortName(a.data), sortName(b.data)) || compareCodeUnits(a.id, b.id)),
    themes: themes.all.toSorted((a, b) => a.data.order - b.data.order || compareCodeUnits(a.id, b.id)),
    places: places.all.toSorted((a, b) => compareCodeUnits(a.data.names.en, b.data.names.en) || compareCodeUnits(a.id, b.id)),
    terms: terms.toSorted((a, b) => a.data.order - b.data.order || compareCodeUnits(a.id, b.id)),
    relations,
    searchAliases: content.concepts
      .flatMap((file) => file.data.concepts)
      .toSorted((a, b) => compareCodeUnits(a.phrases[0]!, b.phrases[0]!)),
    withdrawn,
    editions: content.editions.map(({ id, file, data }) => ({ id, file, data })).toSorted((a, b) => compareEditions(a.id, b.id)),
    redirects: content.retired.flatMap(({ data }) => data.moved),
    tombstones: content.retired.flatMap(({ data }) => data.withdrawn),
    synonyms: content.concepts.flatMap((file) => file.data.synonyms),
    pageAliases: content.concepts.flatMap((file) => file.data.pages),
  });
}

/** Copies the content, so that callers may still change their own. Frozen files are not copied. */
function cloneUnlessFrozen(content: Content): Content {
  const copies = Object.entries(content).map(([name, files]) => [
    name,
    files.map((file) => {
      const { body, ...rest } = Object.isFrozen(file) ? file : structuredClone(file);
      return { ...rest, body: body.trim() };
    }),
  ]);
  return Object.fromEntries(copies) as Content;
}

function nodes<File extends { id: string }, Node>(files: File[], nodeOf: (file: File) => Node) {
  const map = new Map(files.map((file) => [file.id, nodeOf(file)]));
  return { all: [...map.values()], get: getter(map, 'id') };
}

function getter<Node>(map: Map<string, Node>, kind: string) {
  return (id: string): Node => {
    const node = map.get(id);
    if (node === undefined) throw new Error(`unknown ${kind} “${id}”: validate the content first`);
    return node;
  };
}

/** Freezes an object and all objects that can be reached from it. */
function deepFreeze<Root extends object>(root: Root): Root {
  const queue: object[] = [root];
  for (let each = queue.pop(); each; each = queue.pop()) {
    if (Object.isFrozen(each)) continue;
    Object.freeze(each);
    for (const value of Object.values(each) as unknown[]) if (typeof value === 'object' && value !== null) queue.push(value);
  }
  return root;
}
