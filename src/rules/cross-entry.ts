import { getBounds } from '../dates/bounds.ts';
import { isActive, statementsById, type Content } from '../record/content.ts';
import type { Violation, Rule } from './rule.ts';

/** What holds between articles: events, actors, themes, questions, relations, terms, places. */
export const crossEntryRules: Rule[] = [
  requireReferenced(
    'actor-is-attested',
    'Every actor is named in a statement, or publishes an article, or is the whole of one that is.',
    'actors',
    (content) => [
      ...content.ledgers.flatMap(({ data }) =>
        data.statements
          .filter(isActive)
          .flatMap(({ actors, speakers, via }) => [...actors, ...[...speakers, ...via].filter((voice) => typeof voice === 'string')]),
      ),
      ...content.entries.flatMap(({ data }) => [data.source.publisher, data.source.copyAt, data.source.reprintOf, ...data.source.authors]),
    ],
  ),
  requireReferenced('event-is-attested', 'Every event is attested by a statement.', 'events', (content) => ofStatements(content, 'events')),
  requireReferenced('theme-is-attested', 'Every theme has statements.', 'themes', (content) => ofStatements(content, 'themes')),
  requireReferenced('place-is-attested', 'Every place is named in a statement, or holds one that is.', 'places', (content) =>
    ofStatements(content, 'places'),
  ),
  {
    id: 'event-that-happened-is-not-only-foretold',
    description: 'An event that happened is attested by a statement that is no forecast.',
    *check(content) {
      const told = new Set<string>();
      for (const { data } of content.ledgers)
        for (const { kind, events } of data.statements.filter(isActive)) if (kind !== 'forecast') events.forEach((id) => told.add(id));
      const named = new Set(ofStatements(content, 'events'));
      for (const { id, file, data } of content.events) {
        if (data.status === 'happened' && named.has(id) && !told.has(id)) {
          yield {
            file,
            path: ['status'],
            message: 'happened, but is only foretold in the ledgers',
            hint: 'make the status expected or announced',
          };
        }
      }
    },
  },
  {
    id: 'part-is-of-its-whole',
    description: 'No actor is part of itself and no place within itself, directly or around a ring.',
    *check(content) {
      yield* findCycles(
        content.actors.map(({ id, file, data }) => ({ id, file, parent: data.partOf })),
        'partOf',
      );
      yield* findCycles(
        content.places.map(({ id, file, data }) => ({ id, file, parent: data.within })),
        'within',
      );
    },
  },
  {
    id: 'question-has-position-or-silence-for-every-entry',
    description: 'Every question has, for every entry, one position or one explicit silence.',
    *check(content) {
      for (const { file, data } of content.themes) {
        for (const [q, { positions }] of data.questions.entries()) {
          const path = ['questions', q, 'positions'];
          const counts = new Map<string, number>();
          for (const { entry } of positions) counts.set(entry, (counts.get(entry) ?? 0) + 1);
          for (const { id } of content.entries) {
            const count = counts.get(id) ?? 0;
            if (count === 0)
              yield { file, path, message: `nothing on ${id}`, hint: `add its position with rests, or { entry: ${id}, silent: true }` };
            if (count > 1) yield { file, path, message: `${id} stands twice`, hint: 'keep one position for each entry' };
          }
        }
      }
    },
  },
  {
    id: 'position-rests-on-its-entry',
    description: 'A position has a text and rests on statements of its entry; a silence has neither.',
    *check(content) {
      for (const { file, data } of content.themes) {
        for (const [q, question] of data.questions.entries()) {
          for (const [p, { entry, text, rests, silent }] of question.positions.entries()) {
            const path = ['questions', q, 'positions', p];
            const foreign = rests.find((rest) => !rest.startsWith(`${entry}.`));
            if (foreign)
              yield { file, path, message: `the position of ${entry} rests on ${foreign}`, hint: `name statements of ${entry} only` };
            if (silent && (text || rests.length > 0))
              yield { file, path, message: `${entry} is silent and yet speaks`, hint: 'take out silent, or text and rests' };
            if (!silent && (!text || rests.length === 0))
              yield {
                file,
                path,
                message: `${entry} has neither a position with statements nor a silence`,
                hint: 'write text and rests, or silent: true',
              };
          }
        }
      }
    },
  },
  {
    id: 'question-id-is-unique',
    description: 'No two questions of a theme have one id.',
    *check(content) {
      for (const { file, data } of content.themes) {
        const ids = data.questions.map(({ id }) => id);
        for (const [index, id] of ids.entries())
          if (ids.indexOf(id) !== index)
            yield {
              file,
              path: ['questions', index, 'id'],
              message: `“${id}” is given twice`,
              hint: 'give the later question an id of its own',
            };
      }
    },
  },
  {
    id: 'relation-joins-two-statements',
    description: 'A relation joins two different statements, and joins them once in one way.',
    *check(content) {
      const seen = new Set<string>();
      for (const { file, data } of content.relations) {
        for (const [index, { from, to, kind }] of data.relations.entries()) {
          const path = ['relations', index];
          if (from === to) yield { file, path, message: `${from} is related to itself`, hint: 'name the other statement' };
          const key = [kind, from, to].join(' ');
          if (seen.has(key)) yield { file, path, message: `${from} ${kind} ${to} stands twice`, hint: 'keep one of the two' };
          seen.add(key);
        }
      }
    },
  },
  {
    id: 'answer-is-to-a-forecast-and-has-an-outcome',
    description: 'Only a relation that answers has an outcome, it always has one, and it answers a forecast.',
    *check(content) {
      const statements = statementsById(content);
      for (const { file, data } of content.relations) {
        for (const [index, { to, kind, outcome }] of data.relations.entries()) {
          const path = ['relations', index];
          if (kind !== 'answers' && outcome)
            yield {
              file,
              path: [...path, 'outcome'],
              message: `an outcome on a relation that ${kind}`,
              hint: 'take it out, or make the kind answers',
            };
          if (kind === 'answers' && !outcome)
            yield {
              file,
              path: [...path, 'kind'],
              message: 'answers without an outcome',
              hint: 'add outcome: met, not-met, partly or overtaken',
            };
          const answered = statements.get(to);
          if (kind === 'answers' && answered && answered.data.kind !== 'forecast') {
            yield {
              file,
              path: [...path, 'to'],
              message: `${to} is no forecast but ${answered.data.kind}`,
              hint: 'use another kind of relation, or correct the kind of the statement',
            };
          }
        }
      }
    },
  },
  {
    id: 'forecast-outcome-rests-on-a-later-statement',
    description: 'What answers a forecast was published after it, in another article.',
    *check(content) {
      const published = new Map(content.entries.map(({ id, data }) => [id, getBounds(data.source.published.edtf).from ?? '']));
      for (const { file, data } of content.relations) {
        for (const [index, { from, to, kind }] of data.relations.entries()) {
          if (kind !== 'answers') continue;
          const [answering, answered] = [from, to].map((id) => published.get(id.slice(0, id.lastIndexOf('.'))) ?? '');
          if (answering! <= answered!)
            yield {
              file,
              path: ['relations', index],
              message: `${from} was not published after ${to}`,
              hint: 'turn the relation round, or use another kind',
            };
        }
      }
    },
  },
  {
    id: 'answers-has-no-cycle',
    description: 'No forecast answers itself through others.',
    *check(content) {
      const next = new Map<string, { to: string; file: string; index: number }[]>();
      for (const { file, data } of content.relations) {
        for (const [index, { from, to, kind }] of data.relations.entries()) {
          if (kind === 'answers') next.set(from, [...(next.get(from) ?? []), { to, file, index }]);
        }
      }
      const done = new Set<string>();
      const findings: Violation[] = [];
      const walk = (id: string, trail: string[]) => {
        for (const { to, file, index } of next.get(id) ?? []) {
          if (trail.includes(to))
            findings.push({
              file,
              path: ['relations', index],
              message: `${[...trail.slice(trail.indexOf(to)), to].join(' answers ')}`,
              hint: 'take one of these relations out',
            });
          else if (!done.has(to)) walk(to, [...trail, to]);
        }
        done.add(id);
      };
      for (const id of next.keys()) if (!done.has(id)) walk(id, [id]);
      yield* findings;
    },
  },
  {
    id: 'term-use-stands-in-its-entry',
    description: 'A use of a term names passages of its entry and rests on statements drawn from them.',
    *check(content) {
      const statements = statementsById(content);
      const passages = new Map(content.passages.map(({ id, data }) => [id, data.passages]));
      for (const { file, data } of content.terms) {
        for (const [index, { entry, at, rests }] of data.uses.entries()) {
          const path = ['uses', index];
          for (const locator of at) {
            if (passages.has(entry) && !(locator in passages.get(entry)!))
              yield { file, path: [...path, 'at'], message: `${entry} has no passage ${locator}`, hint: 'correct the locator' };
          }
          for (const rest of rests) {
            const statement = statements.get(rest);
            if (statement && (statement.entry !== entry || !statement.data.at.some((locator) => at.includes(locator)))) {
              yield {
                file,
                path: [...path, 'rests'],
                message: `${rest} does not stand in ${entry} ${at.join(', ')}`,
                hint: 'name a statement drawn from those passages',
              };
            }
          }
        }
      }
    },
  },
  {
    id: 'name-is-unique',
    description: 'No two things of one collection have one title or English name.',
    *check(content) {
      for (const [name, titles] of [
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
          if (first)
            yield {
              file,
              path: [...path],
              message: `“${title}” is also the name in ${first}`,
              hint: `make the two ${name} one, or tell them apart`,
            };
          else seen.set(key, file);
        }
      }
    },
  },
];

function requireReferenced(
  id: string,
  truth: string,
  name: 'actors' | 'events' | 'themes' | 'places',
  used: (content: Content) => (string | undefined)[],
): Rule {
  return {
    id,
    description: truth,
    *check(content) {
      const named = new Set(used(content));
      const wholes = new Map([
        ...(name === 'actors' ? content.actors : []).map(({ id, data }) => [id, data.partOf] as const),
        ...(name === 'places' ? content.places : []).map(({ id, data }) => [id, data.within] as const),
      ]);
      // A set visits what is added to it meanwhile: so the whole of a whole is named too.
      for (const each of named) if (each !== undefined) named.add(wholes.get(each));
      for (const { id: each, file } of content[name]) {
        if (!named.has(each))
          yield { file, path: [], message: `no statement names “${each}”`, hint: `name it in a statement, or remove the file` };
      }
    },
  };
}

function ofStatements(content: Content, key: 'events' | 'themes' | 'places'): string[] {
  return content.ledgers.flatMap(({ data }) => data.statements.filter(isActive).flatMap((statement) => statement[key]));
}

function* findCycles(nodes: { id: string; file: string; parent: string | undefined }[], key: string): Iterable<Violation> {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  for (const { id, file } of nodes) {
    const trail = [id];
    for (let next = parents.get(id); next !== undefined && trail.length <= nodes.length; next = parents.get(next)) {
      if (next === id) {
        yield { file, path: [key], message: `${[...trail, id].join(' → ')} is a ring`, hint: `take ${key} out of one of them` };
        break;
      }
      trail.push(next);
    }
  }
}
