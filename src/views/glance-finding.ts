import type { ActorNode, EntryNode, TheRecord } from '../record/model.ts';
import type { Side } from '../schema/actor.ts';
import { pluralize } from '../text/english.ts';

/** Words for a voice and for an outlet of a side. */
const WORDS: Record<Side, [voice: string, outlet: string]> = {
  japan: ['a Japanese voice', 'a Japanese outlet'],
  russia: ['a Russian voice', 'a Russian outlet'],
  third: ['a voice of neither side', 'an outlet of neither side'],
};

/**
 * Returns what the picture of the Record shows, as a sentence without a full stop: the voice that speaks the largest share of an article whose
 * publisher is of another side. Without such a voice, it returns the numbers of statements and links.
 */
export function glanceFinding(record: TheRecord): { title: string; subtitle: string } {
  const { entries, statements, relations } = record;
  const counts = `${pluralize(statements.length, 'statement')} of ${pluralize(entries.length, 'article')} and ${pluralize(relations.length, 'link')} between them`;
  const subtitle = 'Each cell is one statement, in the order of its article.';
  const [best] = entries.flatMap(guestVoices).toSorted((a, b) => b.share - a.share);
  if (!best) return { title: counts, subtitle };
  const { entry, actor, made, relayed } = best;
  const [voice, outlet] = [WORDS[actor.data.side][0], WORDS[entry.publisher.data.side][1]];
  const through = relayed < made ? `${relayed} of them` : made > 1 ? `all ${made}` : 'it';
  return {
    title: `${made} of the ${pluralize(entry.statements.length, 'statement')} in ${entry.data.label} ${made === 1 ? 'is' : 'are'} by ${voice}, ${actor.data.names.en}; ${outlet} passes ${through} on`,
    subtitle: `${counts}. ${subtitle}`,
  };
}

/** The voices of an article that are of another side than its publisher and that it passes on. */
function guestVoices(entry: EntryNode) {
  const speakers = new Set<ActorNode>(entry.statements.flatMap((statement) => statement.speakers.flatMap(({ actor }) => actor ?? [])));
  return [...speakers]
    .filter((actor) => actor.data.side !== entry.publisher.data.side && !entry.authors.includes(actor))
    .map((actor) => {
      const made = entry.statements.filter((statement) => statement.speakers.some((speaker) => speaker.actor === actor));
      const relayed = made.filter(({ via }) => via.length > 0).length;
      return { entry, actor, made: made.length, relayed, share: made.length / entry.statements.length };
    })
    .filter(({ relayed }) => relayed > 0);
}
