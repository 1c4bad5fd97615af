import { formatDay } from '../dates/format.ts';
import type { EntryNode, StatementNode, TheRecord } from '../record/model.ts';
import type { Tombstone } from '../schema/redirects.ts';
import { editionPath, entryPath, statementPath } from '../paths/paths.ts';
import { formatLocators } from '../text/labels.ts';
import type { Link } from './link.ts';
import { statementListItem, type StatementListItem } from './statement-list-item.ts';

/** A withdrawn statement as a line of its entry's page. */
export interface WithdrawnListItem {
  n: number;
  /** `s11`: the anchor on its entry's page, which it keeps. */
  anchor: string;
  address: string;
  day: string;
  reason: string;
}

/** @throws {Error} where the statement stands */
export function withdrawnListItem(statement: StatementNode): WithdrawnListItem {
  const { date, reason } = withdrawalOf(statement);
  const { n } = statement.data;
  return { n, anchor: `s${n}`, address: statementPath(statement.id), day: formatDay(date), reason };
}

/** What stands where something was withdrawn. */
export interface TombstonePage {
  title: string;
  /** The page in one sentence. */
  description: string;
  kicker: string;
  /** What it said. */
  said: string;
  /** Whose sentence it was; of statements only. */
  line?: StatementListItem;
  /** Where it stood in its article; of statements only. */
  source?: Link & { locators: string };
  day: string;
  reason: string;
  /** Edition that withdrew it; of pages only. */
  edition?: Link;
  instead?: Link;
}

/**
 * The page of a withdrawn statement.
 *
 * @throws {Error} where the statement stands
 */
export function statementTombstone(statement: StatementNode): TombstonePage {
  const { date, reason, instead } = withdrawalOf(statement);
  const { entry, data } = statement;
  const day = formatDay(date);
  const title = `${entry.data.label}, statement ${data.n}`;
  return {
    title: `${title} (withdrawn)`,
    description: `${title} was withdrawn on ${day}: what it said, and why.`,
    kicker: 'Withdrawn statement',
    said: data.text,
    line: statementListItem(statement),
    source: { name: entry.data.source.title, address: entryPath(entry.id), locators: formatLocators(data.at) },
    day,
    reason,
    ...(instead && { instead: { name: nameOf(instead, entry), address: statementPath(instead) } }),
  };
}

/**
 * The page that stands where another was withdrawn.
 *
 * @param titles of the pages that can be cited, by address
 */
export function pageTombstone(
  { title, said, date, reason, edition, instead }: Tombstone,
  titles: ReadonlyMap<string, string>,
): TombstonePage {
  const day = formatDay(date);
  return {
    title: `${title} (withdrawn)`,
    description: `${title} was withdrawn on ${day}: what it said, and why.`,
    kicker: 'Withdrawn page',
    said,
    day,
    reason,
    edition: { name: `Edition ${edition}`, address: editionPath(edition) },
    ...(instead && { instead: { name: titles.get(instead) ?? instead, address: instead } }),
  };
}

/** Anchors that a page has issued and has no more, by where they went. */
export interface RetiredAnchor {
  anchor: string;
  day: string;
  /** What stood there; of what was withdrawn only. */
  title?: string;
  said?: string;
  reason: string;
  to?: Link;
}

/** The retired anchors of the page with this address. */
export function retiredAnchors(address: string, { redirects, tombstones }: TheRecord): RetiredAnchor[] {
  const here = (issued: string) => issued.startsWith(`${address}#`);
  const anchorOf = (issued: string) => issued.slice(address.length + 1);
  return [
    ...redirects
      .filter(({ from }) => here(from))
      .map(({ from, to, date, reason }) => ({ anchor: anchorOf(from), day: formatDay(date), reason, to: { name: to, address: to } })),
    ...tombstones
      .filter((page) => here(page.address))
      .map(({ address: issued, title, said, date, reason, instead }) => ({
        anchor: anchorOf(issued),
        day: formatDay(date),
        title,
        said,
        reason,
        ...(instead && { to: { name: instead, address: instead } }),
      })),
  ];
}

function nameOf(id: string, near: EntryNode): string {
  const [entry, number] = id.split('.s');
  return entry === near.id ? `Statement ${number}` : id;
}

function withdrawalOf({ id, data }: StatementNode) {
  if (!data.withdrawn) throw new Error(`${id} was not withdrawn`);
  return data.withdrawn;
}
