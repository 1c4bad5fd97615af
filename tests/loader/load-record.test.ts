import { describe, expect, it } from 'vitest';
import { loadRecord, refreshInDev, reloadContent } from '../../src/loader/load-record.ts';

// Compared with ===, since the matchers traverse the Record, which is a cyclic graph.
describe('loadRecord', () => {
  it('returns the same Record until the content is reloaded', () => {
    const first = loadRecord();
    expect(loadRecord() === first).toBe(true);
    reloadContent();
    expect(loadRecord() === first).toBe(false);
  });
});

describe('refreshInDev', () => {
  it('returns the item with the same id from the current Record', () => {
    const old = loadRecord().actors[0]!;
    expect(refreshInDev(old, 'places', 'actors') === old).toBe(true);
    reloadContent();
    const current = refreshInDev(old, 'places', 'actors');
    expect([current === old, current.id]).toEqual([false, old.id]);
  });

  it('returns the item itself if it was removed', () => {
    const removed = { id: 'removed' };
    expect(refreshInDev(removed, 'actors')).toBe(removed);
  });
});
