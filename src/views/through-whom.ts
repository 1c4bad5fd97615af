import { actorPath } from '../paths/paths.ts';
import type { EntryNode, SpeakerNode, StatementNode, TheRecord } from '../record/model.ts';
import { formatList, pluralize } from '../text/english.ts';
import { datedArticle, type DatedArticle } from './presence.ts';
import { voiceGroup, voiceOf, type VoiceForm } from './voice.ts';
import { reference, type Reference } from './reference.ts';

/** One or more voices that speak, or pass something on, together. */
export interface Voices {
  /** “Taisuke Abiru”, “Watanabe and Walker”. All unnamed sources of an article are one: “Unnamed sources”. */
  name: string;
  forms: VoiceForm[];
  /** The page of a single actor. */
  address?: string;
}

/** Statements of one speaker in one article that came the same way. */
export interface Flow {
  count: number;
  references: Reference[];
  /** Who passed them on before the last link of the chain, nearest to the speaker first. */
  first: Voices[];
  /** Who passed them on last; undefined if the article itself speaks. */
  last?: Voices;
}

/** Who speaks in one article, and through whom. */
export interface ArticleFlows {
  article: DatedArticle;
  /** The sides of its authors, or of its publisher. */
  forms: VoiceForm[];
  total: number;
  passedOn: number;
  /** Those who are passed on come first, then those who speak themselves. The order is the same in every column of a drawing. */
  speakers: (Voices & { count: number; flows: Flow[] })[];
}

/** Returns the flows of each article. The article that passes on the largest share of its statements comes first. */
export function articleFlows({ entries }: Pick<TheRecord, 'entries'>): ArticleFlows[] {
  return entries
    .filter(({ statements }) => statements.length > 0)
    .map((entry) => ({
      article: datedArticle(entry),
      forms: formsOf((entry.authors.length > 0 ? entry.authors : [entry.publisher]).map((actor) => ({ actor }))),
      total: entry.statements.length,
      passedOn: entry.statements.filter(({ via }) => via.length > 0).length,
      speakers: speakersOf(entry),
    }))
    .toSorted((a, b) => b.passedOn / b.total - a.passedOn / a.total);
}

/** Returns the data for the page of who speaks through whom. */
export function throughWhomPage(record: TheRecord) {
  const articles = articleFlows(record);
  const passedOn = articles.reduce((sum, each) => sum + each.passedOn, 0);
  return {
    articles,
    summary: `In ${passedOn} of ${pluralize(record.statements.length, 'statement')} an article passes on somebody else’s words.`,
    finding: findLargest(articles),
    rows: articles.map(({ article, total, passedOn: count, speakers }) => ({
      article,
      // Its statements, its own words, those passed on, and these by group of speakers.
      counts: [total, total - count, count, ...GROUPS.map((group) => sum(speakers, group))],
      // “Takeshi Iwaya 3, of which 2 through TASS”
      voices: speakers
        .map(({ flows, ...voices }) => ({ ...voices, flows: flows.filter(({ last }) => last) }))
        .filter(({ flows }) => flows.length > 0)
        .map(({ flows, ...voices }) => ({
          ...voices,
          count: countPassedOn({ flows }),
          references: flows.flatMap(({ references }) => references).toSorted((a, b) => a.n - b.n),
          through: formatList(
            flows
              .filter(({ first }) => first.length > 0)
              .map((flow) => `${flow.count} through ${flow.first.map(({ name }) => name).join(', then ')}`),
          ),
        })),
    })),
  };
}

function speakersOf({ statements }: EntryNode): ArticleFlows['speakers'] {
  return [...Map.groupBy(statements, ({ speakers }) => keyOf(speakers)).values()]
    .map((group) => ({
      ...toVoices(group[0]!.speakers),
      count: group.length,
      flows: [...Map.groupBy(group, ({ via }) => via.map(keyOf).join(' > ')).values()].map(toFlow).toSorted(byRank),
    }))
    .toSorted((a, b) => ownShare(a) - ownShare(b) || b.count - a.count);
}

function toFlow(group: readonly StatementNode[]): Flow {
  const via = group[0]!.via.map(toVoices);
  const last = via.at(-1);
  return { count: group.length, references: group.map(reference), first: via.slice(0, -1), ...(last && { last }) };
}

/** Flows with more links come first, and own words last. */
const byRank = (a: Flow, b: Flow) => Number(!a.last) - Number(!b.last) || b.first.length - a.first.length || b.count - a.count;

/** Returns 0 if all statements of an article are passed on, 1 if some are, and 2 if none is. */
const ownShare = ({ flows }: { flows: Flow[] }) => (flows.every(({ last }) => last) ? 0 : flows.some(({ last }) => last) ? 1 : 2);

const keyOf = (voices: readonly SpeakerNode[]) => voices.map(({ actor }) => actor?.id ?? '').join(' ');

const formsOf = (speakers: SpeakerNode[]) => voiceOf({ speakers }).speakers;

function toVoices(voices: SpeakerNode[]): Voices {
  const [first] = voices;
  const isShort = voices.length > 1;
  return {
    name: formatList(voices.map(({ actor }) => (isShort && actor?.data.person?.family) || actor?.data.names.en || 'Unnamed sources')),
    forms: formsOf(voices),
    ...(!isShort && first?.actor && { address: actorPath(first.actor.id) }),
  };
}

/** The groups of speakers that the table counts, in the order of its columns. */
const GROUPS = ['japan', 'russia', 'third', 'unnamed', 'joint'] as const;

const sum = (speakers: ArticleFlows['speakers'], group: (typeof GROUPS)[number]) =>
  speakers.filter(({ forms }) => voiceGroup(forms) === group).reduce((all, speaker) => all + countPassedOn(speaker), 0);

const countPassedOn = ({ flows }: { flows: readonly Flow[] }) => flows.reduce((all, { count, last }) => all + (last ? count : 0), 0);

/** Returns the largest group of passed-on statements: “Taisuke Abiru makes 18 of the 33 statements in TASS 2026, all through TASS”. */
function findLargest(articles: readonly ArticleFlows[]): string {
  const [largest] = articles
    .flatMap(({ article, total, speakers }) =>
      speakers.map((speaker) => ({ article, total, passedOn: countPassedOn(speaker), ...speaker })),
    )
    .filter(({ passedOn }) => passedOn > 0)
    .toSorted((a, b) => Number(!a.address) - Number(!b.address) || b.passedOn / b.total - a.passedOn / a.total);
  if (!largest) return 'No article passes on somebody else’s words';
  const { name, count, total, passedOn, article, flows } = largest;
  const relays = [...new Set(flows.flatMap(({ last }) => last?.name ?? []))];
  const how = passedOn === count ? 'all' : `${passedOn} of them`;
  return `${name} makes ${count} of the ${total} statements in ${article.name}, ${how} through ${formatList(relays)}`;
}
