import { describe, expect, it, test } from 'vitest';
import { diffSnapshots } from '../../src/editions/diff.ts';
import { compareNatural, createSnapshot, parseNdjson, serializeNdjson } from '../../src/editions/edition-files.ts';
import type { Content } from '../../src/record/content.ts';
import { addStatement, changedRecord, getData, fixture, getStatement } from '../support/fixtures.ts';

const first = createSnapshot(fixture);

/** Returns the changes between the fixture and a changed copy. */
const changesOf = (change: (content: Content) => void) => diffSnapshots(first, createSnapshot(changedRecord(change)));

const withdraw = (content: Content, id: string, instead?: string) => {
  getStatement(content, id).withdrawn = { date: '2003-05-01', reason: 'Misread.', ...(instead && { instead }) };
};

describe('createSnapshot', () => {
  it('returns items that survive a round trip through NDJSON, one line each', () => {
    const lines = serializeNdjson(first);
    expect(lines.split('\n')).toHaveLength(first.length + 1);
    expect(serializeNdjson(parseNdjson(lines))).toBe(lines);
  });

  it('returns the same items for files and fields in another order', () => {
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

  it('includes withdrawn statements with their mark', () => {
    const record = changedRecord((content) => withdraw(content, 'alpha-2001.s4'));
    const ids = createSnapshot(record).filter(({ kind }) => kind === 'statement');
    expect(ids.map(({ id }) => id)).toEqual(first.filter(({ kind }) => kind === 'statement').map(({ id }) => id));
    expect(ids.find(({ id }) => id === 'alpha-2001.s4')!.data).toMatchObject({ withdrawn: { reason: 'Misread.' } });
    expect(record.statements.map(({ id }) => id)).not.toContain('alpha-2001.s4');
  });

  it('is parsed by parseNdjson, which throws for a line that is not an item', () => {
    expect(() => parseNdjson('{"kind":"rumour"}\n')).toThrow('line 1: unknown kind “rumour”');
  });

  test.each([
    ['alpha.s2', 'alpha.s10', -1],
    ['alpha.s10', 'alpha.s2', 1],
    ['alpha', 'alpha.s1', -1],
    ['a2', 'a2', 0],
  ])('compareNatural compares numbers in %s and %s by value', (a, b, order) => {
    expect(Math.sign(compareNatural(a, b))).toBe(order);
  });
});

describe('diffSnapshots', () => {
  it('returns no change for equal snapshots', () => {
    expect(diffSnapshots(first, first)).toEqual([]);
  });

  it('returns an addition with its text', () => {
    expect(changesOf((content) => addStatement(content, 'beta-2002', 5))).toEqual([
      { kind: 'statement', id: 'beta-2002.s5', name: 'Thornbury 2002, statement 5', what: 'added', text: 'A boat sailed.' },
    ]);
  });

  it('returns a correction with both values of each field', () => {
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
        reasons: [],
      },
    ]);
  });

  it('compares the fields of a date that is new', () => {
    const found = changesOf((content) => (getStatement(content, 'alpha-2001.s1').said = { edtf: '2000-05-13', basis: 'printed' }));
    expect(found).toMatchObject([
      {
        what: 'corrected',
        fields: [
          { field: 'said.basis', before: null, after: 'printed' },
          { field: 'said.edtf', before: null, after: '2000-05-13' },
        ],
      },
    ]);
  });

  it('returns a rewording if no fact changes', () => {
    const found = changesOf((content) => (getStatement(content, 'alpha-2001.s1').text = 'Norrow agreed to a ferry pact in May 2000.'));
    expect(found).toMatchObject([{ what: 'reworded', id: 'alpha-2001.s1' }]);
  });

  it('returns the reasons that new revisions of the entry give for a correction', () => {
    const found = changesOf((content) => {
      getStatement(content, 'alpha-2001.s1').text = 'Norrow agreed to a ferry pact in May 2000.';
      const { revisions } = getData(content, 'entries', 'alpha-2001');
      revisions.push({ date: '2003-06-01', text: 'The paper writes agreed.', statements: ['alpha-2001.s1'] });
    });
    expect(found.find(({ id }) => id === 'alpha-2001.s1')).toMatchObject({ what: 'corrected', reasons: ['The paper writes agreed.'] });
  });

  it('treats quotations of editions without kinds as direct speech', () => {
    const old = first.map((item) => {
      const quotes = item.data['quotes'] as { kind: string }[] | undefined;
      return quotes ? { ...item, data: { ...item.data, quotes: quotes.map(({ kind: _, ...quotation }) => quotation) } } : item;
    });
    expect(diffSnapshots(old, first)).toEqual([]);
  });

  it('compares lists of equal length item by item', () => {
    const found = changesOf((content) => (getData(content, 'themes', 'ferries').questions[0]!.question = 'Did boats sail by night?'));
    expect(found).toMatchObject([
      { fields: [{ field: 'questions.1.question', before: 'Will boats sail by night?', after: 'Did boats sail by night?' }] },
    ]);
  });

  it('returns a merger with text, date, reason and the statement that replaces it', () => {
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
        what: 'merged',
        text: 'Boats by night need a lamp on the mole.',
        date: '2003-05-01',
        reason: 'Misread.',
        instead: 'alpha-2001.s3',
      },
    ]);
  });

  it('ignores a changed reason of an earlier withdrawal', () => {
    const withdrawn = (reason: string) =>
      createSnapshot(
        changedRecord((content) => {
          withdraw(content, 'alpha-2001.s4');
          getStatement(content, 'alpha-2001.s4').withdrawn!.reason = reason;
        }),
      );
    expect(diffSnapshots(withdrawn('Misread.'), withdrawn('Misread by us.'))).toEqual([]);
  });

  it('returns a withdrawal for a missing item of any kind', () => {
    const found = changesOf((content) => {
      content.terms = [];
      content.relations[0]!.data.relations.pop();
      getData(content, 'actors', 'norrow').names.en = 'Norrow and Isle';
    });
    expect(found.map(({ kind, id, what }) => [kind, id, what])).toEqual([
      ['relation', 'beta-2002.s2 corroborates alpha-2001.s1', 'withdrawn'],
      ['actor', 'norrow', 'reworded'],
      ['term', 'home-water', 'withdrawn'],
    ]);
  });
});
