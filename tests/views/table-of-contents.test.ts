import { describe, expect, it } from 'vitest';
import { tableOfContents } from '../../src/views/table-of-contents.ts';

const overview = { id: 'overview', name: 'Overview' };
const events = { id: 'events', name: 'Events', count: 0 };
const statements = (count: number) => ({ id: 'statements', name: 'Statements', count });

describe('the contents of a page', () => {
  it('lead to its sections, but to none that lists nothing', () => {
    expect(tableOfContents([overview, events, statements(13)])).toEqual([overview, statements(13)]);
  });

  it('are left out where the page is short', () => {
    expect(tableOfContents([overview, statements(12)])).toEqual([]);
  });
});
