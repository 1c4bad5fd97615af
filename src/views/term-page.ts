import type { TermNode, TheRecord } from '../record/model.ts';
import type { TermUse } from '../schema/term.ts';
import { entryPath, termPath } from '../paths/paths.ts';
import { formatLocators } from '../text/labels.ts';
import { formatList } from '../text/english.ts';
import { reference } from './reference.ts';
import { toSpeaker } from './statement-list-item.ts';

/** Labels for how an article uses a wording. */
const voiceLabels: Record<TermUse['voice'], string> = { own: 'own words', quoted: 'quoted', attributed: 'attributed, without marks' };

/** Returns all terms as list items. */
export function termsPage(record: TheRecord) {
  return record.terms.map((term) => ({
    title: term.data.title,
    address: termPath(term.id),
    wordings: formatList([...new Set(term.uses.map(({ data }) => `‘${data.wording}’`))]),
  }));
}

/** Returns the data for the page of a disputed wording. */
export function termPage(term: TermNode, record: TheRecord) {
  const byEntry = Map.groupBy(term.uses, ({ entry }) => entry);
  return {
    title: term.data.title,
    description: `Who writes what: ${[...new Set(term.uses.map(({ data }) => data.wording))].slice(0, 6).join(', ')}.`,
    rule: term.data.rule,
    // Uses by article.
    groups: record.entries
      .filter((entry) => byEntry.has(entry))
      .map((entry) => ({
        label: entry.data.label,
        address: entryPath(entry.id),
        uses: byEntry.get(entry)!.map(({ data, speakers, rests }) => ({
          wording: data.wording,
          voice: voiceLabels[data.voice],
          speakers: speakers.map(toSpeaker),
          count: data.count,
          locators: formatLocators(data.at),
          references: rests.map(reference),
        })),
      })),
  };
}
