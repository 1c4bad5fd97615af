import { describe, expect, it, test } from 'vitest';
import { diffSnapshots } from '../../src/editions/diff.ts';
import { compareNatural, createSnapshot, parseNdjson, serializeNdjson } from '../../src/editions/snapshot.ts';
import type { Content } from '../../src/record/content.ts';
import { addStatement, changedRecord, getData, fixture, getStatement } from '../support/fixtures.ts';

const first = createSnapshot(fixture);

/** What changed between the fixture and a changed one. */
const changesOf = (change: (content: Content) => void) => diffSnapshots(first, createSnapshot(changedRecord(change)));

const withdraw = (content: Content, id: string, instead?: string) => {
  getStatement(content, id).withdrawn = { date: '2003-05-01', reason: 'Misread.', ...(instead && { instead }) };
};

describe('a frozen record', () => {
  it('is one line for each thing, and the same after it was read', () => {
    const lines = serializeNdjson(first);
    expect(lines.split('\n')).toHaveLength(first.length + 1);
    expect(serializeNdjson(parseNdjson(lines))).toBe(lines);
  });

  it('does not depend on the order of files or fields', () => {
    const turned = changedRecord((content) => {
      content.actors.reverse();
      content.ledgers.reverse();
      const data = getStatement(content, 'alpha-2001.s1');
      const fields = Object.entries(data).toReversed();
      for (const [key] of fields) delete data[key as keyof typeof data];
      Object.assign(data, Object.fromEntries(fields));
    });
    expect(serializeNdjson(createSnapshot(turned))).toBe(serializeNdjson(first));
  });

  it('holds withdrawn statements, marked', () => {
    const record = changedRecord((content) => withdraw(content, 'alpha-2001.s4'));
    const ids = createSnapshot(record).filter(({ kind }) => kind === 'statement');
    expect(ids.map(({ id }) => id)).toEqual(first.filter(({ kind }) => kind === 'statement').map(({ id }) => id));
    expect(ids.find(({ id }) => id === 'alpha-2001.s4')!.data).toMatchObject({ withdrawn: { reason: 'Misread.' } });
    expect(record.statements.map(({ id }) => id)).not.toContain('alpha-2001.s4');
  });

  it('is refused where a line holds something else', () => {
    expect(() => parseNdjson('{"kind":"rumour"}\n')).toThrow('line 1 holds no thing');
  });

  test.each([
    ['alpha.s2', 'alpha.s10', -1],
    ['alpha.s10', 'alpha.s2', 1],
    ['alpha', 'alpha.s1', -1],
    ['a2', 'a2', 0],
  ])('%s and %s are ordered by number', (a, b, order) => {
    expect(Math.sign(compareNatural(a, b))).toBe(order);
  });
});

describe('the difference of two editions', () => {
  it('is nothing where nothing changed', () => {
    expect(diffSnapshots(first, first)).toEqual([]);
  });

  it('tells an addition with what it says', () => {
    expect(changesOf((content) => addStatement(content, 'beta-2002', 5))).toEqual([
      { kind: 'statement', id: 'beta-2002.s5', name: 'Thornbury 2002, statement 5', what: 'added', says: 'A boat sailed.' },
    ]);
  });

  it('tells a correction with both wordings, field by field', () => {
    const found = changesOf((content) => {
      const statement = getStatement(content, 'alpha-2001.s1');
      statement.text = 'Norrow signed a ferry pact on 12 May 2000.';
      statement.date.basis = 'inferred';
      statement.date.ground = 'the paper of the day after';
      statement.places = [];
    });
    expect(found).toEqual([
      {
        kind: 'statement',
        id: 'alpha-2001.s1',
        name: 'Gazette 2001, statement 1',
        what: 'corrected',
        fields: [
          { field: 'date.basis', before: 'printed', after: 'inferred' },
          { field: 'date.ground', before: null, after: 'the paper of the day after' },
          { field: 'places', before: 'port-alder', after: null },
          { field: 'text', before: 'Norrow signed a ferry pact in May 2000.', after: 'Norrow signed a ferry pact on 12 May 2000.' },
        ],
      },
    ]);
  });

  it('tells what was corrected inside a list of as many things', () => {
    const found = changesOf((content) => (getData(content, 'themes', 'ferries').questions[0]!.question = 'Did boats sail by night?'));
    expect(found).toMatchObject([
      { fields: [{ field: 'questions.1.question', before: 'Will boats sail by night?', after: 'Did boats sail by night?' }] },
    ]);
  });

  it('tells a withdrawal with what was said, when, why and what stands instead', () => {
    expect(
      changesOf((content) => {
        getStatement(content, 'alpha-2001.s4').text = 'A clerk wants a lamp.';
        withdraw(content, 'alpha-2001.s4', 'alpha-2001.s3');
      }),
    ).toEqual([
      {
        kind: 'statement',
        id: 'alpha-2001.s4',
        name: 'Gazette 2001, statement 4',
        what: 'withdrawn',
        said: 'Boats by night need a lamp on the mole.',
        date: '2003-05-01',
        reason: 'Misread.',
        instead: 'alpha-2001.s3',
      },
    ]);
  });

  it('tells a withdrawal once, and not again in the next edition', () => {
    const withdrawn = (reason: string) =>
      createSnapshot(
        changedRecord((content) => {
          withdraw(content, 'alpha-2001.s4');
          getStatement(content, 'alpha-2001.s4').withdrawn!.reason = reason;
        }),
      );
    expect(diffSnapshots(withdrawn('Misread.'), withdrawn('Misread by us.'))).toEqual([]);
  });

  it('tells what is there no more, of whatever kind', () => {
    const found = changesOf((content) => {
      content.terms = [];
      content.relations[0]!.data.relations.pop();
      getData(content, 'actors', 'norrow').names.en = 'Norrow and Isle';
    });
    expect(found.map(({ kind, id, what }) => [kind, id, what])).toEqual([
      ['relation', 'beta-2002.s2 corroborates alpha-2001.s1', 'withdrawn'],
      ['actor', 'norrow', 'corrected'],
      ['term', 'home-water', 'withdrawn'],
    ]);
  });
});
