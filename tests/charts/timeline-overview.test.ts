import { describe, expect, it } from 'vitest';
import { placeEvents, pixelInterval } from '../../src/charts/timeline/event-marks.ts';
import { eventData, type EventData } from '../../src/charts/timeline/event-data.ts';
import { MIN_WIDTH, LABEL_BREAKPOINT } from '../../src/charts/text-metrics.ts';
import { timeScale } from '../../src/charts/timeline/time-scale.ts';
import { timelineOverview } from '../../src/charts/timeline/overview.ts';
import { publicationMarkers } from '../../src/charts/timeline/publication-markers.ts';
import { getDayRange } from '../../src/charts/timeline/day-range.ts';
import { getYear } from '../../src/dates/bounds.ts';
import { fixture, record } from '../support/chart-record.ts';

const state = (edtf: string | null, more: Partial<EventData> = {}): EventData => {
  const extent = getDayRange(edtf);
  return {
    id: 'an-event',
    title: 'An event',
    address: '/events/an-event/',
    date: '',
    status: 'happened',
    statusLabel: 'Happened',
    party: 'both',
    statements: 1,
    ...(extent && { extent }),
    ...more,
  };
};

const scale = timeScale();
const draw = (edtf: string, more?: Partial<EventData>) => placeEvents([state(edtf, more)], scale)[0]!;

describe.each([
  ['the fixture', fixture],
  ['the Record', record],
])('The overview of %s', (_, them) => {
  const chart = timelineOverview(them);
  const marks = chart.bands.flatMap((band) => band.marks);
  const dated = them.events.filter(({ data }) => data.date.edtf !== null);

  it('draws every dated event once', () => {
    expect(marks.map(({ event }) => event.id).toSorted()).toEqual(dated.map(({ id }) => id).toSorted());
  });

  it('counts every undated event', () => {
    expect(chart.undated.words).toMatch(new RegExp(`^${them.events.length - dated.length} event`));
    expect(chart.undated.address).toBe('/timeline/#undated');
  });

  it('says how many events have which status', () => {
    expect(chart.desc).toContain(`${dated.length} dated event`);
    const happened = dated.filter(({ data }) => data.status === 'happened').length;
    if (happened > 0) expect(chart.desc).toContain(`${happened} happened`);
  });

  it('lets no two marks overlap, on a narrow or a wide screen', () => {
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

  it('has a line for every article, the later never below the earlier', () => {
    const lines = chart.axis.markers;
    expect(lines.map(({ id }) => id).toSorted()).toEqual(them.entries.map(({ id }) => id).toSorted());
    for (const [index, line] of lines.slice(1).entries()) {
      expect(line.x).toBeGreaterThanOrEqual(lines[index]!.x);
      expect(line.row).toBeLessThanOrEqual(lines[index]!.row);
    }
  });

  it('keeps its bands in order and inside its height', () => {
    for (const { y } of marks) expect(y).toBeLessThan(chart.height);
    expect(chart.bands.map(({ top }) => top)).toEqual(chart.bands.map(({ top }) => top).toSorted((a, b) => a - b));
  });
});

describe('The overview of the Record', () => {
  it('says in which years nothing begins', () => {
    const years = new Set(record.events.flatMap(({ data }) => getYear(data.date.edtf) ?? []));
    const [, from, to] = /None begins from (\d+) to (\d+)\./.exec(timelineOverview(record).desc)!.map(Number) as [number, number, number];
    expect([years.has(from - 1), years.has(to + 1)]).toEqual([true, true]);
    expect([...years].filter((year) => year >= from && year <= to)).toEqual([]);
    expect(timelineOverview(record).axis.sentence).toMatch(/\d{4}–\d{4} \d+ times (?:and|smaller)/);
  });

  it('is lower where it is small', () => {
    expect(timelineOverview(record, 'small').height).toBeLessThan(timelineOverview(record).height);
  });
});

describe('A mark', () => {
  it('stands at its day, without a bar', () => {
    expect(draw('2016-12-15')).toMatchObject({ x: scale.x('2016-12-15'), lane: 0 });
    expect(draw('2016-12-15').bar).toBeUndefined();
  });

  it('stands in the middle of the days on which it may have been', () => {
    const [start, end] = [scale.x('2014-01-01'), scale.x('2014-12-31')];
    expect(draw('2014')).toMatchObject({ x: (start + end) / 2, bar: { start, end } });
  });

  it('stands at the beginning of what lasted', () => {
    const [start, end] = [scale.x('2012-01-01'), scale.x('2015-06-30')];
    expect(draw('2012/2015-06')).toMatchObject({ x: start, bar: { start, end } });
  });

  it('lasts, where no end is given, until the article that tells of it, and fades out there', () => {
    const known = scale.x('2015-06-11');
    expect(draw('1945/..', { knownUntil: '2015-06-11' })).toMatchObject({ bar: { end: known }, openEnd: known });
  });

  it('fades in where only the last day is known, and out where only the first is', () => {
    expect(draw('[..2016-12-30]')).toMatchObject({ x: scale.x('2016-12-30'), openStart: scale.x('2016-12-30') });
    expect(draw('[2017-01-20..]')).toMatchObject({ x: scale.x('2017-01-20'), openEnd: scale.x('2017-01-20') });
  });

  it('is not drawn without a date', () => {
    expect(placeEvents([state(null)], scale)).toEqual([]);
  });

  it('tells by its party whom the event involves', () => {
    for (const event of record.events) {
      const sides = new Set(event.actors.map(({ actor }) => actor.data.side));
      const { party } = eventData(event);
      expect(party === 'both').toBe(sides.has('japan') && sides.has('russia'));
      expect(party === 'third').toBe(!sides.has('japan') && !sides.has('russia'));
    }
  });
});

it('Labels of vantage lines stay on the narrowest screen', () => {
  for (const { x, anchor, label } of publicationMarkers(record.entries, scale)) {
    const at = (x * MIN_WIDTH) / 100;
    if (anchor === 'end') expect(at - label.length * 6).toBeGreaterThan(0);
    else expect(at + label.length * 6).toBeLessThan(MIN_WIDTH);
  }
});
