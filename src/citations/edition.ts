import type { CitedSite } from './site.ts';

/** The Record as it is cited, wherever it is published: what each edition sets anew. */
export const edition: Omit<CitedSite, 'url' | 'image'> = {
  name: 'The Japan–Russia Record',
  edition: '2026.1',
  issued: '2026-11-22',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  description:
    'A documentary edition of Japan–Russia relations, 2015–2026: five articles taken apart into statements, each traced to its paragraph.',
};
