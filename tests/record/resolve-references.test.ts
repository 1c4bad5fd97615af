import { describe, expect, it, test } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import type { Content } from '../../src/record/content.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import type { TheRecord } from '../../src/record/model.ts';
import { byDateThenId, sortName } from '../../src/record/sort.ts';
import { archive } from '../support/archive.ts';

const { content } = readContent(archive);
const record = resolveReferences(content);

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

/** Compares by identity: the Record has cycles, so a comparison by value would not end. */
const contains = <Item>(items: readonly Item[], item: Item) => items.includes(item);

const lists = ['entries', 'statements', 'events', 'actors', 'themes', 'places', 'terms'] as const;

function find<Name extends Exclude<keyof TheRecord, 'relations'>>(name: Name, id: string): TheRecord[Name][number] {
  const found = (record[name] as readonly { id: string }[]).find((each) => each.id === id);
  if (!found) throw new Error(`no “${id}” in ${name}`);
  return found as TheRecord[Name][number];
}

describe('resolveReferences links in both directions', () => {
  it('an entry and its statements', () => {
    for (const entry of record.entries) {
      expect(entry.statements.length).toBeGreaterThan(0);
      for (const statement of entry.statements) expect(statement.entry === entry).toBe(true);
    }
    expect(ids(record.entries.flatMap(({ statements }) => statements))).toEqual(ids(record.statements));
  });

  it('a statement and its speakers, relaying voices and actors', () => {
    for (const statement of record.statements) {
      for (const { actor } of statement.speakers) if (actor) expect(contains(actor.statementsMade, statement)).toBe(true);
      for (const { actor } of statement.via.flat()) if (actor) expect(contains(actor.statementsRelayed, statement)).toBe(true);
      for (const actor of statement.actors) expect(contains(actor.mentionedIn, statement)).toBe(true);
    }
    for (const actor of record.actors) {
      for (const statement of actor.statementsMade) expect(statement.speakers.some((voice) => voice.actor === actor)).toBe(true);
      for (const statement of actor.statementsRelayed) expect(statement.via.flat().some((voice) => voice.actor === actor)).toBe(true);
      for (const statement of actor.mentionedIn) expect(contains(statement.actors, actor)).toBe(true);
    }
  });

  it('a statement and its events, themes and places', () => {
    for (const name of ['events', 'themes', 'places'] as const) {
      for (const statement of record.statements)
        for (const item of statement[name]) expect(contains(item.statements, statement)).toBe(true);
      for (const item of record[name]) for (const statement of item.statements) expect(contains<object>(statement[name], item)).toBe(true);
    }
  });

  it('an event and its actors, places and entries', () => {
    for (const event of record.events) {
      for (const { actor, part } of event.actors)
        expect(actor.events.some((each) => each.event === event && each.part === part)).toBe(true);
      for (const place of event.places) expect(contains(place.events, event)).toBe(true);
      for (const entry of event.entries) expect(contains(entry.events, event)).toBe(true);
    }
    expect(ids(find('events', 'ferry-pact').entries)).toEqual(['alpha-2001', 'beta-2002']);
    expect(ids(find('events', 'crews-strike').entries)).toEqual(['beta-2002']);
  });

  it('an actor and the entries in which it has a role', () => {
    const thornbury = find('actors', 'ilse-thornbury');
    expect(thornbury.entries.map(({ entry, role, rests }) => [entry.id, role, ids(rests)])).toEqual([
      ['alpha-2001', 'a pilot of the strait', ['alpha-2001.s3']],
      ['beta-2002', 'its author', ['beta-2002.s1']],
    ]);
    for (const entry of record.entries) {
      for (const { actor } of entry.actors) expect(actor.entries.some((each) => each.entry === entry)).toBe(true);
    }
  });

  it('a parent and its parts', () => {
    const [board, norrow] = [find('actors', 'ferry-board'), find('actors', 'norrow')];
    expect(board.partOf === norrow).toBe(true);
    expect(ids(norrow.parts)).toEqual(['ferry-board']);
    expect(norrow.partOf).toBeUndefined();
    expect(find('places', 'port-alder').parent === find('places', 'marrow-strait')).toBe(true);
  });

  it('a relation and its two statements', () => {
    expect(record.relations).toHaveLength(2);
    for (const relation of record.relations) {
      expect(relation.from.id).toBe(relation.data.from);
      expect(relation.to.id).toBe(relation.data.to);
      expect(contains(relation.from.relations, relation)).toBe(true);
      expect(contains(relation.to.relations, relation)).toBe(true);
    }
    expect(record.statements.filter(({ relations }) => relations.length > 0).length).toBe(4);
  });
});

describe('resolveReferences', () => {
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
