import { formatDate } from '../dates/format.ts';
import type { StatementNode, TheRecord } from '../record/model.ts';
import { statementKindDescriptions, statementKinds } from '../schema/statement.ts';
import { formatLocators, kindLabels } from '../text/labels.ts';
import { statementListItem } from './statement-list-item.ts';
import { voiceOf } from './voice.ts';

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
