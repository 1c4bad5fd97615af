import { describe, expect, it } from 'vitest';
import { glanceFinding } from '../../src/views/glance-finding.ts';
import { whoseVoice } from '../../src/views/whose-voice.ts';
import { changedRecord, find, getData, getStatement } from '../support/fixtures.ts';

describe('whoseVoice', () => {
  it('counts the voices of an article, the most frequent first', () => {
    expect(whoseVoice(find('entries', 'alpha-2001'))).toBe(
      'Of 5 statements, 2 are by The Alder Gazette, 1 by Ferry Board (passed on by The Alder Gazette) and 2 by two other voices.',
    );
  });

  it('names a third voice if it is the last', () => {
    const record = changedRecord((content) => {
      getStatement(content, 'alpha-2001.s4').speakers = ['ferry-board'];
    });
    expect(whoseVoice(find('entries', 'alpha-2001', record))).toContain('and 1 by Ilse Thornbury (passed on by The Alder Gazette).');
  });

  it('counts the statements that are passed on if only some are', () => {
    const record = changedRecord((content) => {
      getStatement(content, 'alpha-2001.s1').via = ['ferry-board'];
    });
    expect(whoseVoice(find('entries', 'alpha-2001', record))).toContain('2 are by The Alder Gazette (1 passed on by Ferry Board)');
  });
});

describe('glanceFinding', () => {
  it('names the guest that speaks the largest share of an article of another side', () => {
    const sides = { 'alder-gazette': 'russia', 'ilse-thornbury': 'russia', 'ferry-board': 'japan', 'beacon-wire': 'japan' } as const;
    const record = changedRecord((content) => {
      for (const [id, side] of Object.entries(sides)) getData(content, 'actors', id).side = side;
    });
    expect(glanceFinding(record).title).toBe(
      '1 of the 5 statements in Gazette 2001 is by a Japanese voice, Ferry Board; a Russian outlet passes it on',
    );
  });

  it('counts statements and links if no article passes on another side', () => {
    const record = changedRecord(({ actors }) => {
      for (const { data } of actors) data.side = 'third';
    });
    expect(glanceFinding(record).title).toBe('9 statements of 2 articles and 2 links between them');
  });
});
