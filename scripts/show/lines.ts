import { formatDate } from '../../src/dates/format.ts';
import type { EventNode, RelationNode, CitedSentenceNode, StatementNode, SpeakerNode } from '../../src/record/model.ts';
import type { DateField } from '../../src/schema/date-field.ts';
import { localizedNames, type Names } from '../../src/schema/names.ts';
import { kindLabels, relationLabels, statusLabels } from '../../src/text/labels.ts';
import type { Line } from './report.ts';

/** A statement as a line of a sheet. */
export const formatStatement = (statement: StatementNode): Line => ({
  id: statement.id,
  details: [kindLabels[statement.data.kind], statement.data.at.join(' '), formatSpeakers(statement), dateWords(statement.data.date)]
    .filter(Boolean)
    .join(' · '),
  text: statement.data.text,
});

/** Who holds a statement, and who relays it. */
export function formatSpeakers({ speakers, via }: Pick<StatementNode, 'speakers' | 'via'>): string {
  const chain = via.map(speakerName).join(', ');
  return speakers.map(speakerName).join(' and ') + (chain && `, via ${chain}`);
}

export const speakerName = ({ actor, unnamed }: SpeakerNode) => actor?.id ?? `“${unnamed}”`;

/** An event as a line of a sheet, with the part that someone has in it. */
export const formatEvent = (event: EventNode, part?: string): Line => ({
  id: event.id,
  details: [statusLabels[event.data.status], formatDate(event.data.date.edtf, event.data.date.basis), part].filter(Boolean).join(' · '),
  text: event.data.title,
});

/** A sentence with the statements that bear it. */
export const citedSentenceLine = ({ text, sources }: CitedSentenceNode): Line => ({ id: sources.map(({ id }) => id).join(' '), text });

/** A relation as seen from one of its two statements. */
export function formatRelation(relation: RelationNode, seenFrom: StatementNode): Line {
  const { kind, why, outcome } = relation.data;
  const forward = relation.from === seenFrom;
  const label = relationLabels[kind][forward ? 'forward' : 'backward'];
  return { id: (forward ? relation.to : relation.from).id, details: outcome ? `${label}: ${outcome}` : label, text: why };
}

/** A date with the article's wording and its ground. */
export function formatDateField({ edtf, basis, wording, ground }: DateField): string {
  return [formatDate(edtf, basis) + (edtf ? ` (${edtf})` : ''), wording && `“${wording}”`, ground].filter(Boolean).join('; ');
}

/** Names in other scripts, variants and misspellings. */
export const nameFacts = (names: Names): [string, string | undefined][] => [
  ...localizedNames(names).map(({ label, name, reading }): [string, string] => [label, name + (reading ? ` (${reading})` : '')]),
  ['Variants', names.variants.join(' · ')],
  ['Misspelt', names.misspellings.join(' · ')],
];

const dateWords = ({ edtf, basis }: DateField) => (edtf ? formatDate(edtf, basis) : '');
