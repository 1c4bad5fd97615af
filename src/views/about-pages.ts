import { formatDate } from '../dates/format.ts';
import type { StatementNode, TheRecord } from '../record/model.ts';
import { statementKindDescriptions, statementKinds, voice } from '../schema/statement.ts';
import { formatLocators, kindLabels } from '../text/labels.ts';
import { statementListItem } from './list-items.ts';
import { voiceOf } from './voice.ts';
import { ruleGroups } from '../rules/index.ts';
import type { RuleExample } from '../rules/rule.ts';
import { citedSentence, dateField, escapeInvisible, id, locator, names, statementId } from '../schema/field-types.ts';
import { collections, type CollectionName } from '../schema/collections.ts';
import { describeSchema, describeFields, type Field } from '../schema/fields.ts';

/** Number of examples of a kind of statement. */
const EXAMPLES = 2;

/** Returns the kinds of statement with their shortest examples, and one statement explained part by part. */
export function aboutPage(record: TheRecord) {
  const statements = record.statements.toSorted((a, b) => a.data.text.length - b.data.text.length);
  const exemplar = statements.toSorted((a, b) => scoreExample(b) - scoreExample(a))[0];
  return {
    kinds: statementKinds.map((kind) => ({
      label: kindLabels[kind],
      description: statementKindDescriptions[kind],
      examples: statements
        .filter(({ data }) => data.kind === kind)
        .slice(0, EXAMPLES)
        .map(statementListItem),
    })),
    ...(exemplar && { exemplar: explain(exemplar) }),
  };
}

/** A rule with its example, as the page shows it. */
export interface RuleSummary {
  id: string;
  description: string;
  example: { file: string; good?: string; bad: string; message: string; hint: string };
}

/**
 * Returns all rules by subject, each with its example.
 *
 * @throws {Error} if a rule has no example
 */
export function rulesPage(examples: readonly RuleExample[]): { id: string; title: string; rules: RuleSummary[] }[] {
  return ruleGroups.map(({ title, rules }) => ({
    id: title.toLowerCase().replaceAll(' ', '-'),
    title,
    rules: rules.map(({ id, description }) => {
      const example = examples.find(({ rule }) => rule === id);
      if (!example) throw new Error(`rule “${id}” has no example: add it to src/rules/examples.yaml`);
      const { file, good, message, hint } = example;
      return { id, description, example: { file, ...(good !== undefined && { good }), bad: formatBad(example), message, hint } };
    }),
  }));
}

/** A documented field: its path in the file and its meaning. */
export interface FieldDescription {
  /** `source.published`, `actors[].role` */
  path: string;
  type: string;
  required: boolean;
  values: string[];
  description: string;
}

/** A group of fields: a collection, or a schema that several collections share. */
export interface FieldGroup {
  id: string;
  title: string;
  about: string;
  /** Pattern of its files; undefined for a shared schema. */
  files?: string;
  fields: FieldDescription[];
}

/** Returns the documentation of every field, by collection and shared schema. */
export function fieldsPage(): { collections: FieldGroup[]; shapes: FieldGroup[] } {
  return {
    collections: (Object.keys(collections) as CollectionName[]).map((name) => {
      const { base, pattern, schema } = collections[name];
      return {
        id: name,
        title: COLLECTION_TITLES[name] ?? name[0]!.toUpperCase() + name.slice(1),
        about: describeSchema(schema),
        files: `content/${base === '.' ? '' : `${base}/`}${pattern}`,
        fields: flattenFields(describeFields(schema)),
      };
    }),
    shapes: Object.entries({ date: dateField, names, sentence: citedSentence(), voice, id, 'statement id': statementId, locator }).map(
      ([title, schema]) => ({
        id: title.replace(' ', '-'),
        title: title[0]!.toUpperCase() + title.slice(1),
        about: describeSchema(schema),
        fields: flattenFields(describeFields(schema)),
      }),
    ),
  };
}

/** Scores how much a statement shows: somebody passed it on, another one is linked to it, it quotes the article. */
const scoreExample = ({ via, relations, data }: StatementNode) =>
  3 * Math.min(1, via.length) + 2 * Math.min(1, relations.length) + Math.min(1, data.quotes.length);

function explain(statement: StatementNode) {
  const { data, entry } = statement;
  const { title, published } = entry.data.source;
  return {
    line: statementListItem(statement),
    voice: voiceOf(statement).description,
    source: `${title}, ${formatLocators(data.at)}`,
    published: formatDate(published.edtf, published.basis),
    kind: { label: kindLabels[data.kind], description: statementKindDescriptions[data.kind] },
    links: statement.relations.length,
  };
}

function formatBad({ bad = '', removed, link }: RuleExample): string {
  if (removed) return '(it is not there)';
  if (link) return `(a symbolic link to ${link})`;
  return bad.split('\n').map(escapeInvisible).join('\n').trimEnd() || '(nothing)';
}

/** Titles of collections whose name is not a good title. */
const COLLECTION_TITLES: Partial<Record<CollectionName, string>> = {
  entries: 'Entry',
  ledgers: 'Ledger',
  events: 'Event',
  actors: 'Actor',
  themes: 'Theme',
  places: 'Place',
  terms: 'Term',
};

/** Returns a flat list of fields. Fields of a shared schema are documented with that schema. */
function flattenFields(fields: readonly Field[], above = ''): FieldDescription[] {
  return fields.flatMap(({ name, type, required, values, description, list, shared, fields: below }) => {
    const path = above + name;
    return [{ path, type, required, values, description }, ...(shared ? [] : flattenFields(below, `${path}${list ? '[]' : ''}.`))];
  });
}
