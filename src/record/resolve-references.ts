import { deepFreeze } from './frozen.ts';
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
 * Builds the Record from validated content: replaces ids with objects, sorts, and freezes. The content itself is not changed.
 *
 * @throws {Error} if an id is unknown, that is, if the content was not validated
 */
export function resolveReferences(original: Content): TheRecord {
  const content = cloneUnlessFrozen(original);
  const nodes = createNodes(content);
  const { actors, themes, places } = nodes;
  const entries = nodes.entries.all.toSorted(byDateThenId((entry) => entry.data.source.published.edtf));
  const events = nodes.events.all.toSorted(byDateThenId((event) => event.data.date.edtf));
  const { statements, withdrawn } = createStatements(content, nodes, entries);
  const getStatement = createLookup(new Map(statements.map((statement) => [statement.id, statement])), 'statement');

  events.forEach((event) => linkEvent(event, getStatement));
  actors.all.forEach((actor) => linkActor(actor, nodes, getStatement));
  entries.forEach((entry) => linkEntry(entry, nodes, getStatement));
  themes.all.forEach((theme) => linkTheme(theme, entries, getStatement));
  places.all.forEach((place) => linkPlace(place, nodes, getStatement));
  return deepFreeze({
    entries,
    statements,
    events,
    actors: actors.all.toSorted((a, b) => compareCodeUnits(sortName(a.data), sortName(b.data)) || compareCodeUnits(a.id, b.id)),
    themes: themes.all.toSorted(byOrderThenId),
    places: places.all.toSorted((a, b) => compareCodeUnits(a.data.names.en, b.data.names.en) || compareCodeUnits(a.id, b.id)),
    terms: createTerms(content, nodes, getStatement).toSorted(byOrderThenId),
    relations: createRelations(content, getStatement),
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

type Nodes = ReturnType<typeof createNodes>;
type GetStatement = (id: string) => StatementNode;

const byOrderThenId = (a: ThemeNode | TermNode, b: ThemeNode | TermNode) => a.data.order - b.data.order || compareCodeUnits(a.id, b.id);

/** Creates the nodes of all collections whose items have pages. Lists stay empty until the link… functions fill them. */
function createNodes(content: Content) {
  const actors = nodesById(content.actors, (file): ActorNode => ({
    ...file,
    parts: [],
    offices: [],
    statementsMade: [],
    statementsRelayed: [],
    mentionedIn: [],
    events: [],
    entries: [],
  }));
  const themes = nodesById(content.themes, (file): ThemeNode => ({ ...file, statements: [], questions: [] }));
  const places = nodesById(content.places, (file): PlaceNode => ({ ...file, disputedNames: [], account: [], statements: [], events: [] }));
  const events = nodesById(content.events, (file): EventNode => ({
    ...file,
    places: file.data.places.map(places.get),
    actors: file.data.actors.map(({ actor, part }) => ({ actor: actors.get(actor), part })),
    account: [],
    differences: [],
    statements: [],
    entries: [],
  }));
  const passages = nodesById(content.passages, (file) => file);
  const entries = nodesById(content.entries, (file): EntryNode => ({
    ...file,
    passages: passages.get(file.id).data.passages,
    authors: file.data.source.authors.map(actors.get),
    publisher: actors.get(file.data.source.publisher),
    ...(file.data.source.reprintOf && { reprintedFrom: actors.get(file.data.source.reprintOf) }),
    ...(file.data.source.copyAt && { archivedBy: actors.get(file.data.source.copyAt) }),
    actors: [],
    themes: file.data.themes.map(themes.get),
    summary: { text: file.data.summary.text, rests: [] },
    statements: [],
    withdrawn: [],
    events: [],
  }));
  return { actors, themes, places, events, entries };
}

/** Creates the statements of all ledgers and links them to entries, actors, events, themes, places and their neighbours. */
function createStatements(content: Content, { actors, themes, places, events }: Nodes, entries: readonly EntryNode[]) {
  const ledgers = nodesById(content.ledgers, (file) => file);
  const statements: StatementNode[] = [];
  const withdrawn: StatementNode[] = [];
  for (const entry of entries) {
    for (const data of ledgers.get(entry.id).data.statements.toSorted((a, b) => a.n - b.n)) {
      const statement: StatementNode = {
        id: `${entry.id}.s${data.n}`,
        data,
        entry,
        speakers: data.speakers.map((voice) => toSpeaker(voice, actors)),
        via: data.via.map((link) => [link].flat().map((voice) => toSpeaker(voice, actors))),
        events: data.events.map(events.get),
        actors: data.actors.map(actors.get),
        themes: data.themes.map(themes.get),
        places: data.places.map(places.get),
        relations: [],
        questions: [],
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
      statements.push(statement);
      for (const { actor } of statement.speakers) if (actor) actor.statementsMade.push(statement);
      for (const { actor } of statement.via.flat()) if (actor) actor.statementsRelayed.push(statement);
      for (const actor of statement.actors) actor.mentionedIn.push(statement);
      for (const node of [...statement.events, ...statement.themes, ...statement.places]) node.statements.push(statement);
    }
  }
  return { statements, withdrawn };
}

function linkEvent(event: EventNode, getStatement: GetStatement) {
  event.account = event.data.account.map((sentence) => toCitedSentence(sentence, getStatement));
  event.differences = event.data.differences.map((sentence) => toCitedSentence(sentence, getStatement));
  // Statements are sorted by entry, and entries by date.
  event.entries = [...new Set(event.statements.map((statement) => statement.entry))];
  for (const entry of event.entries) entry.events.push(event);
  for (const place of event.places) place.events.push(event);
  for (const { actor, part } of event.actors) actor.events.push({ event, part });
}

function linkActor(actor: ActorNode, { actors }: Nodes, getStatement: GetStatement) {
  if (actor.data.partOf) {
    actor.partOf = actors.get(actor.data.partOf);
    actor.partOf.parts.push(actor);
  }
  actor.offices = actor.data.offices.map(({ title, asOf, rests }) => ({ title, asOf, rests: rests.map(getStatement) }));
}

function linkEntry(entry: EntryNode, { actors }: Nodes, getStatement: GetStatement) {
  entry.summary = toCitedSentence(entry.data.summary, getStatement);
  const roles = entry.data.actors.map(({ actor, role, rests }) => ({ actor: actors.get(actor), role, rests: rests.map(getStatement) }));
  for (const { actor, role, rests } of roles) actor.entries.push({ entry, role, rests });
  const involved = entry.statements.flatMap((statement) => {
    const voices = [...statement.speakers, ...statement.via.flat()].flatMap(({ actor }) => actor ?? []);
    return [...new Set([...voices, ...statement.actors])].map((actor) => ({ actor, statement }));
  });
  const others = byFrequency(involved, ({ actor }) => actor).filter(([actor]) => !roles.some((each) => each.actor === actor));
  entry.actors = [...roles, ...others.map(([actor, group]) => ({ actor, rests: group.map(({ statement }) => statement) }))];
  if (entry.themes.length === 0)
    entry.themes = byFrequency(
      entry.statements.flatMap(({ themes }) => themes),
      (theme) => theme,
    ).map(([theme]) => theme);
}

/** Groups items, the largest group first. */
const byFrequency = <Item, Key>(items: readonly Item[], key: (item: Item) => Key): [Key, Item[]][] =>
  [...Map.groupBy(items, key)].toSorted(([, a], [, b]) => b.length - a.length);

/**
 * Links the questions of a theme. A position without a text gets those of its statements. Adds the silences that the theme does not list:
 * an article that was read against all questions says nothing if it has no position.
 */
function linkTheme(theme: ThemeNode, entries: readonly EntryNode[], getStatement: GetStatement) {
  theme.questions = theme.data.questions.map(({ positions: listed, ...question }): QuestionNode => {
    const positions = entries.flatMap(({ id, data }) => {
      const position = listed.find(({ entry }) => entry === id);
      if (position && !position.text && position.rests.length > 0)
        return { ...position, text: position.rests.map((rest) => getStatement(rest).data.text).join(' ') };
      return position ?? (data.questionsRead ? { entry: id, rests: [], silent: true as const, related: [] } : []);
    });
    return {
      id: question.id,
      theme,
      data: { ...question, positions },
      positions: entries.map((entry) => {
        const position = positions.find((each) => each.entry === entry.id);
        const { text, rests = [], related = [] } = position ?? {};
        return {
          entry,
          ...(text && { text }),
          ...(!position && { unread: true as const }),
          rests: rests.map(getStatement),
          related: related.map(getStatement),
        };
      }),
    };
  });
  for (const question of theme.questions) {
    const cited = question.positions.flatMap(({ rests, related }) => [...rests, ...related]);
    for (const statement of new Set(cited)) statement.questions.push(question);
  }
  theme.data = { ...theme.data, questions: theme.questions.map(({ data }) => data) };
}

function linkPlace(place: PlaceNode, { actors, places }: Nodes, getStatement: GetStatement) {
  if (place.data.within) place.parent = places.get(place.data.within);
  place.account = place.data.account.map((sentence) => toCitedSentence(sentence, getStatement));
  place.disputedNames = place.data.namings.map(({ name, usedBy, rests }) => ({
    name,
    usedBy: actors.get(usedBy),
    rests: rests.map(getStatement),
  }));
}

const createTerms = (content: Content, { actors, entries }: Nodes, getStatement: GetStatement): TermNode[] =>
  content.terms.map((file) => ({
    ...file,
    uses: file.data.uses.map((data) => ({
      data,
      entry: entries.get(data.entry),
      speakers: data.speakers.map((voice) => toSpeaker(voice, actors)),
      rests: data.rests.map(getStatement),
    })),
  }));

function createRelations(content: Content, getStatement: GetStatement): RelationNode[] {
  const relations = content.relations
    .flatMap((file) => file.data.relations)
    .map((data): RelationNode => ({ data, from: getStatement(data.from), to: getStatement(data.to) }))
    .toSorted(
      (a, b) => compareCodeUnits(a.from.id, b.from.id) || compareCodeUnits(a.to.id, b.to.id) || compareCodeUnits(a.data.kind, b.data.kind),
    );
  for (const relation of relations) {
    relation.from.relations.push(relation);
    relation.to.relations.push(relation);
  }
  return relations;
}

const toSpeaker = (voice: Voice, actors: Nodes['actors']): SpeakerNode =>
  typeof voice === 'string' ? { actor: actors.get(voice) } : voice;

const toCitedSentence = ({ text, rests }: { text: string; rests: string[] }, getStatement: GetStatement): CitedSentenceNode => ({
  text,
  rests: rests.map(getStatement),
});

/** Copies the content and trims each body, so that callers can still change the objects that they passed in. Frozen files are not cloned. */
function cloneUnlessFrozen(content: Content): Content {
  const copies = Object.entries(content).map(([name, files]) => [
    name,
    files.map((file) => {
      const { body, ...fields } = Object.isFrozen(file) ? file : structuredClone(file);
      return { ...fields, body: body.trim() };
    }),
  ]);
  return Object.fromEntries(copies) as Content;
}

/** Creates a node for each file, with access by id. */
function nodesById<File extends { id: string }, Node>(files: File[], createNode: (file: File) => Node) {
  const map = new Map(files.map((file) => [file.id, createNode(file)]));
  return { all: [...map.values()], get: createLookup(map, 'id') };
}

function createLookup<Node>(map: Map<string, Node>, kind: string) {
  return (id: string): Node => {
    const node = map.get(id);
    if (node === undefined) throw new Error(`unknown ${kind} “${id}”: validate the content first`);
    return node;
  };
}
