import { describe, expect, it, test } from 'vitest';
import { readContent } from '../../src/loader/load-record.ts';
import type { Content } from '../../src/record/content.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import { byDateThenId, sortName } from '../../src/record/sort.ts';
import { archive } from '../support/archive.ts';
import { find, fixture, ids } from '../support/fixtures.ts';

const { content } = readContent(archive);
const record = fixture;

const lists = ['entries', 'statements', 'events', 'actors', 'themes', 'places', 'terms'] as const;

type Linked = [from: string, to: string, items: readonly object[], forward: string, others: readonly object[], backward: string];
const { entries, statements, events, actors, themes, places, relations } = record;

/** Returns the items to which an item is linked by a field: one, a list, or the field of each item of a list: `speakers.actor`. */
const linkedBy = (item: object, field: string): unknown[] =>
  field.split('.').reduce<unknown[]>((found, name) => found.flatMap((each) => (each as Record<string, never>)[name] ?? []).flat(), [item]);

describe('resolveReferences', () => {
  // Compared by identity: the Record has cycles, so a comparison by value would not end.
  test.each<Linked>([
    ['an entry', 'its statements', entries, 'statements', statements, 'entry'],
    ['an entry', 'its events', entries, 'events', events, 'entries'],
    ['an entry', 'the actors with a role in it', entries, 'actors.actor', actors, 'entries.entry'],
    ['a statement', 'its speakers', statements, 'speakers.actor', actors, 'statementsMade'],
    ['a statement', 'the voices that pass it on', statements, 'via.actor', actors, 'statementsRelayed'],
    ['a statement', 'the actors that it mentions', statements, 'actors', actors, 'mentionedIn'],
    ['a statement', 'its events', statements, 'events', events, 'statements'],
    ['a statement', 'its themes', statements, 'themes', themes, 'statements'],
    ['a statement', 'its places', statements, 'places', places, 'statements'],
    ['an event', 'its actors', events, 'actors.actor', actors, 'events.event'],
    ['an event', 'its places', events, 'places', places, 'events'],
    ['an actor', 'what it belongs to', actors, 'partOf', actors, 'parts'],
  ])('links %s to %s, and each of them back', (_from, _to, items, forward, others, backward) => {
    let links = 0;
    for (const item of items)
      for (const other of others) {
        const isLinked = linkedBy(item, forward).includes(other);
        expect(linkedBy(other, backward).includes(item)).toBe(isLinked);
        links += Number(isLinked);
      }
    expect(links).toBeGreaterThan(0);
  });

  it('links both statements of a relation to it', () => {
    expect(relations).toHaveLength(2);
    for (const relation of relations) {
      expect([relation.from.id, relation.to.id]).toEqual([relation.data.from, relation.data.to]);
      for (const statement of [relation.from, relation.to]) expect(statement.relations.includes(relation)).toBe(true);
    }
    expect(statements.filter((statement) => statement.relations.length > 0)).toHaveLength(4);
  });

  it('names the role of an actor in an entry, with its statements, and its part in an event', () => {
    const thornbury = find('actors', 'ilse-thornbury');
    expect(thornbury.entries.map(({ entry, role, rests }) => [entry.id, role, ids(rests)])).toEqual([
      ['alpha-2001', 'a pilot of the strait', ['alpha-2001.s3']],
      ['beta-2002', 'its author', ['beta-2002.s1']],
    ]);
    for (const event of events)
      for (const { actor, part } of event.actors)
        expect(actor.events.some((each) => each.event === event && each.part === part)).toBe(true);
    expect(ids(find('events', 'ferry-pact').entries)).toEqual(['alpha-2001', 'beta-2002']);
    expect(find('places', 'port-alder').parent === find('places', 'marrow-strait')).toBe(true);
  });

  it('links an entry to its publisher, authors and passages', () => {
    const entry = find('entries', 'beta-2002');
    expect(entry.publisher === find('actors', 'beacon-wire')).toBe(true);
    expect(ids(entry.authors)).toEqual(['ilse-thornbury']);
    expect(entry).not.toHaveProperty('reprintedFrom');
    expect(Object.keys(entry.passages)).toEqual(['p1', 'p2', 'c1']);
  });

  it('copies a voice without a name', () => {
    expect(find('statements', 'alpha-2001.s4').speakers).toEqual([{ unnamed: 'a harbour clerk' }]);
  });

  it('links every statement to its neighbours in the ledger', () => {
    for (const { statements } of record.entries) {
      for (const [index, statement] of statements.entries()) {
        expect(statement.previous === statements[index - 1]).toBe(true);
        expect(statement.next === statements[index + 1]).toBe(true);
      }
    }
  });

  it('returns a position for every question and entry, without text and statements if the entry is silent', () => {
    for (const theme of record.themes) {
      for (const question of theme.questions) {
        expect(question.theme === theme).toBe(true);
        expect(question.positions.map(({ entry }) => entry.id)).toEqual(ids(record.entries));
      }
    }
    const { positions } = find('themes', 'lamp-oil').questions[0]!;
    expect(positions.map(({ text, rests }) => [text, ids(rests)])).toEqual([
      [undefined, []],
      ['The author says so.', ['beta-2002.s3']],
    ]);
  });

  it('returns the texts of its statements for a position without a text', () => {
    const changed = structuredClone(content);
    const [question] = changed.themes.find(({ id }) => id === 'ferries')!.data.questions;
    Object.assign(question!.positions[0]!, { text: undefined, rests: ['alpha-2001.s3', 'alpha-2001.s1'] });
    const { positions, data } = resolveReferences(changed).themes.find(({ id }) => id === 'ferries')!.questions[0]!;
    const [third, first] = [3, 1].map((n) => content.ledgers[0]!.data.statements.find((each) => each.n === n)!.text);
    expect(positions[0]!.text).toBe(`${third} ${first}`);
    expect(data.positions[0]!.text).toBe(`${third} ${first}`);
    expect(positions[1]!.text).toBe('None had sailed.');
  });

  it('links every sentence to the statements that it cites', () => {
    expect(ids(find('entries', 'alpha-2001').summary.rests)).toEqual(['alpha-2001.s1', 'alpha-2001.s3']);
    expect(find('events', 'ferry-pact').account.map(({ rests }) => ids(rests))).toEqual([['alpha-2001.s1'], ['beta-2002.s2']]);
    expect(find('events', 'night-boats').differences.map(({ rests }) => ids(rests))).toEqual([['alpha-2001.s3', 'beta-2002.s1']]);
    expect(find('places', 'port-alder').account.map(({ rests }) => ids(rests))).toEqual([['alpha-2001.s1']]);
    expect(find('places', 'marrow-strait').disputedNames.map(({ name, usedBy, rests }) => [name, usedBy.id, ids(rests)])).toEqual([
      ['the Home Water', 'norrow', ['alpha-2001.s3']],
    ]);
    expect(find('actors', 'ilse-thornbury').offices.map(({ title, rests }) => [title, ids(rests)])).toEqual([['pilot', ['alpha-2001.s3']]]);
    expect(find('terms', 'home-water').uses.map(({ entry, speakers, rests }) => [entry.id, speakers[0]?.actor?.id, ids(rests)])).toEqual([
      ['alpha-2001', 'ilse-thornbury', ['alpha-2001.s3']],
    ]);
  });
});

describe('the order of the Record', () => {
  it('sorts entries by date of publication and statements by entry and number', () => {
    expect(ids(record.entries)).toEqual(['alpha-2001', 'beta-2002']);
    expect(ids(record.statements)).toEqual([
      ...[1, 2, 3, 4, 5].map((n) => `alpha-2001.s${n}`),
      ...[1, 2, 3, 4].map((n) => `beta-2002.s${n}`),
    ]);
  });

  it('sorts events by date, actors by sort name, themes and terms by number, places by name', () => {
    expect(ids(record.events)).toEqual(ids(record.events.toSorted(byDateThenId(({ data }) => data.date.edtf))));
    expect(ids(record.events)).toEqual(['ferry-pact', 'night-boats', 'crews-strike']);
    expect(record.actors.map(({ data }) => sortName(data))).toEqual([
      'alder gazette',
      'beacon wire',
      'ferry board',
      'norrow',
      'thornbury, ilse',
    ]);
    expect(ids(record.themes)).toEqual(['ferries', 'lamp-oil']);
    expect(ids(record.places)).toEqual(['marrow-strait', 'port-alder']);
  });

  it('sorts relations by their first and second statement', () => {
    expect(record.relations.map(({ data }) => [data.from, data.to])).toEqual([
      ['beta-2002.s1', 'alpha-2001.s3'],
      ['beta-2002.s2', 'alpha-2001.s1'],
    ]);
  });

  it('does not depend on the order of files, statements or relations', () => {
    const reversed = structuredClone(content);
    for (const files of Object.values(reversed)) files.reverse();
    for (const { data } of reversed.ledgers) data.statements.reverse();
    for (const { data } of reversed.relations) data.relations.reverse();
    const same = resolveReferences(reversed);
    for (const name of lists) expect(ids(same[name])).toEqual(ids(record[name]));
    expect(same.relations.map(({ data }) => data)).toEqual(record.relations.map(({ data }) => data));
    for (const [index, actor] of same.actors.entries())
      expect(ids(actor.statementsMade)).toEqual(ids(record.actors[index]!.statementsMade));
  });
});

describe('the Record', () => {
  it('is frozen with everything that can be reached from it', () => {
    const seen = new Set<object>();
    const queue: object[] = [record];
    for (let each = queue.pop(); each; each = queue.pop()) {
      if (seen.has(each)) continue;
      seen.add(each);
      expect(Object.isFrozen(each), JSON.stringify(Object.keys(each))).toBe(true);
      queue.push(...Object.values(each).filter((value) => typeof value === 'object' && value !== null));
    }
    expect(seen.size).toBeGreaterThan(200);
  });

  it('throws if a list, a question or a field is changed', () => {
    const entry = record.entries[0]!;
    expect(() => entry.statements.pop()).toThrow(TypeError);
    expect(() => record.themes[0]!.questions[0]!.positions.reverse()).toThrow(TypeError);
    expect(() => entry.data.themes.sort()).toThrow(TypeError);
    expect(() => Object.assign(entry.data.source, { title: 'Another' })).toThrow(TypeError);
  });

  it('leaves the original content unfrozen', () => {
    const own = structuredClone(content);
    const linked = resolveReferences(own);
    expect(own).toEqual(content);
    own.entries[0]!.data.label = 'Another';
    Object.defineProperty(own.entries[0]!.data, 'slug', { get: () => 'as Astro does' });
    expect(linked.entries.map(({ data }) => data.label)).not.toContain('Another');
  });
});

describe('resolveReferences for invalid content', () => {
  test.each<[string, (content: Content) => void]>([
    ['atlantis', ({ events }) => events[0]!.data.places.push('atlantis')],
    ['nobody', ({ ledgers }) => ledgers[0]!.data.statements[0]!.speakers.push('nobody')],
    ['alpha-2001.s99', ({ relations }) => Object.assign(relations[0]!.data.relations[0]!, { to: 'alpha-2001.s99' })],
  ])('throws for the unknown id “%s”', (id, breakIt) => {
    const wrong = structuredClone(content);
    breakIt(wrong);
    expect(() => resolveReferences(wrong)).toThrow(new RegExp(`unknown .*${id}`));
  });
});
