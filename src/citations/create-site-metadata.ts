import type { Edition } from '../schema/edition.ts';
import type { SiteMetadata } from './site-metadata.ts';

/** The Record as it is cited, wherever it is published and in whatever edition. */
const publication = {
  name: 'The Japan–Russia Record',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  description:
    'A documentary edition of Japan–Russia relations, 2015–2026: five articles taken apart into statements, each traced to its paragraph.',
};

/**
 * The site in an edition.
 *
 * @param url makes an address of the site an absolute URL
 */
export function siteMetadata(
  { name, date, status }: Pick<Edition, 'date' | 'status'> & { name: string },
  url: SiteMetadata['url'],
): SiteMetadata {
  return { ...publication, edition: name, issued: date, ...(status === 'in-preparation' && { inPreparation: true as const }), url };
}
