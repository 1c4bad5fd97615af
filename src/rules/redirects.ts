import { pageOf } from '../paths/paths.ts';
import type { Content } from '../record/content.ts';
import { nearest } from '../text/edit-distance.ts';
import { pageAddresses } from '../record/page-paths.ts';
import type { Finding, Rule } from './rule.ts';

/** What holds of addresses that have moved or were withdrawn. */
export const retiredRules: Rule[] = [
  {
    id: 'retired-address-is-retired-once',
    truth: 'An address has moved once or was withdrawn once, not both.',
    *find(content) {
      const seen = new Set<string>();
      for (const { address, place } of retiredIn(content)) {
        if (seen.has(address)) yield { ...place, what: `${address} is retired twice`, remedy: 'keep one redirect or one tombstone' };
        seen.add(address);
      }
    },
  },
  {
    id: 'retired-address-stands-no-longer',
    truth: 'No redirect and no tombstone takes the place of a page that stands.',
    *find(content) {
      const pages = pageAddresses(content);
      for (const { address, place } of retiredIn(content)) {
        if (!address.includes('#') && pages.has(address))
          yield { ...place, what: `${address} is a page of the Record`, remedy: 'take this out, or remove what stands there' };
      }
    },
  },
  {
    id: 'retired-anchor-is-on-a-page',
    truth: 'An anchor that is retired was on a page that stands.',
    *find(content) {
      const pages = pageAddresses(content);
      for (const { address, place } of retiredIn(content)) {
        if (address.includes('#') && !pages.has(pageOf(address)))
          yield {
            ...place,
            what: `${pageOf(address)} is no page of the Record`,
            remedy: 'retire the page: its anchors lead to where it leads',
          };
      }
    },
  },
  {
    id: 'redirect-leads-to-a-page',
    truth: 'What has moved leads straight to a page that stands.',
    *find(content) {
      const pages = pageAddresses(content);
      const retired = new Map([...retiredIn(content)].map(({ address, leads }) => [address, leads]));
      for (const { address, place, leads } of retiredIn(content)) {
        if (leads === undefined) continue;
        const path = [...place.path.slice(0, -1), leads.field];
        const finding = (what: string, remedy: string): Finding => ({ ...place, path, what, remedy });
        const onward = retired.has(leads.to) ? leads.to : pageOf(leads.to);
        if (retired.has(onward)) {
          const next = retired.get(onward)?.to;
          yield finding(`${leads.to} is itself retired`, next && next !== address ? `write ${next}` : 'write where it stands today');
        } else if (!pages.has(pageOf(leads.to))) {
          const near = nearest(leads.to, [...pages]);
          yield finding(`${leads.to} is no page of the Record`, near ? `did you mean ${near}?` : 'write the address of a page');
        }
      }
    },
  },
  {
    id: 'retirement-names-a-known-edition',
    truth: 'Every redirect and every tombstone names an edition of the Record.',
    *find(content) {
      const known = content.editions.map(({ id }) => id);
      for (const { file, data } of content.retired) {
        for (const name of ['moved', 'withdrawn'] as const)
          for (const [index, { edition }] of data[name].entries())
            if (!known.includes(edition))
              yield {
                file,
                path: [name, index, 'edition'],
                what: `there is no edition ${edition}`,
                remedy: `use one of ${known.join(', ')}`,
              };
      }
    },
  },
];

interface Retired {
  place: Pick<Finding, 'file' | 'path'>;
  address: string;
  /** Where it leads, and the field that says so. */
  leads?: { to: string; field: string };
}

function* retiredIn({ retired }: Content): Iterable<Retired> {
  for (const { file, data } of retired) {
    for (const [index, { from, to }] of data.moved.entries())
      yield { place: { file, path: ['moved', index, 'from'] }, address: from, leads: { to, field: 'to' } };
    for (const [index, { address, instead }] of data.withdrawn.entries())
      yield {
        place: { file, path: ['withdrawn', index, 'address'] },
        address,
        ...(instead && { leads: { to: instead, field: 'instead' } }),
      };
  }
}
