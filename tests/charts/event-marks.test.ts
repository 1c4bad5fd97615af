import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventData, type EventData } from '../../src/charts/timeline/event-data.ts';
import { assignLanes, placeEvents } from '../../src/charts/timeline/event-marks.ts';
import { getDayRange, createTimeScale } from '../../src/charts/timeline/time-scale.ts';
import { record } from '../support/chart-record.ts';

describe('assignLanes', () => {
  const interval = fc
    .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 120 }))
    .map(([start, length]) => ({ start, end: start + length }));

  it('assigns different lanes to intervals that overlap', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 60 }), (intervals) => {
        const lanes = assignLanes(intervals);
        for (const [a, one] of intervals.entries()) {
          for (const [b, other] of intervals.entries()) {
            if (a < b && lanes[a] === lanes[b]) expect(one.end <= other.start || other.end <= one.start).toBe(true);
          }
        }
      }),
    );
  });

  it('uses as many lanes as intervals share one point at most', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 60 }), (intervals) => {
        const deepest = Math.max(
          ...intervals.map(({ start }) => intervals.filter((other) => other.start <= start && start < other.end).length),
        );
        expect(1 + Math.max(...assignLanes(intervals))).toBe(deepest);
      }),
    );
  });

  it('returns an empty list for an empty list', () => {
    expect(assignLanes([])).toEqual([]);
  });
});

describe('placeEvents', () => {
  const scale = createTimeScale(['1945', '2012', '2017-12-31']);
  const place = (edtf: string | null, knownUntil?: string) => {
    const range = getDayRange(edtf);
    const event = { id: 'event', title: 'An event', statements: 1, ...(range && { range }), ...(knownUntil && { knownUntil }) };
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

it('eventData returns the sides of the actors of an event', () => {
  for (const event of record.events) {
    const sides = new Set(event.actors.map(({ actor }) => actor.data.side));
    const { side } = eventData(event);
    expect(side === 'both').toBe(sides.has('japan') && sides.has('russia'));
    expect(side === 'third').toBe(!sides.has('japan') && !sides.has('russia'));
  }
});
