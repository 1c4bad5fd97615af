import { formatDay } from '../dates/format.ts';
import type { EntryNode, StatementNode, TheRecord } from '../record/model.ts';
import type { Tombstone } from '../schema/edition.ts';
import { editionPath, statementPath } from '../paths/paths.ts';
import { withdrawalLabel } from '../text/labels.ts';
import { statementListItem } from './list-items.ts';

/**
 * Returns the list item of a withdrawn statement.
 *
 * @throws {Error} if the statement was not withdrawn
 */
export function withdrawnListItem(statement: StatementNode) {
  const { date, reason } = withdrawalOf(statement);
  const { n } = statement.data;
  // The page of the article keeps the anchor.
  return { n, anchor: `s${n}`, address: statementPath(statement.id), day: formatDay(date), reason };
}

export type WithdrawnStatementPage = ReturnType<typeof withdrawnStatementPage>;

/**
 * Returns the page of a withdrawn statement.
 *
 * @throws {Error} if the statement was not withdrawn
 */
export function withdrawnStatementPage(statement: StatementNode, record: TheRecord) {
  const { date, reason, instead: id } = withdrawalOf(statement);
  const { entry, data } = statement;
  const day = formatDay(date);
  const instead = id ? [...record.statements, ...record.withdrawn].find((each) => each.id === id) : undefined;
  const what = instead ? `merged into ${nameOf(instead, entry)}` : 'withdrawn';
  return {
    title: `${entry.data.label}, statement ${data.n} (${withdrawalLabel({ instead: id })})`,
    heading: `Statement ${data.n} was ${what}`,
    description: `${entry.data.label}, statement ${data.n}, was ${what} on ${day}: what it said, and why.`,
    crumb: `Statement ${data.n} (${withdrawalLabel({ instead: id })})`,
    line: statementListItem(statement),
    day,
    reason,
    ...(instead && { instead: statementListItem(instead) }),
  };
}

export type TombstonePage = ReturnType<typeof tombstonePage>;

/**
 * Returns the page that replaces a withdrawn page.
 *
 * @param titles titles of citable pages, by path
 */
export function tombstonePage({ title, said, date, reason, edition, instead }: Tombstone, titles: ReadonlyMap<string, string>) {
  const day = formatDay(date);
  return {
    title: `${title} (withdrawn)`,
    description: `${title} was withdrawn on ${day}: what it said, and why.`,
    said,
    day,
    reason,
    edition: { name: `Edition ${edition}`, address: editionPath(edition) },
    ...(instead && { instead: { name: titles.get(instead) ?? instead, address: instead } }),
  };
}

/** Returns the retired anchors of the page with this path. */
export function retiredAnchors(address: string, { redirects, tombstones }: TheRecord) {
  const here = (published: string) => published.startsWith(`${address}#`);
  return [
    ...redirects
      .filter(({ from }) => here(from))
      .map(({ from, to, date, reason }) => ({ address: from, title: undefined, said: undefined, date, reason, to })),
    ...tombstones.filter((page) => here(page.address)).map(({ instead, ...page }) => ({ ...page, to: instead })),
  ].map(({ address: published, title, said, date, reason, to }) => ({
    anchor: published.slice(address.length + 1),
    day: formatDay(date),
    title,
    said,
    reason,
    to: to ? { name: to, address: to } : undefined,
  }));
}

const nameOf = ({ entry, data }: StatementNode, near: EntryNode) =>
  entry === near ? `statement ${data.n}` : `${entry.data.label}, statement ${data.n}`;

function withdrawalOf({ id, data }: StatementNode) {
  if (!data.withdrawn) throw new Error(`${id} was not withdrawn`);
  return data.withdrawn;
}
