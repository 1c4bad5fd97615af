import { describe, expect, it } from 'vitest';
import { labelWidth, LABEL_BREAKPOINT, MIN_WIDTH } from '../../src/charts/text-metrics.ts';
import { pixelInterval } from '../../src/charts/timeline/event-marks.ts';
import { timelineOverview } from '../../src/charts/timeline/overview.ts';
import { longestGap } from '../../src/text/english.ts';
import { getYear } from '../../src/dates/bounds.ts';
import { record, records } from '../support/chart-record.ts';
import { addEntry, changedRecord } from '../support/fixtures.ts';

describe.each(records)('timelineOverview of %s', (_, record) => {
  const chart = timelineOverview(record);
  const marks = chart.bands.flatMap((band) => band.marks);
  const dated = record.events.filter(({ data }) => data.date.edtf !== null);

  it('has every dated event once', () => {
    expect(marks.map(({ event }) => event.id).toSorted()).toEqual(dated.map(({ id }) => id).toSorted());
  });

  it('counts the undated events', () => {
    expect(chart.undated.words).toMatch(new RegExp(`^${record.events.length - dated.length} event`));
    expect(chart.undated.address).toBe('/timeline/#undated');
  });

  it('counts the dated events and those that happened', () => {
    expect(chart.desc).toContain(`${dated.length} dated event`);
    const happened = dated.filter(({ data }) => data.status === 'happened').length;
    if (happened > 0) expect(chart.desc).toContain(`${happened} happened`);
  });

  it('has no two marks that overlap, at any width', () => {
    for (const width of [MIN_WIDTH, 500, LABEL_BREAKPOINT, 1000]) {
      for (const band of chart.bands) {
        for (const [index, one] of band.marks.entries()) {
          for (const other of band.marks.slice(index + 1)) {
            if (one.lane !== other.lane) continue;
            const [a, b] = [pixelInterval(one, width), pixelInterval(other, width)];
            expect(a.end <= b.start + 1e-6 || b.end <= a.start + 1e-6, `${one.event.id} and ${other.event.id} at ${width}`).toBe(true);
          }
        }
      }
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
      const at = (x * MIN_WIDTH) / 100;
      if (anchor === 'end') expect(at - labelWidth(label)).toBeGreaterThan(0);
      else expect(at + labelWidth(label)).toBeLessThan(MIN_WIDTH);
    }
  });

  it('has its bands in order and inside its height', () => {
    for (const { y } of marks) expect(y).toBeLessThan(chart.height);
    expect(chart.bands.map(({ top }) => top)).toEqual(chart.bands.map(({ top }) => top).toSorted((a, b) => a - b));
  });

  it('is lower in its small size', () => {
    expect(timelineOverview(record, 'small').height).toBeLessThan(chart.height);
  });
});

it('timelineOverview names the years in which no event begins', () => {
  const years = new Set(record.events.flatMap(({ data }) => getYear(data.date.edtf) ?? []));
  const [, from, to] = /None begins from (\d+) to (\d+)\./.exec(timelineOverview(record).desc)!.map(Number) as [number, number, number];
  expect([years.has(from - 1), years.has(to + 1)]).toEqual([true, true]);
  expect([...years].filter((year) => year >= from && year <= to)).toEqual([]);
});

it('timelineOverview extends its axis to an article of a later year', () => {
  const { axis } = timelineOverview(changedRecord((content) => addEntry(content, 'gamma-2004', '2004-03')));
  expect(axis.years.at(-1)!.year).toBe(2004);
  expect(axis.markers.at(-1)).toMatchObject({ id: 'gamma-2004', words: 'March 2004' });
});

it('longestGap returns the first of the longest runs of missing years', () => {
  expect(longestGap([1945, 2012, 2014])).toEqual({ from: 1946, to: 2011 });
  expect(longestGap([2014, 2016, 2018])).toEqual({ from: 2015, to: 2015 });
  expect(longestGap([2014, 2015])).toBeUndefined();
  expect(longestGap([])).toBeUndefined();
});
