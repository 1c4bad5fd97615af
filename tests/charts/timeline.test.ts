import { describe, expect, it } from 'vitest';
import { labelWidth } from '../../src/charts/geometry.ts';
import { labelThreshold, pixelInterval, timelineOverview, eventData, placeEvents, type EventData } from '../../src/charts/timeline.ts';
import { fractionInWords, longestGap } from '../../src/text/english.ts';
import { getYear } from '../../src/dates/bounds.ts';
import { record, records } from '../support/record.ts';
import { addEntry, changedRecord, getData, addStatement, find } from '../support/fixtures.ts';
import { getDayRange, createTimeScale, TIMELINE_WIDTH } from '../../src/charts/time-scale.ts';

describe.each(records)('timelineOverview of %s', (_, record) => {
  const chart = timelineOverview(record);
  const dated = record.events.filter(({ data }) => data.date.edtf !== null);

  it('has every event once: dated as a mark, undated in a list', () => {
    expect(chart.marks.map(({ event }) => event.id).toSorted()).toEqual(dated.map(({ id }) => id).toSorted());
    expect(chart.marks.length + chart.undated.length).toBe(record.events.length);
  });

  it('has no two marks or labels that overlap, at any width', () => {
    for (const width of [TIMELINE_WIDTH, 800, 1132]) {
      for (const [index, one] of chart.marks.entries()) {
        for (const other of chart.marks.slice(index + 1)) {
          if (one.lane !== other.lane) continue;
          const [a, b] = [pixelInterval(one, width), pixelInterval(other, width)];
          expect(a.end <= b.start + 1e-6 || b.end <= a.start + 1e-6, `${one.event.id} and ${other.event.id} at ${width}`).toBe(true);
        }
      }
    }
  });

  it('labels the events with most statements, and no other', () => {
    const threshold = labelThreshold(chart.marks.map(({ event }) => event));
    for (const { event, label } of chart.marks) if (label) expect(event.statements).toBeGreaterThanOrEqual(threshold);
  });

  it('has labels inside the chart', () => {
    for (const mark of chart.marks.filter(({ label }) => label)) {
      const { start, end } = pixelInterval(mark);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(TIMELINE_WIDTH);
    }
  });

  it('has a marker for every article, and no later marker is lower than an earlier one', () => {
    const { markers } = chart.axis;
    expect(markers.map(({ id }) => id).toSorted()).toEqual(record.entries.map(({ id }) => id).toSorted());
    for (const [index, marker] of markers.slice(1).entries()) {
      expect(marker.x).toBeGreaterThanOrEqual(markers[index]!.x);
      expect(marker.row).toBeLessThanOrEqual(markers[index]!.row);
    }
  });

  it('has labels of markers inside the narrowest chart', () => {
    for (const { x, anchor, label } of chart.axis.markers) {
      const at = (x * TIMELINE_WIDTH) / 100;
      if (anchor === 'end') expect(at - labelWidth(label)).toBeGreaterThan(0);
      else expect(at + labelWidth(label)).toBeLessThan(TIMELINE_WIDTH);
    }
  });

  it('has its marks between the labels of articles and the axis', () => {
    for (const { y } of chart.marks) {
      expect(y).toBeGreaterThan(chart.axis.top);
      expect(y).toBeLessThan(chart.height);
    }
  });
});

it('labelThreshold is three statements, or more if too many events have three', () => {
  const events = (count: number, statements: number) => Array.from({ length: count }, () => ({ statements }) as never);
  expect(labelThreshold(events(10, 5))).toBe(3);
  expect(labelThreshold([...events(25, 9), ...events(25, 4)])).toBe(5);
});

it('timelineOverview names the years in which most events begin and the years of the articles in which none begins', () => {
  const years = record.events.flatMap(({ data }) => getYear(data.date.edtf) ?? []);
  const { title } = timelineOverview(record);
  const [, from, to] = /^Most dated events begin in (\d+)–(\d+)/.exec(title)!.map(Number) as [number, number, number];
  expect(years.filter((year) => year >= from && year <= to).length).toBeGreaterThan(years.length / 2);
  const [, first, last] = /none begins in (\d+)–(\d+)$/.exec(title)!.map(Number) as [number, number, number];
  expect(years.filter((year) => year >= first && year <= last)).toEqual([]);
});

it('timelineOverview has a finding without any dated event', () => {
  const undated = changedRecord(({ events }) => events.forEach(({ data }) => Object.assign(data.date, { edtf: null })));
  expect(timelineOverview(undated)).toMatchObject({ title: 'The articles date no event', marks: [] });
});

it('timelineOverview uses the label of an event, or else its title', () => {
  const labelled = changedRecord((content) => (getData(content, 'events', 'ferry-pact').label = 'Pact'));
  const labels = timelineOverview(labelled).marks.map(({ event }) => event.label);
  expect(labels.toSorted()).toEqual(['Boats by night', 'Pact', 'The strike of the crews']);
});

it('timelineOverview extends its axis to an article of a later year', () => {
  const { axis } = timelineOverview(changedRecord((content) => addEntry(content, 'gamma-2004', '2004-03')));
  expect(axis.years.at(-1)!.year).toBe(2004);
  expect(axis.markers.at(-1)).toMatchObject({ id: 'gamma-2004', words: 'March 2004' });
});

it('fractionInWords formats one part of a number, rounded to tens above twelve', () => {
  expect([2, 5, 8, 12, 13, 58, 80, 200].map(fractionInWords)).toEqual([
    'a half',
    'a fifth',
    'an eighth',
    'a twelfth',
    'a tenth',
    'a sixtieth',
    'an eightieth',
    'a hundredth or less',
  ]);
});

it('longestGap returns the first of the longest runs of missing years', () => {
  expect(longestGap([1945, 2012, 2014])).toEqual({ from: 1946, to: 2011 });
  expect(longestGap([2014, 2016, 2018])).toEqual({ from: 2015, to: 2015 });
  expect(longestGap([2014, 2015])).toBeUndefined();
  expect(longestGap([])).toBeUndefined();
});

describe('placeEvents', () => {
  const day = (id: string, edtf: string, statements: number) =>
    ({ id, label: 'An event', statements, range: getDayRange(edtf) }) as EventData;

  it('gives events with more statements the upper lanes', () => {
    const marks = placeEvents([day('small', '2016-12-15', 1), day('large', '2016-12-15', 9)], scale);
    expect(marks.map(({ event, lane }) => [event.id, lane])).toEqual([
      ['large', 0],
      ['small', 1],
    ]);
  });

  it('labels events from three statements, after the mark or before it at the end of the chart', () => {
    const marks = placeEvents([day('early', '1950-05-01', 3), day('late', '2017-12-30', 3), day('small', '2014-05-01', 2)], scale);
    const anchors = Object.fromEntries(marks.map(({ event, label }) => [event.id, label?.anchor]));
    expect(anchors).toEqual({ early: 'start', late: 'end', small: undefined });
  });

  const scale = createTimeScale(['1945', '2012', '2017-12-31']);
  const place = (edtf: string | null, knownUntil?: string) => {
    const range = getDayRange(edtf);
    const event = { id: 'event', label: 'An event', statements: 1, ...(range && { range }), ...(knownUntil && { knownUntil }) };
    return placeEvents([event as EventData], scale)[0];
  };

  it('places a day at its position, without a bar', () => {
    expect(place('2016-12-15')).toMatchObject({ x: scale.x('2016-12-15'), lane: 0 });
    expect(place('2016-12-15')!.bar).toBeUndefined();
  });

  it('places an event on an unknown day in the middle of the possible days', () => {
    const [start, end] = [scale.x('2014-01-01'), scale.x('2014-12-31')];
    expect(place('2014')).toMatchObject({ x: (start + end) / 2, bar: { start, end } });
  });

  it('places an event that covers a period at its first day', () => {
    const [start, end] = [scale.x('2012-01-01'), scale.x('2015-06-30')];
    expect(place('2012/2015-06')).toMatchObject({ x: start, bar: { start, end } });
  });

  it('draws a period without an end until the last article that mentions it, and fades out there', () => {
    const known = scale.x('2015-06-11');
    expect(place('1945/..', '2015-06-11')).toMatchObject({ bar: { end: known }, openEnd: known });
  });

  it('fades in if only the last day is known, and out if only the first day is known', () => {
    expect(place('[..2016-12-30]')).toMatchObject({ x: scale.x('2016-12-30'), openStart: scale.x('2016-12-30') });
    expect(place('[2017-01-20..]')).toMatchObject({ x: scale.x('2017-01-20'), openEnd: scale.x('2017-01-20') });
  });

  it('omits an event without a date', () => {
    expect(place(null)).toBeUndefined();
  });
});

it('eventData returns who reports an event, the voice with most statements first', () => {
  const record = changedRecord((content) => {
    for (const n of [20, 21]) addStatement(content, 'beta-2002', n, { events: ['night-boats'], speakers: [{ unnamed: 'a sailor' }] });
    addStatement(content, 'beta-2002', 22, { events: ['night-boats'], speakers: ['norrow', { unnamed: 'a cook' }] });
  });
  const { voices, statements } = eventData(find('events', 'night-boats', record));
  expect([voices, statements]).toEqual([['third', 'unnamed'], 5]);
});
