import type { EntryNode, TermNode, TermUseNode, TheRecord } from '../record/model.ts';
import { byEntryThenNumber } from '../record/sort.ts';
import type { TermUse } from '../schema/items.ts';
import { termPath } from '../paths/paths.ts';
import { formatShortLocators } from '../text/labels.ts';
import { capitalize, formatList, numberToWords, pluralize } from '../text/english.ts';
import { datedArticle, heaviest } from './presence.ts';
import { voiceGroup, voiceOf, type Voice, shortSpeakerName } from './voice.ts';
import { reference } from './reference.ts';
import { statementListItem } from './list-items.ts';

/** How an article uses a wording, if the words are not its own. */
const voiceLabels: Record<TermUse['voice'], string | undefined> = {
  own: undefined,
  quoted: 'quoted',
  attributed: 'attributed',
};

/** Returns all terms, each with one wording from each article, in its own voice if there is one, and the number of its others. */
export function termsPage({ terms, entries }: TheRecord) {
  return {
    articles: entries.map(datedArticle),
    emptyCell: emptyCell('uses none of these words', entries),
    rows: terms.map((term) => ({
      title: term.data.title,
      address: termPath(term.id),
      cells: entries.map((entry) => {
        const uses = term.uses.filter((use) => use.entry === entry);
        const [first] = uses.toSorted((a, b) => Number(b.data.voice === 'own') - Number(a.data.voice === 'own'));
        return first && { wording: inMarks(first.data), voice: voiceOfUse(first), more: new Set(uses.map(wordingOf)).size - 1 };
      }),
    })),
  };
}

/** The number of sentences of each group of voices that a page shows. The table links to the others. */
const MAX_SENTENCES = 2;

/** Returns the data for the page of a contested wording. */
export function termPage(term: TermNode, { entries }: Pick<TheRecord, 'entries'>) {
  const wordings = [...Map.groupBy(term.uses, wordingOf)];
  const users = entries.filter((entry) => term.uses.some((use) => use.entry === entry));
  return {
    title: term.data.title,
    description: `Who writes what: ${wordings
      .map(([wording]) => wording)
      .slice(0, 6)
      .join(', ')}.`,
    rule: term.data.rule,
    summary: summarize(term, users, entries),
    finding: findShared(wordings.map(([wording, uses]) => ({ wording, uses }))),
    counts: `${pluralize(wordings.length, 'wording')}, ${pluralize(term.uses.length, 'use')} in ${pluralize(users.length, 'article')}; capital letters ignored`,
    articles: entries.map(datedArticle),
    emptyCell: emptyCell('not used', entries),
    // A row for each wording, with its uses in each article.
    rows: wordings.map(([wording, uses]) => ({
      wording,
      cells: entries.map((entry) =>
        uses
          .filter((use) => use.entry === entry)
          .map((use) => ({
            voice: voiceOfUse(use),
            speakers: formatList(use.speakers.map(shortSpeakerName)),
            how: [voiceLabels[use.data.voice], use.data.count > 1 ? `${use.data.count} times` : undefined].filter(Boolean).join(', '),
            at: formatShortLocators(use.data.at),
            references: use.rests.map(reference),
          })),
      ),
    })),
    sentences: groupSentences(term).map(({ group, statements }) => ({
      title: GROUP_TITLES[group],
      statements: statements.slice(0, MAX_SENTENCES).map(statementListItem),
    })),
  };
}

/** Returns a wording in the marks that the article prints: “Double” if it quotes, ‘single’ if it does not. */
const inMarks = ({ wording, voice }: TermUse) => (voice === 'quoted' ? `“${wording}”` : `‘${wording}’`);

const wordingOf = ({ data }: TermUseNode) => data.wording;

/** Returns the voice of a use. An article passes on what it quotes or attributes. */
function voiceOfUse({ data, entry, speakers }: TermUseNode): Voice {
  const outlets = entry.authors.length > 0 ? entry.authors : [entry.publisher];
  return voiceOf({ speakers, via: data.voice === 'own' ? [] : [outlets.map((actor) => ({ actor }))] });
}

/** Returns whether all terms were compared with an article: its statements were compared with all texts. */
const isCompared = ({ data, statements }: EntryNode) => (data.textsRead ?? 0) >= (statements.at(-1)?.data.n ?? 0);

/** Returns what an empty cell of an article means. */
const emptyCell = (meaning: string, entries: readonly EntryNode[]) =>
  entries.every(isCompared) ? `· ${meaning}` : `· ${meaning}, or not yet compared`;

/** Formats who uses which wordings: “14 wordings in three articles. Socialbites 2024 does not use any of them. TASS 2026 is not yet compared.” */
function summarize(term: TermNode, users: readonly EntryNode[], entries: readonly EntryNode[]): string {
  const wordings = new Set(term.uses.map(wordingOf)).size;
  const others = entries.filter((entry) => !users.includes(entry));
  const silent = others.filter(isCompared).map(({ data }) => data.label);
  const pending = others.filter((entry) => !isCompared(entry)).map(({ data }) => data.label);
  const unread = pending.length > 0 ? ` ${formatList(pending)} ${pending.length === 1 ? 'is' : 'are'} not yet compared.` : '';
  const count = `${capitalize(numberToWords(wordings))} ${wordings === 1 ? 'wording' : 'wordings'} in ${numberToWords(users.length)} ${users.length === 1 ? 'article' : 'articles'}.`;
  if (silent.length === 0) return count + unread;
  const which = wordings === 1 ? 'it' : 'any of them';
  return silent.length > 4
    ? `${count} ${silent.length} articles do not use ${which}.${unread}`
    : `${count} ${formatList(silent)} ${silent.length === 1 ? 'does' : 'do'} not use ${which}.${unread}`;
}

/** The maximum number of wordings that a finding names. */
const MAX_NAMED = 3;

/** Returns which wordings voices of different sides share: “Two of 14 wordings are used by more than one side: ‘dispute’ and ‘four islands’”. */
function findShared(wordings: readonly { wording: string; uses: readonly TermUseNode[] }[]): string {
  const shared = wordings.filter(({ uses }) => hasTwoSides(uses)).map(({ wording }) => `‘${wording}’`);
  if (!hasTwoSides(wordings.flatMap(({ uses }) => uses))) return 'Only voices of one side use these words';
  if (shared.length === 0) return 'No wording is used by more than one side';
  const named = shared.length <= MAX_NAMED ? `: ${formatList(shared)}` : '';
  if (wordings.length === 1) return 'More than one side uses this wording';
  return `${capitalize(numberToWords(shared.length))} of ${numberToWords(wordings.length)} wordings ${shared.length === 1 ? 'is' : 'are'} used by more than one side${named}`;
}

/** Returns whether two uses have named speakers without a side in common. Joint authors of two sides share both. */
function hasTwoSides(uses: readonly TermUseNode[]): boolean {
  const sides = uses.map((use) => new Set(voiceOf(use).speakers.filter((form) => form !== 'unnamed'))).filter(({ size }) => size > 0);
  return sides.some((one, index) => sides.slice(index + 1).some((other) => one.isDisjointFrom(other)));
}

const GROUP_TITLES = {
  japan: 'Japanese voices',
  russia: 'Russian voices',
  third: 'Voices neither Japanese nor Russian',
  unnamed: 'Unnamed sources',
  joint: 'Joint authors',
} as const;

/** Groups the statements in which the wordings are found by who speaks, the weightiest first. */
function groupSentences({ uses }: TermNode) {
  const statements = [...new Set(uses.flatMap(({ rests }) => rests))].toSorted(byEntryThenNumber);
  const groups = Map.groupBy(heaviest(statements), (statement) => voiceGroup(voiceOf(statement).speakers));
  return (Object.keys(GROUP_TITLES) as (keyof typeof GROUP_TITLES)[]).flatMap((group) => {
    const found = groups.get(group);
    return found ? [{ group, statements: found }] : [];
  });
}
