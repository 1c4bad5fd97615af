import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { eventPage, MAX_COLUMNS, timeline, timelineFilters } from '../../src/views/events.ts';
import { addStatement, changedRecord, find, fixture, ids, addEntry, getData, getStatement } from '../support/fixtures.ts';
import { edtfOrNull } from '../support/dates.ts';

describe('eventPage', () => {
  it('returns the places, actors and entries of an event', () => {
    expect(eventPage(find('events', 'ferry-pact'), fixture)).toMatchObject({
      places: [{ name: 'Port Alder', address: '/places/port-alder/' }],
      groups: [{ article: { name: 'Gazette 2001' } }, { article: { name: 'Thornbury 2002' } }],
      actors: [{ name: 'Norrow', address: '/actors/norrow/', side: 'third', part: 'signs' }],
      differences: [],
    });
  });

  it('returns the account and the differences, each with its references', () => {
    const { account, differences, groups } = eventPage(find('events', 'night-boats'), fixture);
    expect(account.map(({ references }) => references.map(({ address }) => address))).toEqual([['/entries/alpha-2001/s3/']]);
    expect(differences.map(({ references }) => references.map(({ address }) => address))).toEqual([
      ['/entries/alpha-2001/s3/', '/entries/beta-2002/s1/'],
    ]);
    expect(groups.map(({ open }) => ids(open))).toEqual([['alpha-2001.s3'], ['beta-2002.s1']]);
  });

  it('folds the statements of an article after the eighth', () => {
    const record = changedRecord((content) => {
      for (let n = 20; n < 29; n++) addStatement(content, 'beta-2002', n, { events: ['crews-strike'] });
    });
    const [group] = eventPage(find('events', 'crews-strike', record), record).groups;
    expect([group!.count, group!.open.length, group!.folded.map(({ n }) => n)]).toEqual([10, 8, [27, 28]]);
  });

  it('returns the neighbours on the timeline', () => {
    const { previous, next } = eventPage(find('events', 'night-boats'), fixture);
    expect(previous).toEqual({ name: 'The ferry pact is signed', address: '/events/ferry-pact/', date: '12 May 2000' });
    expect(next).toMatchObject({ address: '/events/crews-strike/' });
    expect(eventPage(find('events', 'ferry-pact'), fixture)).not.toHaveProperty('previous');
  });
});

const years = timeline(fixture);
const item = (id: string) => years.flatMap(({ items }) => items).find((each) => each.id === id)!;

describe('timeline', () => {
  it('groups events and publications by year, sorted by day', () => {
    expect(years.map(({ year, anchor, title, items }) => [year, anchor, title, ids(items)])).toEqual([
      [2000, 'y2000', '2000', ['ferry-pact']],
      [2001, 'y2001', '2001', ['alpha-2001', 'night-boats']],
      [2002, 'y2002', '2002', ['crews-strike', 'beta-2002']],
    ]);
  });

  it('returns a publication with title, label and date', () => {
    expect(item('beta-2002')).toMatchObject({
      type: 'publication',
      title: 'A Year of the Pact',
      label: 'Thornbury 2002',
      address: '/entries/beta-2002/',
      date: 'June 2002, inferred',
    });
  });

  it('returns the facets of an event: who reports it, and its participants', () => {
    expect(item('ferry-pact').facets).toEqual({
      sources: ['alpha-2001', 'beta-2002'],
      voices: ['third'],
      themes: ['ferries'],
      actors: [],
    });
    expect(item('night-boats').facets).toMatchObject({ actors: [] });
  });

  it('returns the facets of a publication', () => {
    expect(item('alpha-2001').facets).toEqual({
      sources: ['alpha-2001'],
      voices: [],
      themes: ['ferries', 'lamp-oil'],
      actors: [],
    });
  });

  it('has only the actors of at least two events as facets', () => {
    const record = changedRecord((content) => {
      getStatement(content, 'alpha-2001.s3').actors.push('norrow');
    });
    const all = timeline(record).flatMap(({ items }) => items);
    expect(all.filter(({ facets }) => facets.actors.includes('norrow')).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['ferry-pact', 'night-boats']),
    );
    expect(all.flatMap(({ facets }) => facets.actors).filter((id) => id !== 'norrow')).toEqual([]);
  });

  it('counts the statements of each article about an event', () => {
    expect(item('night-boats')).toMatchObject({
      counts: [
        { label: 'Gazette 2001', count: 1 },
        { label: 'Thornbury 2002', count: 1 },
      ],
    });
    expect(item('crews-strike')).toMatchObject({ counts: [{ count: 0 }, { count: 1 }] });
  });

  it('counts only the articles that mention an event if there are too many for columns', () => {
    const record = changedRecord((content) => {
      for (let year = 2003; year < 2003 + MAX_COLUMNS; year++) addEntry(content, `more-${year}`, String(year));
    });
    const strike = timeline(record)
      .flatMap(({ items }) => items)
      .find(({ id }) => id === 'crews-strike');
    const { counts } = strike as Extract<typeof strike, { type: 'event' }>;
    expect(counts.map(({ label }) => label)).toContain('Thornbury 2002');
    expect(counts.map(({ label }) => label)).not.toContain('Gazette 2001');
  });

  test.each<[string | null, number | null, string]>([
    ['[..1998]', 1998, '1998'],
    ['2003/..', 2003, '2003'],
    ['199X', 1990, '1990'],
    [null, null, 'No date given'],
  ])('lists items dated %s under %s', (edtf, year, title) => {
    const all = timeline(changedRecord((content) => Object.assign(getData(content, 'events', 'night-boats').date, { edtf })));
    expect(all.find(({ items }) => ids(items).includes('night-boats'))).toMatchObject({ year, title });
  });

  it('lists every item once in chronological order, undated items last', () => {
    fc.assert(
      fc.property(fc.tuple(edtfOrNull, edtfOrNull, edtfOrNull), (dates) => {
        const record = changedRecord(({ events }) => events.forEach(({ data }, index) => Object.assign(data.date, { edtf: dates[index] })));
        const all = timeline(record);
        expect(all.flatMap(({ items }) => ids(items)).toSorted()).toEqual([...ids(record.events), ...ids(record.entries)].toSorted());
        const order = all.map(({ year }) => year ?? Infinity);
        expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
        expect(all.every(({ items }) => items.length > 0)).toBe(true);
      }),
    );
  });
});

describe('timelineFilters', () => {
  it('returns the options that occur, in the order of the Record', () => {
    expect(timelineFilters(fixture, years)).toEqual({
      source: [
        { value: 'alpha-2001', label: 'Gazette 2001' },
        { value: 'beta-2002', label: 'Thornbury 2002' },
      ],
      theme: [
        { value: 'ferries', label: 'Ferries' },
        { value: 'lamp-oil', label: 'Lamp oil' },
      ],
      actor: [],
      voice: [{ value: 'third', label: 'Neither side', voice: 'third' }],
      status: [
        { value: 'happened', label: 'Happened' },
        { value: 'expected', label: 'Expected' },
        { value: 'ended', label: 'Ended' },
      ],
    });
  });

  it('omits themes and voices without an item', () => {
    const pact = years.filter(({ year }) => year === 2000);
    const { theme, voice } = timelineFilters(fixture, pact);
    expect([theme, voice].map((choices) => choices.map(({ value }) => value))).toEqual([['ferries'], ['third']]);
  });

  it('offers every facet of every item', () => {
    const { source, voice, theme, actor } = timelineFilters(fixture, years);
    const offered = [...source, ...voice, ...theme, ...actor].map(({ value }) => value);
    for (const { facets } of years.flatMap(({ items }) => items))
      expect(offered).toEqual(expect.arrayContaining(Object.values(facets).flat()));
    expect(find('events', 'ferry-pact').entries.every(({ id }) => offered.includes(id))).toBe(true);
  });
});
