import { expect, it } from 'vitest';
import { archiveLookup, passageUrl } from '../../src/views/original-link.ts';
import { find } from '../support/fixtures.ts';

const entry = find('entries', 'alpha-2001');

it('links to a passage by its first words', () => {
  expect(passageUrl(entry, 'p1')).toBe('https://gazette.example/2001/boats#:~:text=Norrow%20signs%3B%20board%20promises');
});

it('encodes a hyphen, which separates the parts of a text fragment, and replaces a fragment of the address', () => {
  const [address] = entry.data.source.addresses;
  const source = { ...entry.data.source, addresses: [{ ...address!, url: 'https://gazette.example/boats#top' }] };
  const passages = { p1: { sha256: '', words: 3, opening: 'Night-boats, and oil' } };
  expect(passageUrl({ ...entry, data: { ...entry.data, source }, passages }, 'p1')).toBe(
    'https://gazette.example/boats#:~:text=Night%2Dboats%2C%20and%20oil',
  );
});

it('looks up the archived copies of an address', () => {
  expect(archiveLookup('https://gazette.example/boats')).toBe('https://web.archive.org/web/*/https://gazette.example/boats');
});
