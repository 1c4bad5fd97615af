import { describe, expect, it } from 'vitest';
import { labelWidth, TIMELINE_WIDTH } from '../../src/charts/text-metrics.ts';
import { labelThreshold, pixelInterval } from '../../src/charts/timeline/event-marks.ts';
import { timelineOverview } from '../../src/charts/timeline/overview.ts';
import { fractionInWords, longestGap } from '../../src/text/english.ts';
import { getYear } from '../../src/dates/bounds.ts';
import { record, records } from '../support/record.ts';
import { addEntry, changedRecord, getData } from '../support/fixtures.ts';

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
