import { compareEditions } from '../record/sort.ts';
import { type Rule, rule, type Violation } from './rule.ts';
import { stripHash } from '../paths/paths.ts';
import { allPagePaths, type Content } from '../record/content.ts';
import { suggestClosest } from '../text/matching.ts';

/** Rules about editions. */
export const editionRules: Rule[] = [
  rule('record-has-an-edition', 'There is at least one edition, published or in preparation.', function* (content) {
    const hint = 'create the first one: npm run edition -- <year>.1';
    if (content.editions.length === 0) yield { file: 'content/editions', path: [], message: 'no edition', hint };
  }),
  rule('only-the-last-edition-is-in-preparation', 'Every edition but the last is published.', function* (content) {
    for (const { id, file, data } of inOrder(content).slice(0, -1)) {
      const message = `“${id}” is in preparation, but there is a later edition`;
      if (data.status === 'in-preparation') yield { file, path: ['status'], message, hint: 'remove one of the two folders' };
    }
  }),
  rule('published-edition-is-sealed', 'A published edition has checksums. An edition in preparation has none.', function* ({ editions }) {
    for (const { id, file, data } of editions) {
      if (data.status === 'published' && !data.sealed) {
        const hint = `publish it by npm run edition -- ${id} --publish`;
        yield { file, path: ['status'], message: `“${id}” is published without checksums`, hint };
      }
      if (data.status === 'in-preparation' && data.sealed) {
        const message = `“${id}” has checksums but is in preparation`;
        yield { file, path: ['sealed'], message, hint: 'restore the file: a published edition stays published' };
      }
    }
  }),
  rule('editions-follow-in-time', 'No edition is dated before the edition that it follows.', function* (content) {
    const editions = inOrder(content);
    for (const [index, { id, file, data }] of editions.entries()) {
      const previous = editions[index - 1];
      if (previous && data.date < previous.data.date) {
        const message = `“${id}” is dated before “${previous.id}” (${previous.data.date})`;
        yield { file, path: ['date'], message, hint: 'correct the date' };
      }
    }
  }),
];

const inOrder = ({ editions }: Content) => editions.toSorted((a, b) => compareEditions(a.id, b.id));

/** Rules about paths that have moved or were withdrawn. */
export const redirectRules: Rule[] = [
  rule('retired-address-is-retired-once', 'Every retired address has one redirect or one tombstone.', function* (content) {
    const seen = new Set<string>();
    for (const { path, location } of retiredPaths(content)) {
      if (seen.has(path)) yield { ...location, message: `“${path}” is retired twice`, hint: 'keep one redirect or one tombstone' };
      seen.add(path);
    }
  }),
  rule('retired-address-stands-no-longer', 'No redirect and no tombstone replaces an existing page.', function* (content) {
    const pages = allPagePaths(content);
    for (const { path, location } of retiredPaths(content)) {
      const hint = 'remove this item, or remove the page';
      if (!path.includes('#') && pages.has(path)) yield { ...location, message: `“${path}” is an existing page`, hint };
    }
  }),
  rule('retired-anchor-is-on-a-page', 'A retired anchor belongs to a page that still exists.', function* (content) {
    const pages = allPagePaths(content);
    for (const { path, location } of retiredPaths(content)) {
      const page = stripHash(path);
      const hint = 'retire the page instead: its anchors are redirected with it';
      if (path.includes('#') && !pages.has(page)) yield { ...location, message: `“${page}” is not a page of the Record`, hint };
    }
  }),
  rule('redirect-leads-to-a-page', 'A redirect leads directly to an existing page.', function* (content) {
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
  }),
  rule('retirement-names-a-known-edition', 'Every redirect and every tombstone names an edition of the Record.', function* (content) {
    const editions = content.editions.map(({ id }) => id);
    for (const { location, edition } of retiredPaths(content)) {
      const path = [...location.path.slice(0, -1), 'edition'];
      const hint = `use one of ${editions.join(', ')}`;
      if (!editions.includes(edition)) yield { ...location, path, message: `unknown edition “${edition}”`, hint };
    }
  }),
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
