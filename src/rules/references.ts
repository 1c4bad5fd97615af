import type { CollectionName } from '../schema/collections.ts';
import type { Voice } from '../schema/statement.ts';
import { getCitedSpans, parseBody } from '../record/mdx-body.ts';
import { collectStatementIds, statementsById, type Content } from '../record/content.ts';
import { closestMatch } from '../text/edit-distance.ts';
import { memoize } from '../text/memoize.ts';
import type { Violation, Rule } from './rule.ts';

/** Every id that a file names exists. */
export const referenceRules: Rule[] = [
  reference('actor-is-known', 'Every actor that a file names has its file in content/actors.', 'actors', actorReferences),
  reference('theme-is-known', 'Every theme that a file names has its file in content/themes.', 'themes', themeReferences),
  reference('event-is-known', 'Every event that a statement names has its file in content/events.', 'events', eventReferences),
  reference('place-is-known', 'Every place that a file names has its file in content/places.', 'places', placeReferences),
  reference('entry-is-known', 'Every entry that a file names has its folder in content/entries.', 'entries', entryReferences),
  {
    id: 'statement-is-known',
    description: 'Every statement that a file rests on or cites stands in a ledger.',
    *check(content) {
      const known = collectStatementIds(content);
      for (const { id, ...place } of [...statementReferences(content), ...replacements(content)]) {
        if (!known.has(id)) {
          yield { ...place, message: `no statement “${id}” stands in any ledger`, hint: suggestion(id, [...known]) };
        }
      }
    },
  },
  {
    id: 'what-is-withdrawn-is-not-rested-on',
    description: 'No file rests on, cites, relates or recommends a statement that was withdrawn.',
    *check(content) {
      const statements = statementsById(content);
      for (const { id, ...place } of [...statementReferences(content), ...replacements(content)]) {
        const { withdrawn } = statements.get(id)?.data ?? {};
        if (withdrawn)
          yield {
            ...place,
            message: `${id} was withdrawn on ${withdrawn.date}`,
            hint: withdrawn.instead
              ? `name ${withdrawn.instead}, which stands in its place, if it says the same`
              : 'name another statement, or take this out',
          };
      }
    },
  },
];

type Reference = Omit<Violation, 'message' | 'hint'> & { id: string };

function reference(id: string, truth: string, name: CollectionName, references: (content: Content) => Iterable<Reference>): Rule {
  return {
    id,
    description: truth,
    *check(content) {
      const known = new Set(content[name].map((file) => file.id));
      for (const { id: named, ...place } of references(content)) {
        if (known.has(named)) continue;
        yield {
          ...place,
          message: `“${named}” is not in content/${name}`,
          hint: suggestion(named, [...known], `add content/${name}/${named}`),
        };
      }
    },
  };
}

function suggestion(id: string, known: string[], otherwise = 'correct it, or write the statement first'): string {
  const near = closestMatch(id, known);
  return near ? `did you mean “${near}”? Otherwise ${otherwise}` : otherwise;
}

function* actorReferences(content: Content): Iterable<Reference> {
  for (const { file, data } of content.entries) {
    for (const key of ['publisher', 'reprintOf', 'copyAt'] as const) {
      const id = data.source[key];
      if (id) yield { id, file, path: ['source', key] };
    }
    yield* listed(file, ['source', 'authors'], data.source.authors);
    for (const [index, { actor }] of data.actors.entries()) yield { id: actor, file, path: ['actors', index, 'actor'] };
  }
  for (const ledger of content.ledgers) yield* inLedger(ledger).actors;
  for (const { file, data } of content.events) {
    for (const [index, { actor }] of data.actors.entries()) yield { id: actor, file, path: ['actors', index, 'actor'] };
  }
  for (const { file, data } of content.actors) if (data.partOf) yield { id: data.partOf, file, path: ['partOf'] };
  for (const { file, data } of content.places) {
    for (const [index, { usedBy }] of data.namings.entries()) yield { id: usedBy, file, path: ['namings', index, 'usedBy'] };
  }
  for (const { file, data } of content.terms) {
    for (const [index, { speakers }] of data.uses.entries()) yield* voices(file, ['uses', index, 'speakers'], speakers);
  }
}

function* themeReferences(content: Content): Iterable<Reference> {
  for (const { file, data } of content.entries) yield* listed(file, ['themes'], data.themes);
  yield* ofStatements(content, 'themes');
}

function* eventReferences(content: Content): Iterable<Reference> {
  yield* ofStatements(content, 'events');
}

function* placeReferences(content: Content): Iterable<Reference> {
  yield* ofStatements(content, 'places');
  for (const { file, data } of content.events) yield* listed(file, ['places'], data.places);
  for (const { file, data } of content.places) if (data.within) yield { id: data.within, file, path: ['within'] };
}

function* entryReferences(content: Content): Iterable<Reference> {
  for (const { file, data } of content.themes) {
    for (const [q, question] of data.questions.entries()) {
      for (const [p, position] of question.positions.entries())
        yield { id: position.entry, file, path: ['questions', q, 'positions', p, 'entry'] };
    }
  }
  for (const { file, data } of content.terms) {
    for (const [index, use] of data.uses.entries()) yield { id: use.entry, file, path: ['uses', index, 'entry'] };
  }
}

function* statementReferences(content: Content): Iterable<Reference> {
  for (const name of ['entries', 'events', 'actors', 'themes', 'places', 'terms'] as const) {
    for (const file of content[name]) yield* restsOf(file);
  }
  for (const { file, data } of content.entries) {
    for (const [index, note] of data.notes.entries()) yield* listed(file, ['notes', index, 'statements'], note.statements);
  }
  for (const { file, data } of content.relations) {
    for (const [index, relation] of data.relations.entries()) {
      for (const key of ['from', 'to'] as const) yield { id: relation[key], file, path: ['relations', index, key] };
    }
  }
  for (const name of ['entries', 'actors', 'themes', 'terms'] as const) {
    for (const source of content[name]) {
      const { id: owner, file } = source;
      for (const { cites = [], line } of citesOf(source)) {
        for (const cite of cites) yield { id: name === 'entries' ? `${owner}.s${cite}` : cite, file, path: [], bodyLine: line };
      }
    }
  }
}

/** Statements that stand in the place of withdrawn ones. */
function* replacements(content: Content): Iterable<Reference> {
  for (const { file, data } of content.ledgers) {
    for (const [index, { withdrawn }] of data.statements.entries())
      if (withdrawn?.instead) yield { id: withdrawn.instead, file, path: ['statements', index, 'withdrawn', 'instead'] };
  }
}

const restsOf = memoize(({ file, data }: { file: string; data: object }) => [...restsIn(file, data, [])]);

const citesOf = memoize(({ body }: { body: string }) => parseBody(body).flatMap(getCitedSpans));

/** Every `rests` list, wherever it stands in a file's data. */
function* restsIn(file: string, value: unknown, path: (string | number)[]): Iterable<Reference> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* restsIn(file, item, [...path, index]);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      if (key === 'rests') yield* listed(file, [...path, key], item as string[]);
      else yield* restsIn(file, item, [...path, key]);
    }
  }
}

function* ofStatements(content: Content, key: 'themes' | 'events' | 'places'): Iterable<Reference> {
  for (const ledger of content.ledgers) yield* inLedger(ledger)[key];
}

const inLedger = memoize(({ file, data: { statements } }: Content['ledgers'][number]) => {
  const listedAs = (key: 'themes' | 'events' | 'places') =>
    statements.flatMap((statement, index) => [...listed(file, ['statements', index, key], statement[key])]);
  const actors = statements.flatMap((statement, index) => {
    const path = ['statements', index];
    return [
      ...voices(file, [...path, 'speakers'], statement.speakers),
      ...voices(file, [...path, 'via'], statement.via),
      ...listed(file, [...path, 'actors'], statement.actors),
    ];
  });
  return { actors, themes: listedAs('themes'), events: listedAs('events'), places: listedAs('places') };
});

function* listed(file: string, path: (string | number)[], ids: readonly string[]): Iterable<Reference> {
  for (const [index, id] of ids.entries()) yield { id, file, path: [...path, index] };
}

function* voices(file: string, path: (string | number)[], list: readonly Voice[]): Iterable<Reference> {
  for (const [index, voice] of list.entries()) if (typeof voice === 'string') yield { id: voice, file, path: [...path, index] };
}
