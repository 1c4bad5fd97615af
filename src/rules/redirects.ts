import { stripHash } from '../paths/paths.ts';
import type { Content } from '../record/content.ts';
import { allPagePaths } from '../record/page-paths.ts';
import { suggestClosest } from '../text/edit-distance.ts';
import type { Violation, Rule } from './rule.ts';

/** Rules about paths that have moved or were withdrawn. */
export const redirectRules: Rule[] = [
  {
    id: 'retired-address-is-retired-once',
    description: 'Every retired address has one redirect or one tombstone.',
    *check(content) {
      const seen = new Set<string>();
      for (const { path, location } of retiredPaths(content)) {
        if (seen.has(path)) yield { ...location, message: `“${path}” is retired twice`, hint: 'keep one redirect or one tombstone' };
        seen.add(path);
      }
    },
  },
  {
    id: 'retired-address-stands-no-longer',
    description: 'No redirect and no tombstone replaces an existing page.',
    *check(content) {
      const pages = allPagePaths(content);
      for (const { path, location } of retiredPaths(content)) {
        const hint = 'remove this item, or remove the page';
        if (!path.includes('#') && pages.has(path)) yield { ...location, message: `“${path}” is an existing page`, hint };
      }
    },
  },
  {
    id: 'retired-anchor-is-on-a-page',
    description: 'A retired anchor belongs to a page that still exists.',
    *check(content) {
      const pages = allPagePaths(content);
      for (const { path, location } of retiredPaths(content)) {
        const page = stripHash(path);
        const hint = 'retire the page instead: its anchors are redirected with it';
        if (path.includes('#') && !pages.has(page)) yield { ...location, message: `“${page}” is not a page of the Record`, hint };
      }
    },
  },
  {
    id: 'redirect-leads-to-a-page',
    description: 'A redirect leads directly to an existing page.',
    *check(content) {
      const pages = allPagePaths(content);
      const targets = new Map(retiredPaths(content).map(({ path, target }) => [path, target]));
      for (const { path, location, target, targetField } of retiredPaths(content)) {
        if (target === undefined) continue;
        const field = { ...location, path: [...location.path.slice(0, -1), targetField] };
        const retired = [target, stripHash(target)].find((each) => targets.has(each));
        if (retired !== undefined) {
          const next = targets.get(retired);
          const hint = next && next !== path ? `write ${next}` : 'write the current address of the page';
          yield { ...field, message: `“${target}” is itself retired`, hint };
        } else if (!pages.has(stripHash(target))) {
          const hint = suggestClosest(target, [...pages], 'write the address of a page');
          yield { ...field, message: `“${target}” is not a page of the Record`, hint };
        }
      }
    },
  },
  {
    id: 'retirement-names-a-known-edition',
    description: 'Every redirect and every tombstone names an edition of the Record.',
    *check(content) {
      const editions = content.editions.map(({ id }) => id);
      for (const { location, edition } of retiredPaths(content)) {
        const path = [...location.path.slice(0, -1), 'edition'];
        const hint = `use one of ${editions.join(', ')}`;
        if (!editions.includes(edition)) yield { ...location, path, message: `unknown edition “${edition}”`, hint };
      }
    },
  },
];

interface RetiredPath {
  path: string;
  edition: string;
  /** Where the path is declared. */
  location: Pick<Violation, 'file' | 'path'>;
  /** New path, if there is one, and the field that contains it. */
  target: string | undefined;
  targetField: 'to' | 'instead';
}

const retiredPaths = ({ retired }: Content): RetiredPath[] =>
  retired.flatMap(({ file, data }) => [
    ...data.moved.map(({ from, to, edition }, index) => {
      const location = { file, path: ['moved', index, 'from'] };
      return { path: from, edition, location, target: to, targetField: 'to' as const };
    }),
    ...data.withdrawn.map(({ address, instead, edition }, index) => {
      const location = { file, path: ['withdrawn', index, 'address'] };
      return { path: address, edition, location, target: instead, targetField: 'instead' as const };
    }),
  ]);
