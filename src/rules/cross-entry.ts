import { getBounds } from '../dates/bounds.ts';
import { questionSlug } from '../paths/paths.ts';
import { MAX_ANSWER } from '../schema/items.ts';
import { forecastOutcomes } from '../schema/statement.ts';
import { isActive, statementsById, type Content } from '../record/content.ts';
import { formatList } from '../text/english.ts';
import { type Rule, rule, unknownPassage, type Violation } from './rule.ts';

/** Rules about what several entries share: actors, events, themes, places, questions, relations, terms and names. */
export const crossEntryRules: Rule[] = [
  requireReferenced(
    'actor-is-attested',
    'Every actor is named in a statement or an article’s source, or is the parent of such an actor.',
    'actors',
    (content) => [
      ...activeStatements(content).flatMap(({ actors, speakers, via }) => [...actors, ...speakers, ...via.flat()]),
      ...content.entries.flatMap(({ data: { source } }) => [source.publisher, source.copyAt, source.reprintOf, ...source.authors]),
    ],
    (content) => content.actors.map(({ id, data }) => [id, data.partOf]),
  ),
  requireReferenced('event-is-attested', 'Every event is named in a statement.', 'events'),
  requireReferenced('theme-is-attested', 'Every theme has statements.', 'themes'),
  requireReferenced('place-is-attested', 'Every place is named in a statement, or contains such a place.', 'places', undefined, (content) =>
    content.places.map(({ id, data }) => [id, data.within]),
  ),
  rule('event-that-happened-is-not-only-foretold', 'An event that happened has a statement that is not a forecast.', function* (content) {
    const statements = activeStatements(content);
    for (const { id, file, data } of content.events) {
      const about = statements.filter(({ events }) => events.includes(id));
      if (data.status === 'happened' && about.length > 0 && about.every(({ kind }) => kind === 'forecast')) {
        const message = 'marked as “happened”, but every statement about it is a forecast';
        yield { file, path: ['status'], message, hint: 'change the status to expected or announced' };
      }
    }
  }),
  rule(
    'part-is-of-its-whole',
    'No actor is part of itself and no place is within itself, directly or through others.',
    function* (content) {
      yield* findCycles(content.actors, 'partOf');
      yield* findCycles(content.places, 'within');
    },
  ),
  rule(
    'position-rests-on-its-entry',
    `A question has one position of an entry. A position cites statements of its entry; it has a text, or their texts have at most ${MAX_ANSWER} characters. A silence has neither, but may name related statements.`,
    function* (content) {
      const statements = statementsById(content);
      for (const { file, data } of content.themes) {
        for (const [q, question] of data.questions.entries()) {
          for (const [p, { entry, text, rests, silent, related }] of question.positions.entries()) {
            const location = { file, path: ['questions', q, 'positions', p] };
            if (question.positions.findIndex((each) => each.entry === entry) < p)
              yield { ...location, message: `more than one position for “${entry}”`, hint: 'keep one of them' };
            const other = [...rests, ...related].find((statementId) => !statementId.startsWith(`${entry}.`));
            if (other)
              yield { ...location, message: `the position of “${entry}” cites “${other}”`, hint: `cite only statements of “${entry}”` };
            if (silent && (text || rests.length > 0)) {
              const message = `“${entry}” has both silent: true and a position`;
              yield { ...location, message, hint: 'remove silent, or remove text and rests' };
            }
            if (!silent && related.length > 0)
              yield { ...location, message: `“${entry}” has related statements with a position`, hint: 'move them to rests' };
            if (!silent && rests.length === 0) {
              const message = `“${entry}” has neither a position with statements nor silent: true`;
              yield { ...location, message, hint: 'write rests, or silent: true' };
            }
            const length = rests.map((rest) => statements.get(rest)?.data.text).join(' ').length;
            if (!text && length > MAX_ANSWER) {
              const message = `the statements of “${entry}” have ${length} characters together, more than ${MAX_ANSWER}`;
              yield { ...location, message, hint: 'cite fewer, or write a text' };
            }
          }
        }
      }
    },
  ),
  rule(
    'question-id-is-unique',
    'No two questions of a theme have the same id, and no two questions of the Record have the same address.',
    function* (content) {
      const slugs = new Set<string>();
      for (const { id: themeId, file, data } of content.themes) {
        const ids = data.questions.map(({ id }) => id);
        for (const [index, id] of ids.entries()) {
          const path = ['questions', index, 'id'];
          const slug = questionSlug(themeId, id);
          const hint = 'give the later question another id';
          if (ids.indexOf(id) !== index) yield { file, path, message: `duplicate question id “${id}”`, hint };
          else if (slugs.has(slug)) yield { file, path, message: `another question has the address “${slug}” too`, hint };
          slugs.add(slug);
        }
      }
    },
  ),
  rule('relation-joins-two-statements', 'A relation joins two different statements, and no relation is repeated.', function* (content) {
    const seen = new Set<string>();
    for (const { file, path, from, to, kind } of relations(content)) {
      const relation = `${from} ${kind} ${to}`;
      if (from === to) yield { file, path, message: `“${from}” is related to itself`, hint: 'name the other statement' };
      if (seen.has(relation)) yield { file, path, message: `duplicate relation “${relation}”`, hint: 'keep one of the two' };
      seen.add(relation);
    }
  }),
  rule(
    'answer-is-to-a-forecast-and-has-an-outcome',
    'A relation of kind answers refers to a forecast and has an outcome. No other relation has an outcome.',
    function* (content) {
      const statements = statementsById(content);
      for (const { file, path, to, kind, outcome } of relations(content)) {
        if (kind !== 'answers' && outcome) {
          const hint = 'remove the outcome, or change the kind to answers';
          yield { file, path: [...path, 'outcome'], message: `outcome on a relation of kind “${kind}”`, hint };
        }
        if (kind === 'answers' && !outcome) {
          const hint = `add outcome: ${formatList(forecastOutcomes, 'or')}`;
          yield { file, path: [...path, 'kind'], message: 'relation of kind “answers” without an outcome', hint };
        }
        const answered = statements.get(to)?.data.kind ?? 'forecast';
        if (kind === 'answers' && answered !== 'forecast') {
          const hint = 'use another kind of relation, or correct the kind of the statement';
          yield { file, path: [...path, 'to'], message: `“${to}” is of kind “${answered}”, not a forecast`, hint };
        }
      }
    },
  ),
  rule(
    'forecast-outcome-rests-on-a-later-statement',
    'A statement that answers a forecast was published after it, in another article.',
    function* (content) {
      const published = new Map(content.entries.map(({ id, data }) => [id, getBounds(data.source.published.edtf).from ?? '']));
      const publicationOf = (statement: string) => published.get(statement.slice(0, statement.lastIndexOf('.'))) ?? '';
      for (const { file, path, from, to, kind } of relations(content)) {
        if (kind === 'answers' && publicationOf(from) <= publicationOf(to))
          yield { file, path, message: `“${from}” was not published after “${to}”`, hint: 'swap from and to, or use another kind' };
      }
    },
  ),
  rule('answers-has-no-cycle', 'No forecast answers itself through others.', function* (content) {
    const answers = Map.groupBy(
      relations(content).filter(({ kind }) => kind === 'answers'),
      ({ from }) => from,
    );
    const visited = new Set<string>();
    for (const id of answers.keys()) yield* walk([id]);

    function* walk(trail: string[]): Iterable<Violation> {
      const last = trail.at(-1)!;
      if (visited.has(last)) return;
      for (const { file, path, to } of answers.get(last) ?? []) {
        if (trail.includes(to)) {
          const message = `circular answers: “${[...trail.slice(trail.indexOf(to)), to].join(' → ')}”`;
          yield { file, path, message, hint: 'remove one of these relations' };
        } else yield* walk([...trail, to]);
      }
      visited.add(last);
    }
  }),
  rule(
    'term-use-stands-in-its-entry',
    'A use of a term names passages of its entry and cites statements drawn from them.',
    function* (content) {
      const statements = statementsById(content);
      const passages = new Map(content.passages.map(({ id, data }) => [id, data.passages]));
      for (const { file, data } of content.terms) {
        for (const [index, { entry, at, rests }] of data.uses.entries()) {
          const known = passages.get(entry);
          for (const locator of at)
            if (known && !(locator in known)) yield { file, path: ['uses', index, 'at'], ...unknownPassage(locator, known) };
          for (const statementId of rests) {
            const statement = statements.get(statementId);
            if (!statement || (statement.entry === entry && statement.data.at.some((locator) => at.includes(locator)))) continue;
            const message = `“${statementId}” is not drawn from ${entry} ${at.join(', ')}`;
            yield { file, path: ['uses', index, 'rests'], message, hint: 'cite a statement drawn from those passages' };
          }
        }
      }
    },
  ),
  rule('name-is-unique', 'No two items of a collection have the same title or English name.', function* (content) {
    for (const [collection, titles] of [
      ['actors', content.actors.map(({ file, data }) => ({ file, path: ['names', 'en'], title: data.names.en }))],
      ['places', content.places.map(({ file, data }) => ({ file, path: ['names', 'en'], title: data.names.en }))],
      ['themes', content.themes.map(({ file, data }) => ({ file, path: ['title'], title: data.title }))],
      ['terms', content.terms.map(({ file, data }) => ({ file, path: ['title'], title: data.title }))],
      ['events', content.events.map(({ file, data }) => ({ file, path: ['title'], title: data.title }))],
      ['entries', content.entries.map(({ file, data }) => ({ file, path: ['label'], title: data.label }))],
    ] as const) {
      const seen = new Map<string, string>();
      for (const { file, path, title } of titles) {
        const key = title.toLowerCase();
        const first = seen.get(key);
        const hint = `merge the two ${collection}, or rename one`;
        if (first) yield { file, path: [...path], message: `“${title}” is also the name in ${first}`, hint };
        else seen.set(key, file);
      }
    }
  }),
];

/** Creates a rule that requires every item of a collection to be named in an active statement, or to be the parent of such an item. */
function requireReferenced(
  id: string,
  description: string,
  collection: 'actors' | 'events' | 'themes' | 'places',
  getReferencedIds = (content: Content): unknown[] => activeStatements(content).flatMap((statement) => statement[collection]),
  getParents: (content: Content) => [string, string | undefined][] = () => [],
): Rule {
  return rule(id, description, function* (content) {
    const named = new Set(getReferencedIds(content));
    const parents = new Map<unknown, string | undefined>(getParents(content));
    // A set also iterates over the values that are added during the iteration: so parents of parents are included.
    for (const each of named) if (each !== undefined) named.add(parents.get(each));
    for (const { id: item, file } of content[collection]) {
      const hint = 'name it in a statement, or remove the file';
      if (!named.has(item)) yield { file, path: [], message: `no statement names “${item}”`, hint };
    }
  });
}

const activeStatements = (content: Content) => content.ledgers.flatMap(({ data }) => data.statements.filter(isActive));

/** Returns all relations, each with its file and its path there. */
const relations = (content: Content) =>
  content.relations.flatMap(({ file, data }) =>
    data.relations.map((relation, index) => ({ ...relation, file, path: ['relations', index] as Violation['path'] })),
  );

type ItemWithParent<Field extends string> = { id: string; file: string; data: { [key in Field]?: string | undefined } };

function* findCycles<Field extends string>(items: readonly ItemWithParent<Field>[], field: Field): Iterable<Violation> {
  const parents = new Map(items.map(({ id, data }) => [id, data[field]]));
  for (const { id, file } of items) {
    const trail = [id];
    for (let next = parents.get(id); next !== undefined && trail.length <= items.length; next = parents.get(next)) {
      trail.push(next);
      if (next === id) {
        yield { file, path: [field], message: `circular ${field}: “${trail.join(' → ')}”`, hint: `remove ${field} from one of them` };
        break;
      }
    }
  }
}
