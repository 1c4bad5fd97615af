import { formatDate } from '../dates/format.ts';
import type { SpeakerNode, StatementNode } from '../record/model.ts';
import { actorPath, entryPath, statementPath } from '../paths/paths.ts';
import { formatLocators, kindLabels } from '../text/labels.ts';
import type { CountedLink } from './link.ts';

/** A speaker: a linked name, or the article's description of an unnamed one. */
export interface Speaker {
  name: string;
  address?: string;
  side?: string;
}

/** A statement in a list. */
export interface StatementListItem {
  id: string;
  n: number;
  /** `s11`: the anchor on its entry's page. */
  anchor: string;
  address: string;
  text: string;
  kind: string;
  kindLabel: string;
  speakers: Speaker[];
  /** The chain, nearest to the speaker first. */
  via: Speaker[][];
  entry: { label: string; address: string };
  /** The passages in words. */
  locators: string;
  /** The date of the event in words; undefined if unknown. */
  date?: string;
  condition?: string;
  /** The horizon of a forecast, in words. */
  horizon?: string;
}

/** Returns the list item of a statement. */
export function statementListItem(statement: StatementNode): StatementListItem {
  const { data, entry } = statement;
  const horizon =
    data.horizon &&
    (data.horizon.edtf ? formatDate(data.horizon.edtf, data.horizon.basis) : data.horizon.wording && `‘${data.horizon.wording}’`);
  return {
    id: statement.id,
    n: data.n,
    anchor: `s${data.n}`,
    address: statementPath(statement.id),
    text: data.text,
    kind: data.kind,
    kindLabel: kindLabels[data.kind],
    speakers: statement.speakers.map(toSpeaker),
    via: statement.via.map((link) => link.map(toSpeaker)),
    entry: { label: entry.data.label, address: entryPath(entry.id) },
    locators: formatLocators(data.at),
    ...(data.date.edtf && { date: formatDate(data.date.edtf, data.date.basis) }),
    ...(data.condition && { condition: data.condition }),
    ...(data.kind === 'forecast' && { horizon: horizon || 'none given' }),
  };
}

export function toSpeaker(voice: SpeakerNode): Speaker {
  if (!voice.actor) return { name: voice.unnamed };
  const { id, data } = voice.actor;
  return { name: data.names.en, address: actorPath(id), side: data.side };
}

/** Maximum number of statements listed on a page. Longer lists are slow to load and nobody reads them. */
export const MAX_STATEMENTS = 300;

/** The first statements of a list, and the articles that contain the others. */
export interface TruncatedStatements {
  listed: StatementListItem[];
  /** Links to the articles that contain the statements left out, with counts. */
  otherArticles: CountedLink[];
}

/** Returns the first `MAX_STATEMENTS` statements as list items, and links to the articles that contain the others. */
export function truncateStatements(statements: readonly StatementNode[]): TruncatedStatements {
  const rest = Map.groupBy(statements.slice(MAX_STATEMENTS), ({ entry }) => entry);
  return {
    listed: statements.slice(0, MAX_STATEMENTS).map(statementListItem),
    otherArticles: [...rest].map(([entry, { length }]) => ({
      name: entry.data.label,
      address: `${entryPath(entry.id)}#ledger`,
      count: length,
    })),
  };
}
