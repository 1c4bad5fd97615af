import { describe, expect, it } from 'vitest';
import { tableOfContents } from '../../src/views/table-of-contents.ts';

const overview = { id: 'overview', name: 'Overview' };
const events = { id: 'events', name: 'Events', count: 0 };
const statements = (count: number) => ({ id: 'statements', name: 'Statements', count });

describe('tableOfContents', () => {
  it('omits sections that list nothing', () => {
    expect(tableOfContents([overview, events, statements(13)])).toEqual([overview, statements(13)]);
  });

  it('returns an empty list for a short page', () => {
    expect(tableOfContents([overview, statements(12)])).toEqual([]);
  });
});
