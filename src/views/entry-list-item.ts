import { formatDate } from '../dates/format.ts';
import type { EntryNode } from '../record/model.ts';
import { entryPath } from '../paths/paths.ts';
import { genreLabels } from '../text/labels.ts';
import { formatList } from '../text/english.ts';
import { voiceCells } from './voice-strip.ts';

export type EntryListItem = ReturnType<typeof entryListItem>;

/** Returns the list item of an article. */
export function entryListItem(entry: EntryNode) {
  const { source, label, summary, standpoint } = entry.data;
  return {
    id: entry.id,
    label,
    title: source.title,
    address: entryPath(entry.id),
    // Names of the authors, or 'Unsigned'.
    by: formatList(entry.authors.map((author) => author.data.names.en)) || 'Unsigned',
    publisher: entry.publisher.data.names.en,
    genreLabel: genreLabels[source.genre],
    // Date of publication in words.
    published: formatDate(source.published.edtf, source.published.basis),
    // The first sentence of the summary.
    summary: firstSentence(summary.text),
    // The owner of the outlet, in one sentence.
    owner: firstSentence(standpoint.owner),
    statements: entry.statements.length,
    // Its statements as a strip.
    cells: voiceCells(entry.statements),
  };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

const firstSentence = (text: string) => [...sentences.segment(text)][0]!.segment.trim();
