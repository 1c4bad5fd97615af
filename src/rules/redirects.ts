import { stripHash } from '../paths/paths.ts';
import type { Content } from '../record/content.ts';
import { closestMatch } from '../text/edit-distance.ts';
import { allPagePaths } from '../record/page-paths.ts';
import type { Violation, Rule } from './rule.ts';

/** What holds of addresses that have moved or were withdrawn. */
export const redirectRules: Rule[] = [
  {
    id: 'retired-address-is-retired-once',
    description: 'An address has moved once or was withdrawn once, not both.',
    *check(content) {
      const seen = new Set<string>();
      for (const { address, place } of retiredIn(content)) {
        if (seen.has(address)) yield { ...place, message: `${address} is retired twice`, hint: 'keep one redirect or one tombstone' };
        seen.add(address);
      }
    },
  },
  {
    id: 'retired-address-stands-no-longer',
    description: 'No redirect and no tombstone takes the place of a page that stands.',
    *check(content) {
      const pages = allPagePaths(content);
      for (const { address, place } of retiredIn(content)) {
        if (!address.includes('#') && pages.has(address))
          yield { ...place, message: `${address} is a page of the Record`, hint: 'take this out, or remove what stands there' };
      }
    },
  },
  {
    id: 'retired-anchor-is-on-a-page',
    description: 'An anchor that is retired was on a page that stands.',
    *check(content) {
      const pages = allPagePaths(content);
      for (const { address, place } of retiredIn(content)) {
        if (address.includes('#') && !pages.has(stripHash(address)))
          yield {
            ...place,
            message: `${stripHash(address)} is no page of the Record`,
            hint: 'retire the page: its anchors lead to where it leads',
          };
      }
    },
  },
  {
    id: 'redirect-leads-to-a-page',
    description: 'What has moved leads straight to a page that stands.',
    *check(content) {
      const pages = allPagePaths(content);
      const retired = new Map([...retiredIn(content)].map(({ address, leads }) => [address, leads]));
      for (const { address, place, leads } of retiredIn(content)) {
        if (leads === undefined) continue;
        const path = [...place.path.slice(0, -1), leads.field];
        const finding = (what: string, remedy: string): Violation => ({ ...place, path, message: what, hint: remedy });
        const onward = retired.has(leads.to) ? leads.to : stripHash(leads.to);
        if (retired.has(onward)) {
          const next = retired.get(onward)?.to;
          yield finding(`${leads.to} is itself retired`, next && next !== address ? `write ${next}` : 'write where it stands today');
        } else if (!pages.has(stripHash(leads.to))) {
          const near = closestMatch(leads.to, [...pages]);
          yield finding(`${leads.to} is no page of the Record`, near ? `did you mean ${near}?` : 'write the address of a page');
        }
      }
    },
  },
  {
    id: 'retirement-names-a-known-edition',
    description: 'Every redirect and every tombstone names an edition of the Record.',
    *check(content) {
      const known = content.editions.map(({ id }) => id);
      for (const { file, data } of content.retired) {
        for (const name of ['moved', 'withdrawn'] as const)
          for (const [index, { edition }] of data[name].entries())
            if (!known.includes(edition))
              yield {
                file,
                path: [name, index, 'edition'],
                message: `there is no edition ${edition}`,
                hint: `use one of ${known.join(', ')}`,
              };
      }
    },
  },
];

interface Retired {
  place: Pick<Violation, 'file' | 'path'>;
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
