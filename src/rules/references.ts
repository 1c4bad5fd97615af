import { staticPaths } from '../paths/paths.ts';
import { collectStatementIds, type Content, statementsById } from '../record/content.ts';
import { memoize } from '../record/frozen.ts';
import { getCitedSpans, parseBody } from '../record/mdx-body.ts';
import { type CollectionName, collections } from '../schema/collections.ts';
import type { SearchAliases } from '../schema/search-aliases.ts';
import { suggestClosest } from '../text/matching.ts';
import { type Rule, rule, type Violation } from './rule.ts';

type Fields = Partial<Record<CollectionName, readonly string[]>>;

/** The fields that contain ids of each collection, by the collection that has the field. `*` matches every item of a list. */
export const referenceFields = {
  actors: {
    entries: ['source.publisher', 'source.reprintOf', 'source.copyAt', 'source.authors.*', 'actors.*.actor'],
    ledgers: ['statements.*.speakers.*', 'statements.*.via.*', 'statements.*.actors.*'],
    events: ['actors.*.actor'],
    actors: ['partOf'],
    places: ['namings.*.usedBy'],
    terms: ['uses.*.speakers.*'],
  },
  themes: { entries: ['themes.*'], ledgers: ['statements.*.themes.*'] },
  events: { ledgers: ['statements.*.events.*'] },
  places: { ledgers: ['statements.*.places.*'], events: ['places.*'], places: ['within'] },
  entries: { themes: ['questions.*.positions.*.entry'], terms: ['uses.*.entry'] },
  /** Besides these, every list of the name `rests` contains ids of statements. */
  statements: {
    ledgers: ['statements.*.withdrawn.instead'],
    entries: ['notes.*.statements.*', 'revisions.*.statements.*'],
    themes: ['questions.*.positions.*.related.*'],
    relations: ['relations.*.from', 'relations.*.to'],
  },
} satisfies Record<string, Fields>;

/** Rules about references from one file to another. */
export const referenceRules: Rule[] = [
  reference('actor', 'actors', 'Every actor that a file names has a file in content/actors.'),
  reference('theme', 'themes', 'Every theme that a file names has a file in content/themes.'),
  reference('event', 'events', 'Every event that a statement names has a file in content/events.'),
  reference('place', 'places', 'Every place that a file names has a file in content/places.'),
  reference('entry', 'entries', 'Every entry that a file names has a folder in content/entries.'),
  rule('statement-is-known', 'Every statement that a file cites exists in a ledger.', function* (content) {
    const statementIds = collectStatementIds(content);
    for (const { id, ...location } of statementReferences(content)) {
      if (!statementIds.has(id)) {
        const hint = suggestClosest(id, [...statementIds], 'correct the id, or write the statement first');
        yield { ...location, message: `unknown statement “${id}”`, hint };
      }
    }
  }),
  rule('what-is-withdrawn-is-not-rested-on', 'No file cites, relates or recommends a withdrawn statement.', function* (content) {
    const statements = statementsById(content);
    for (const { id, ...location } of statementReferences(content)) {
      const { withdrawn } = statements.get(id)?.data ?? {};
      if (withdrawn) {
        const hint = withdrawn.instead ? `cite “${withdrawn.instead}” if it fits` : 'cite another statement, or remove this reference';
        yield { ...location, message: `“${id}” was withdrawn on ${withdrawn.date}`, hint };
      }
    }
  }),
];

type Reference = Omit<Violation, 'message' | 'hint'> & { id: string };

const citedSpansOf = memoize(({ body }: { body: string }) => parseBody(body).flatMap(getCitedSpans));

/** Rules about the words that readers may search for. */
export const searchAliasRules: Rule[] = [
  rule(
    'concept-means-something-known',
    'Every statement and every page that concepts.yaml names exists, and is named once in its list.',
    function* (content) {
      const targets = aliasTargets(content);
      for (const { file, data } of content.concepts) {
        for (const [index, { means }] of data.concepts.entries()) {
          for (const [m, target] of means.entries()) {
            const location = { file, path: ['concepts', index, 'means', m] };
            if (means.indexOf(target) !== m) yield { ...location, message: `“${target}” is named twice`, hint: 'name it once' };
            else if (!targets.has(target)) {
              const hint = suggestClosest(target, [...targets], 'name an existing statement or page');
              yield { ...location, message: `unknown statement or page “${target}”`, hint };
            }
          }
        }
        yield* invalidPages(file, data.pages);
      }
    },
  ),
  rule(
    'concept-phrase-is-unique',
    'No two concepts and no two pages share a phrase, ignoring letter case and hyphens. No word is repeated in a row of synonyms.',
    function* (content) {
      for (const { file, data } of content.concepts) {
        yield* repeatedPhrases(file, 'concepts', data.concepts);
        yield* repeatedPhrases(file, 'pages', data.pages);
        for (const [row, words] of data.synonyms.entries()) {
          for (const [w, word] of words.entries()) {
            const message = `“${word}” is repeated in a row of synonyms`;
            if (words.indexOf(word) !== w) yield { file, path: ['synonyms', row, w], message, hint: 'write it once' };
          }
        }
      }
    },
  ),
];

function reference(kind: string, name: Exclude<keyof typeof referenceFields, 'statements'>, description: string): Rule {
  const { base, pattern } = collections[name];
  return rule(`${kind}-is-known`, description, function* (content) {
    const ids = new Set(content[name].map((file) => file.id));
    const unknown = [...fieldReferences(content, referenceFields[name])].filter((each) => !ids.has(each.id));
    // Once for each file: a new actor occurs in many statements.
    for (const [first, ...others] of Map.groupBy(unknown, (each) => `${each.file} ${each.id}`).values()) {
      const { id, ...location } = first!;
      const command = name === 'entries' ? '' : ` (npm run new:${kind} -- --missing)`;
      const hint = suggestClosest(id, [...ids], `add content/${base}/${pattern.replace('*', id)}${command}`);
      const more = others.length > 0 ? `, here and ${others.length} more times in this file` : '';
      yield { ...location, message: `unknown ${kind} “${id}”${more}`, hint };
    }
  });
}

function* fieldReferences(content: Content, fields: Fields): Iterable<Reference> {
  for (const [name, paths] of Object.entries(fields)) {
    for (const { file, data } of content[name as CollectionName]) for (const path of paths) yield* idsAt(file, data, path.split('.'), []);
  }
}

function* statementReferences(content: Content): Iterable<Reference> {
  yield* fieldReferences(content, referenceFields.statements);
  for (const name of ['entries', 'events', 'actors', 'themes', 'places', 'terms'] as const) {
    for (const { file, data } of content[name]) yield* restsIn(file, data, []);
  }
  for (const name of ['entries', 'actors', 'themes', 'terms'] as const) {
    for (const source of content[name]) {
      for (const { cites = [], line } of citedSpansOf(source)) {
        for (const cite of cites)
          yield { id: name === 'entries' ? `${source.id}.s${cite}` : cite, file: source.file, path: [], bodyLine: line };
      }
    }
  }
}

/** Yields the ids at a field path, also of lists within a list. Skips missing fields and voices without a name. */
function* idsAt(file: string, value: unknown, [key, ...below]: readonly string[], path: Violation['path']): Iterable<Reference> {
  if (key === '*') {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* idsAt(file, item, below, [...path, index]);
  } else if (key !== undefined) {
    yield* idsAt(file, (value as Record<string, unknown> | undefined)?.[key], below, [...path, key]);
  } else if (Array.isArray(value)) yield* idsAt(file, value, ['*'], path);
  else if (typeof value === 'string') yield { id: value, file, path };
}

/** Yields the items of every `rests` list in a file’s data. */
function* restsIn(file: string, value: unknown, path: Violation['path']): Iterable<Reference> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (key === 'rests') yield* idsAt(file, item, ['*'], [...path, key]);
    else yield* restsIn(file, item, [...path, key]);
  }
}

/** Checks the pages about the Record itself. Pages of entries, themes and so on are targets of concepts instead. */
function* invalidPages(file: string, pages: SearchAliases['pages']): Iterable<Violation> {
  for (const [index, { page }] of pages.entries()) {
    const location = { file, path: ['pages', index, 'page'] };
    if (pages.findIndex((other) => other.page === page) !== index)
      yield { ...location, message: `“${page}” is named twice`, hint: 'write all phrases of the page in one place' };
    else if (!staticPaths.includes(page)) {
      const hint = suggestClosest(page, staticPaths, 'name a page about the Record; write phrases for a statement or a theme in a concept');
      yield { ...location, message: `“${page}” is not a page about the Record`, hint };
    }
  }
}

function* repeatedPhrases(file: string, name: 'concepts' | 'pages', list: readonly { phrases: readonly string[] }[]): Iterable<Violation> {
  const seen = new Set<string>();
  const hint = name === 'concepts' ? 'merge the two concepts, or remove the phrase from one' : 'write it for one of the pages only';
  for (const [index, { phrases }] of list.entries()) {
    for (const [p, phrase] of phrases.entries()) {
      const key = phrase.toLowerCase().replace(/[-‐‑–\s]+/g, ' ');
      if (seen.has(key)) yield { file, path: [name, index, 'phrases', p], message: `duplicate phrase “${phrase}”`, hint };
      seen.add(key);
    }
  }
}

/** Returns everything that a concept can mean, in the form that concepts use: `tass-2026.s24`, `event/putin-visit-2016`. */
function aliasTargets(content: Content): Set<string> {
  const collections = { entry: 'entries', event: 'events', actor: 'actors', theme: 'themes', place: 'places', term: 'terms' } as const;
  const pages = Object.entries(collections).flatMap(([kind, name]) => content[name].map(({ id }) => `${kind}/${id}`));
  const questions = content.themes.flatMap(({ id, data }) => data.questions.map((question) => `question/${id}/${question.id}`));
  return new Set([...collectStatementIds(content), ...pages, ...questions]);
}
