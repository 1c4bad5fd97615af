import { expect, it } from 'vitest';
import { eventListItem } from '../../src/views/event-list-item.ts';
import { find } from '../support/fixtures.ts';

it('returns the list item of an event', () => {
  expect(eventListItem(find('events', 'crews-strike'))).toEqual({
    id: 'crews-strike',
    title: 'The strike of the crews',
    address: '/events/crews-strike/',
    date: 'about May 2002, inferred',
    status: 'ended',
    statusLabel: 'Ended',
  });
});
