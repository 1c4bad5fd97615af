import type { Answer, Elsewhere, Found } from './answer.ts';
import type { SearchState, Sort } from './address-state.ts';
import { countFacets, fits } from './narrowing.ts';
import type { Pagefind, PagefindHit } from './pagefind.ts';
import type { PreparedCatalogue } from './prepared.ts';
import { parseQuery, type Query } from './query.ts';
import { hitsOf } from './score.ts';
import type { SearchRecord } from './search-record.ts';
import { correct, type Vocabulary } from './vocabulary.ts';
import { setApart } from './words.ts';

/** The text of every page: what finds words that stand neither in a name nor in a statement. */
export interface FullText {
  pagefind: Pagefind;
  /** Place in the catalogue of what Pagefind calls by this id. */
  indexOf: (id: string) => number | undefined;
}

/** All that a search needs. Without the full text the answer is one of names and statements. */
export interface Library {
  prepared: PreparedCatalogue;
  /** The words of the site; absent while not all of them are known: then no word is taken for a misspelling. */
  vocabulary?: Vocabulary;
  fullText?: FullText;
}

/** Answers what is asked. */
export async function search(state: SearchState, { prepared, vocabulary, fullText }: Library): Promise<Answer> {
  const { records } = prepared.catalogue;
  const typed = parseQuery(state.text);
  const { query, unknown, changed } = vocabulary
    ? correct(typed, vocabulary, state.verbatim)
    : { query: typed.text, unknown: [], changed: false };
  const corrected = changed ? parseQuery(query) : typed;
  const known = corrected.words.filter(({ folded }) => !unknown.includes(folded));
  // What is for the greater part unknown is not answered by the rest: the reader is told, and may ask for the rest.
  const asked = withWords(corrected, known.length > unknown.length ? known : []);

  if (asked.words.length === 0) {
    const all =
      typed.words.length === 0 && hasChoice(state)
        ? records.flatMap((record, index) => (record.kind === 'page' ? [] : [{ index, record, score: 0 }]))
        : [];
    return answer(
      {
        text: corrected.text,
        ...(changed && { typed: typed.text }),
        unknown,
        known: known.map(({ folded }) => folded).join(' '),
        partial: false,
        missing: [],
        found: all,
        elsewhere: [],
      },
      state,
    );
  }
  const hits = hitsOf(asked, prepared);
  const full = hits.filter((hit) => hit.full);
  const named = new Set(full.map(({ index }) => index));
  const elsewhere = fullText ? (await pagesWith(asked, fullText)).filter(({ index }) => !named.has(index)) : [];
  const shown = full.length > 0 ? full : hits.filter(({ score }) => score >= hits[0]!.score * LEAST_PARTIAL).slice(0, MOST_PARTIAL);
  const partial = full.length === 0 && shown.length > 0;
  return answer(
    {
      text: asked.text,
      ...(changed && { typed: typed.text }),
      unknown,
      known: known.map(({ folded }) => folded).join(' '),
      partial,
      missing: partial ? shown[0]!.missing : [],
      found: shown.map(({ index, score }) => ({ index, record: records[index]!, score })),
      elsewhere: elsewhere.map((each) => ({ ...each, record: records[each.index]! })),
    },
    state,
  );
}

/** How many results are shown that have but some of the words, and how near they must come to the best of them. */
const MOST_PARTIAL = 30;
const LEAST_PARTIAL = 0.6;

/** A query by fewer words: those that the Record has. */
function withWords({ untitled, ...query }: Query, words: Query['words']): Query {
  const named = untitled?.filter((word) => words.includes(word)) ?? [];
  return { ...query, words, ...(named.length > 0 && { untitled: named }) };
}

const hasChoice = ({ filters }: SearchState) => Object.values(filters).some((values) => values.length > 0);

function answer(all: Omit<Answer, 'unfiltered' | 'counts' | 'filters'>, { filters, sort }: SearchState): Answer {
  const fitting = <Each extends Found>(list: readonly Each[]) =>
    sorted(
      list.filter(({ record }) => fits(record, filters)),
      sort,
    );
  const records: SearchRecord[] = [...all.found, ...all.elsewhere].map(({ record }) => record);
  return {
    ...all,
    found: fitting(all.found),
    elsewhere: fitting(all.elsewhere),
    unfiltered: records.length,
    counts: countFacets(records, filters),
    filters,
  };
}

/** By date where that is asked, undated last; equals keep their order. */
function sorted<Each extends Found>(list: Each[], sort: Sort): Each[] {
  if (sort === 'relevance') return list;
  const direction = sort === 'date' ? 1 : -1;
  return list.toSorted((a, b) => {
    const [left, right] = [a.record.date, b.record.date];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return left < right ? -direction : left > right ? direction : 0;
  });
}

/** Pages that have every word and every phrase, best first as Pagefind has it. */
async function pagesWith({ text, words, phrases }: Query, { pagefind, indexOf }: FullText): Promise<Omit<Elsewhere, 'record'>[]> {
  const loose = words.filter(({ folded }) => !phrases.some((phrase) => phrase.words.includes(folded)));
  // Pagefind has no words of one letter, unless they are asked for alone.
  const long = loose.filter(({ plain }) => plain.length > 1 || loose.length + phrases.length === 1);
  const find = async (text: string) => (await pagefind.search(text)).results;
  // `sha256` and `early-2017` are one word to Pagefind, and two to the Record.
  const findEither = async (plain: string, typed: string) =>
    typed && typed !== plain && /\p{L}\p{N}|\p{N}\p{L}|\w[-.]\w|[ァ-ヶ]/u.test(typed)
      ? [...(await find(plain)), ...(await find(typed))]
      : find(plain);
  const lists = await Promise.all([
    ...(long.length > 0
      ? [findEither(long.map(({ plain }) => plain).join(' '), phrases.length === 0 ? setApart(text).toLowerCase() : '')]
      : []),
    // Pagefind takes a word with a hyphen for one, and a dash for a word: so as typed, and in its parts.
    ...phrases.map(async (phrase) => [...(await find(`"${phrase.words.join(' ')}"`)), ...(await find(`"${setApart(phrase.typed)}"`))]),
  ]);
  const [first = [], ...others] = lists;
  const places = new Map<number, PagefindHit>();
  for (const hit of first) {
    const index = others.every((list) => list.some((other) => other.id === hit.id)) ? indexOf(hit.id) : undefined;
    if (index !== undefined && !places.has(index)) places.set(index, hit);
  }
  return [...places].map(([index, hit]) => ({ index, score: hit.score, excerpt: () => excerptOf(hit) }));
}

const excerptOf = async (hit: PagefindHit) => (await hit.data()).excerpt;
