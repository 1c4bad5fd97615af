import { describe, expect, it, test } from 'vitest';
import type { SpeakerNode } from '../../src/record/model.ts';
import { voiceClasses, voiceOf, type VoiceForm, countVoices, voiceCells } from '../../src/views/voice.ts';
import { changedRecord, find, fixture, getData, ids } from '../support/fixtures.ts';

/** The fixture with actors of all sides: the board is Japanese, the gazette Russian, the others neither. */
const record = changedRecord((content) => {
  getData(content, 'actors', 'ferry-board').side = 'japan';
  getData(content, 'actors', 'alder-gazette').side = 'russia';
});
const named = (id: string): SpeakerNode => ({ actor: find('actors', id, record) });
const board = named('ferry-board');
const gazette = named('alder-gazette');
const pilot = named('ilse-thornbury');
const clerk: SpeakerNode = { unnamed: 'a harbour clerk' };

describe('voiceOf', () => {
  test.each<[string, SpeakerNode[], SpeakerNode[][], VoiceForm[], VoiceForm[], string]>([
    ['a speaker', [board], [], ['japan'], [], 'Ferry Board, Japanese side'],
    ['a relay', [board], [[gazette]], ['japan'], ['russia'], 'Ferry Board, Japanese side, through The Alder Gazette, Russian side'],
    [
      'the last of several relays',
      [clerk],
      [[board], [gazette]],
      ['unnamed'],
      ['russia'],
      'a harbour clerk, unnamed, through Ferry Board, Japanese side, then The Alder Gazette, Russian side',
    ],
    [
      'joint speakers of two sides',
      [board, pilot],
      [],
      ['japan', 'third'],
      [],
      'Ferry Board, Japanese side and Ilse Thornbury, neither side',
    ],
    [
      'joint speakers of one side once',
      [pilot, named('norrow')],
      [],
      ['third'],
      [],
      'Ilse Thornbury, neither side and Norrow, neither side',
    ],
    [
      'joint relays',
      [clerk],
      [[board, gazette]],
      ['unnamed'],
      ['japan', 'russia'],
      'a harbour clerk, unnamed, through Ferry Board, Japanese side and The Alder Gazette, Russian side',
    ],
  ])('describes %s', (_, speakers, via, forms, bar, description) => {
    expect(voiceOf({ speakers, via })).toMatchObject({ speakers: forms, passedOnBy: bar, description });
  });

  it('names the chain without sides', () => {
    expect(voiceOf({ speakers: [board, pilot], via: [[gazette]] }).names).toBe('Ferry Board and Ilse Thornbury, through The Alder Gazette');
  });
});

test.each<[VoiceForm[], VoiceForm[], string]>([
  [['russia'], [], 'russia'],
  [['unnamed'], ['russia'], 'unnamed by-russia'],
  [['japan', 'third'], [], 'japan joint and-third'],
  [['japan'], ['japan', 'third'], 'japan by-japan by-and-third'],
])('voiceClasses returns the classes of speakers %j with the bar %j', (speakers, passedOnBy, classes) => {
  expect(voiceClasses({ speakers, passedOnBy })).toBe(classes);
});

describe('a strip', () => {
  it('has a cell for each statement, in order', () => {
    expect(ids(voiceCells(fixture.statements))).toEqual(ids(fixture.statements));
  });

  it('counts its cells by who speaks and leaves out voices that do not', () => {
    expect(countVoices(voiceCells(record.entries[0]!.statements))).toBe(
      '5 statements: 1 by a Japanese voice, 2 by Russian voices, 1 by a voice neither Japanese nor Russian and 1 by an unnamed source',
    );
    expect(countVoices(voiceCells([]))).toBe('0 statements');
  });
});
