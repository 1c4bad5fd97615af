import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import { splitOf, loadQueries, type Facets } from '../support/search-quality/query-set.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import * as urls from '../../src/paths/paths.ts';

const record = resolveReferences(readContent(process.cwd()).content);
const tuning = loadQueries('tuning');
const heldBack = loadQueries('held back');
const all = [...tuning, ...heldBack];

/** How many queries of a category there must be at least, in both halves together. */
const minimum: Record<string, number> = {
  'names-latin': 20,
  'names-japanese': 20,
  'names-cyrillic': 20,
  'name-parts': 20,
  'name-order': 15,
  romanisation: 20,
  typos: 25,
  phrases: 20,
  quoted: 20,
  concepts: 30,
  'half-remembered': 25,
  dates: 20,
  numbers: 15,
  hyphens: 20,
  'cyrillic-cases': 20,
  filters: 25,
  articles: 20,
  nothing: 20,
};

describe('the search queries', () => {
  it.each(Object.entries(minimum))('of %s are %i or more, and stand in both halves', (category, least) => {
    const of = (queries: typeof all) => queries.filter((query) => query.category === category).length;
    expect(of(all)).toBeGreaterThanOrEqual(least);
    expect(of(tuning)).toBeGreaterThanOrEqual(6);
    expect(of(heldBack)).toBeGreaterThanOrEqual(6);
  });

  it('are of these categories and no others', () => {
    expect([...new Set(all.map(({ category }) => category))].toSorted()).toEqual(Object.keys(minimum).toSorted());
  });

  it('stand once each', () => {
    const keys = all.map(({ text, filters }) => `${text.toLowerCase()} ${JSON.stringify(filters)}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('stand in the half to which the rule puts them', () => {
    expect(tuning.filter((query) => splitOf(query) !== 'tuning')).toEqual([]);
    expect(heldBack.filter((query) => splitOf(query) !== 'held back')).toEqual([]);
  });

  it('expect addresses that the Record has', () => {
    const known = addresses();
    const missing = all.flatMap(({ text, answers }) =>
      answers.filter((address) => !known.has(address)).map((address) => `${text} → ${address}`),
    );
    expect(missing).toEqual([]);
  });

  it('have no answer where nothing must be found, and one elsewhere, filters aside', () => {
    const wrong = all.filter(({ category, answers }) => category !== 'filters' && (category === 'nothing') !== (answers.length === 0));
    expect(wrong).toEqual([]);
  });

  it('filter by values that the Record has', () => {
    const ids = (nodes: Iterable<{ id: string }>) => [...nodes].map(({ id }) => id);
    const actors = ids(record.actors);
    const values: Record<keyof Facets, readonly (string | number)[]> = {
      kind: ['actor', 'event', 'theme', 'place', 'term', 'entry', 'statement'],
      type: [...record.statements].map(({ data }) => data.kind),
      article: ids(record.entries),
      speaker: actors,
      actor: actors,
      theme: ids(record.themes),
      side: [...record.actors].map(({ data }) => data.side),
      year: [2012, 2013, 2014, 2015, 2016, 2017, 2022, 2023, 2024, 2025, 2026],
      status: [...record.events].map(({ data }) => data.status),
    };
    const unknown = all.flatMap(({ text, filters }) =>
      Object.entries(filters).flatMap(([name, chosen]) =>
        chosen.filter((value) => !values[name as keyof Facets].includes(value)).map((value) => `${text}: ${name} ${value}`),
      ),
    );
    expect(unknown).toEqual([]);
  });
});

/** Every address that a query may expect. */
function addresses(): Set<string> {
  const { entries, statements, actors, events, themes, places, terms } = record;
  const of = (nodes: Iterable<{ id: string }>, address: (id: string) => string) => [...nodes].map(({ id }) => address(id));
  return new Set([
    ...of(entries, urls.entryPath),
    ...of(entries, (id) => `${urls.entryPath(id)}source/`),
    ...of(statements, urls.statementPath),
    ...of(actors, urls.actorPath),
    ...of(events, urls.eventPath),
    ...of(themes, urls.themePath),
    ...of(places, urls.placePath),
    ...of(terms, urls.termPath),
    ...Object.values(urls).filter((address) => typeof address === 'string'),
  ]);
}
