import { describe, expect, it } from 'vitest';
import { eventData, placeEvents, type EventData } from '../../src/charts/timeline/event-marks.ts';
import { getDayRange, createTimeScale } from '../../src/charts/timeline/time-scale.ts';
import { addStatement, changedRecord, find } from '../support/fixtures.ts';

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
