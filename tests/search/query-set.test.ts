import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/loader/load-record.ts';
import { questionPath } from '../../src/paths/paths.ts';
import { allPagePaths } from '../../src/record/content.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import { loadQueries, splitOf, type QueryFilters } from '../support/search-quality/query-set.ts';

const { content } = readContent(process.cwd());
const record = resolveReferences(content);
const halves = { tuning: loadQueries('tuning'), 'held back': loadQueries('held back') };
const all = Object.values(halves).flat();

describe('the search queries', () => {
  it('have every category in both halves', () => {
    const categories = (queries: typeof all) => [...new Set(queries.map(({ category }) => category))].toSorted();
    expect(categories(halves.tuning)).toEqual(categories(halves['held back']));
  });

  it('are unique', () => {
    const keys = all.map(({ text, filters }) => `${text.toLowerCase()} ${JSON.stringify(filters)}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(['tuning', 'held back'] as const)('belong in the %s half by the rule of the files', (split) => {
    expect(halves[split].filter((query) => splitOf(query) !== split)).toEqual([]);
  });

  it('expect paths of the Record', () => {
    const questions = record.themes.flatMap((theme) => theme.questions.map(({ id }) => questionPath(theme.id, id)));
    const paths = new Set([...allPagePaths(content), ...questions]);
    const unknown = [...all, ...loadQueries('readers')].flatMap(({ text, answers }) =>
      answers.filter((path) => !paths.has(path)).map((path) => `${text} → ${path}`),
    );
    expect(unknown).toEqual([]);
  });

  it('expect nothing only in the category “nothing” or with filters', () => {
    const wrong = all.filter(({ category, answers }) => category !== 'filters' && (category === 'nothing') !== (answers.length === 0));
    expect(wrong).toEqual([]);
  });

  it('filter by values of the Record', () => {
    const ids = (nodes: Iterable<{ id: string }>) => [...nodes].map(({ id }) => id);
    const actors = ids(record.actors);
    const values: Partial<Record<keyof QueryFilters, readonly (string | number)[]>> = {
      kind: ['actor', 'event', 'theme', 'place', 'term', 'entry', 'statement'],
      type: record.statements.map(({ data }) => data.kind),
      article: ids(record.entries),
      speaker: actors,
      actor: actors,
      theme: ids(record.themes),
      side: record.actors.map(({ data }) => data.side),
      status: record.events.map(({ data }) => data.status),
    };
    const unknown = all.flatMap(({ text, filters }) =>
      Object.entries(filters).flatMap(([name, chosen]) =>
        chosen.filter((value) => values[name as keyof QueryFilters]?.includes(value) === false).map((value) => `${text}: ${name} ${value}`),
      ),
    );
    expect(unknown).toEqual([]);
  });
});
