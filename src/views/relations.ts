import type { EntryNode, RelationNode, TheRecord, ThemeNode, StatementNode } from '../record/model.ts';
import { byEntryThenNumber } from '../record/sort.ts';
import type { RelationKind } from '../schema/statement.ts';
import { capitalize, numberToWords, pluralize } from '../text/english.ts';
import { RELATION_ORDER, statementListItem, type StatementListItem } from './list-items.ts';
import { relationLabels } from '../text/labels.ts';

/** What each kind of relation is called in a heading, and what it means. */
const KINDS: Record<RelationKind, { one: string; many: string; about: string }> = {
  contradicts: {
    one: 'contradiction',
    many: 'contradictions',
    about: 'Two statements that cannot both be true, or that judge the same thing in opposite ways.',
  },
  answers: {
    one: 'reported outcome',
    many: 'reported outcomes',
    about: 'A statement reports the outcome of a forecast: as expected, later than expected or different.',
  },
  updates: {
    one: 'update',
    many: 'updates',
    about: 'A statement of a later time on the same matter. It may show a change, or only what came later.',
  },
  qualifies: {
    one: 'qualification',
    many: 'qualifications',
    about: 'One statement, perhaps the older one, limits or weakens another, or adds a condition.',
  },
  corroborates: {
    one: 'corroboration',
    many: 'corroborations',
    about: 'Two statements agree on a point, or one supports the other. They may be facts or judgements.',
  },
};

/** Kinds that are shown large and in full. */
const LARGE: readonly RelationKind[] = ['contradicts', 'answers'];

/** A relation with the classes that the filters select. */
export interface LinkListItem extends RelationListItem {
  /** `a0 a4 t3`: its articles and themes, by their order in the Record. */
  classes: string;
}

/** The relations of one kind between two articles, or within one. */
export interface LinkGroup {
  /** 'TASS 2026 on Sputnik 2016', 'Within TASS 2026' */
  name: string;
  links: LinkListItem[];
}

/** The relations of one kind. */
export interface LinkKind {
  kind: RelationKind;
  /** 'Three contradictions', '31 updates' */
  heading: string;
  about: string;
  count: number;
  isLarge: boolean;
  /** The largest groups come first. */
  groups: LinkGroup[];
}

/** A choice of a filter. */
export interface LinkFilter {
  /** Class of its option and of the relations that it shows. */
  id: string;
  name: string;
  count: number;
}

/** Returns the data of the page of all relations. */
export function linksPage(record: TheRecord) {
  const { relations, entries, themes } = record;
  const classes = classesOf(entries, themes);
  const kinds = RELATION_ORDER.flatMap((kind): LinkKind[] => {
    const links = relations.filter(({ data }) => data.kind === kind);
    const { one, many, about } = KINDS[kind];
    if (links.length === 0) return [];
    const heading = `${capitalize(numberToWords(links.length))} ${links.length === 1 ? one : many}`;
    return [{ kind, heading, about, count: links.length, isLarge: LARGE.includes(kind), groups: groupsOf(links, classes) }];
  });
  const countOf = (id: string) => relations.filter((relation) => classes(relation).includes(id)).length;
  const used = ({ count }: LinkFilter) => count > 0;
  return {
    title: `${pluralize(relations.length, 'link')} between statements`,
    total: relations.length,
    kinds,
    articles: entries
      .map(({ data }, index): LinkFilter => ({ id: `a${index}`, name: data.label, count: countOf(`a${index}`) }))
      .filter(used),
    themes: themes
      .map(({ data }, index): LinkFilter => ({ id: `t${index}`, name: data.title, count: countOf(`t${index}`) }))
      .filter(used)
      .toSorted((a, b) => b.count - a.count),
  };
}

/** Returns the style that hides what a filter does not show, with its headings. It works without a script. */
export const filterStyle = (ids: readonly string[]): string =>
  ids
    .map((id) => `main:has(option.${id}:checked) :is(.pair:not(.${id}),.links-of:not(:has(.${id})),.link-group:not(:has(.${id})))`)
    .join(',') + '{display:none}';

/** Formats groups as the summary of a fold: 'Show the other 31: TASS 2026 on Sputnik 2016 (8), 5 more'. */
export function summarizeGroups(groups: readonly LinkGroup[]): string {
  const total = groups.reduce((sum, { links }) => sum + links.length, 0);
  const named = groups.slice(0, 3).map(({ name, links }) => `${name} (${links.length})`);
  const others = groups.length - named.length;
  return `Show the other ${total}: ${[...named, ...(others > 0 ? [`${others} more`] : [])].join(', ')}`;
}

/** A relation in a list: to the other statement as seen from one, or between both. */
export interface RelationListItem {
  kind: RelationKind;
  /** 'Updated by' as seen from a statement, else 'Updates'. */
  label: string;
  why: string;
  /** The other statement, or the second one. */
  other: StatementListItem;
  /** The first statement, if the item shows both. */
  from?: StatementListItem;
}

/** Returns a relation as seen from one of its statements. */
export function relationFrom(relation: RelationNode, statement: StatementNode): RelationListItem {
  const { kind, why } = relation.data;
  const isForward = relation.from === statement;
  return {
    kind,
    label: relationLabels[kind][isForward ? 'forward' : 'backward'],
    why,
    other: statementListItem(isForward ? relation.to : relation.from),
  };
}

/** Returns a relation with both statements, the earlier first: by publication of their articles, then by number. */
export function relationPair(relation: RelationNode): RelationListItem {
  const first = byEntryThenNumber(relation.from, relation.to) < 0 ? relation.from : relation.to;
  const { kind } = relation.data;
  // Both contradict or corroborate each other: the direction says nothing.
  const isMutual = kind === 'contradicts' || kind === 'corroborates';
  return { ...relationFrom(relation, first), ...(isMutual && { label: relationLabels[kind].forward }), from: statementListItem(first) };
}

function classesOf(entries: readonly EntryNode[], themes: readonly ThemeNode[]) {
  const indices = <Node>(all: readonly Node[], some: readonly Node[], letter: string) =>
    [...new Set(some)]
      .map((each) => all.indexOf(each))
      .toSorted((a, b) => a - b)
      .map((index) => `${letter}${index}`);
  return ({ from, to }: RelationNode): string[] => [
    ...indices(entries, [from.entry, to.entry], 'a'),
    ...indices(themes, [...from.themes, ...to.themes], 't'),
  ];
}

function groupsOf(links: readonly RelationNode[], classes: (relation: RelationNode) => string[]): LinkGroup[] {
  const ordered = links
    .map((relation) => ({
      relation,
      pair: [relation.from, relation.to].toSorted(byEntryThenNumber) as [RelationNode['from'], RelationNode['to']],
    }))
    .toSorted((a, b) => byEntryThenNumber(a.pair[0], b.pair[0]) || byEntryThenNumber(a.pair[1], b.pair[1]));
  const groups = Map.groupBy(ordered, ({ pair: [earlier, later] }) => groupName(earlier.entry, later.entry));
  return [...groups]
    .map(([name, group]) => ({
      name,
      links: group.map(({ relation }) => ({ ...relationPair(relation), classes: classes(relation).join(' ') })),
    }))
    .toSorted((a, b) => b.links.length - a.links.length);
}

const groupName = (earlier: EntryNode, later: EntryNode) =>
  earlier === later ? `Within ${earlier.data.label}` : `${later.data.label} on ${earlier.data.label}`;
