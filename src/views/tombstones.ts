import { formatDay } from '../dates/format.ts';
import type { EntryNode, StatementNode, TheRecord } from '../record/model.ts';
import type { Tombstone } from '../schema/edition.ts';
import { editionPath, statementPath } from '../paths/paths.ts';
import type { Link } from './link.ts';
import { statementListItem, type StatementListItem } from './statement-list-item.ts';

/** A withdrawn statement on the page of its entry. */
export interface WithdrawnListItem {
  n: number;
  /** `s11`: its anchor on that page, which stays. */
  anchor: string;
  address: string;
  day: string;
  reason: string;
}

/**
 * Returns the list item of a withdrawn statement.
 *
 * @throws {Error} if the statement was not withdrawn
 */
export function withdrawnListItem(statement: StatementNode): WithdrawnListItem {
  const { date, reason } = withdrawalOf(statement);
  const { n } = statement.data;
  return { n, anchor: `s${n}`, address: statementPath(statement.id), day: formatDay(date), reason };
}

/** The page that replaces a withdrawn page. */
export interface TombstonePage {
  title: string;
  /** The meta description. */
  description: string;
  /** The withdrawn text. */
  said: string;
  day: string;
  reason: string;
  /** The edition that withdrew it. */
  edition: Link;
  instead?: Link;
}

/** The page of a withdrawn or merged statement. */
export interface WithdrawnStatementPage {
  title: string;
  /** 'Statement 44 was merged into statement 43', or 'Statement 44 was withdrawn'. */
  heading: string;
  description: string;
  /** 'Statement 44 (merged)' */
  crumb: string;
  line: StatementListItem;
  day: string;
  reason: string;
  /** The statement that contains what it said. */
  instead?: StatementListItem;
}

/**
 * Returns the page of a withdrawn statement.
 *
 * @throws {Error} if the statement was not withdrawn
 */
export function withdrawnStatementPage(statement: StatementNode, record: TheRecord): WithdrawnStatementPage {
  const { date, reason, instead: id } = withdrawalOf(statement);
  const { entry, data } = statement;
  const day = formatDay(date);
  const instead = id ? [...record.statements, ...record.withdrawn].find((each) => each.id === id) : undefined;
  const what = instead ? `merged into ${nameOf(instead, entry)}` : 'withdrawn';
  return {
    title: `${entry.data.label}, statement ${data.n} (withdrawn)`,
    heading: `Statement ${data.n} was ${what}`,
    description: `${entry.data.label}, statement ${data.n}, was ${what} on ${day}: what it said, and why.`,
    crumb: `Statement ${data.n} (${instead ? 'merged' : 'withdrawn'})`,
    line: statementListItem(statement),
    day,
    reason,
    ...(instead && { instead: statementListItem(instead) }),
  };
}

/**
 * Returns the page that replaces a withdrawn page.
 *
 * @param titles titles of citable pages, by path
 */
export function pageTombstone(
  { title, said, date, reason, edition, instead }: Tombstone,
  titles: ReadonlyMap<string, string>,
): TombstonePage {
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

/** A published anchor that a page no longer has. */
export interface RetiredAnchor {
  anchor: string;
  day: string;
  /** The title of what was there; only if it was withdrawn. */
  title?: string;
  said?: string;
  reason: string;
  to?: Link;
}

/** Returns the retired anchors of the page with this path. */
export function retiredAnchors(address: string, { redirects, tombstones }: TheRecord): RetiredAnchor[] {
  const here = (published: string) => published.startsWith(`${address}#`);
  const anchorOf = (published: string) => published.slice(address.length + 1);
  return [
    ...redirects
      .filter(({ from }) => here(from))
      .map(({ from, to, date, reason }) => ({ anchor: anchorOf(from), day: formatDay(date), reason, to: { name: to, address: to } })),
    ...tombstones
      .filter((page) => here(page.address))
      .map(({ address: published, title, said, date, reason, instead }) => ({
        anchor: anchorOf(published),
        day: formatDay(date),
        title,
        said,
        reason,
        ...(instead && { to: { name: instead, address: instead } }),
      })),
  ];
}

const nameOf = ({ entry, data }: StatementNode, near: EntryNode) =>
  entry === near ? `statement ${data.n}` : `${entry.data.label}, statement ${data.n}`;

function withdrawalOf({ id, data }: StatementNode) {
  if (!data.withdrawn) throw new Error(`${id} was not withdrawn`);
  return data.withdrawn;
}
