import type { Content } from '../src/record/content.ts';
import type { TermUse } from '../src/schema/items.ts';
import { foldText } from '../src/text/matching.ts';
import { splitWords } from './article-texts.ts';
import type { LedgerStatement } from './new/items.ts';

/** Number of characters that are printed on each side of a wording, and maximum number of words of a quotation that may be a wording. */
const CONTEXT = 50;
const MAX_WORDS = 5;

/**
 * Formats the known wordings of terms that an article contains, each as a use to complete, with the passages around it. The use of a
 * wording in quotation marks has its voice. Then come the short quotations of the article that no term has.
 *
 * @param article its passages, locator → text
 */
export function formatTermUses(
  { terms }: Content,
  entry: string,
  statements: readonly LedgerStatement[],
  article: ReadonlyMap<string, string>,
): string {
  const passages = new Map([...article].map(([locator, text]) => [locator, foldText(text)]));
  const known = terms.flatMap(({ data }) => data.uses.map(({ wording }) => fold(wording)));
  const parts = terms.flatMap(({ file, data }) => {
    const uses = findUses(data.uses, entry, statements, passages);
    return uses.length > 0 ? [[`# ${file}`, ...uses].join('\n')] : [];
  });
  const quotes = statements.flatMap(({ id, data }) => data.quotes.map(({ words }) => ({ words, number: id.slice(entry.length + 1) })));
  const others = quotes.filter(({ words }) => words.split(' ').length <= MAX_WORDS && !known.includes(fold(words)));
  return [
    ...parts,
    `# Other short quotations: ${others.map(({ words, number }) => `‘${words}’ ${number}`).join(' · ') || 'none'}`,
    '# Copy what fits into uses. voice is own, quoted or attributed. Lengthen a wording if the words around it belong to it.\n',
  ].join('\n\n');
}

function findUses(
  uses: readonly TermUse[],
  entry: string,
  statements: readonly LedgerStatement[],
  passages: ReadonlyMap<string, string>,
): string[] {
  // Uses that exist, and longer wordings, hide the shorter ones that they contain.
  const rest = new Map([...passages].map(([locator, text]) => [locator, text.toLowerCase()]));
  const hide = (locator: string, wording: string) =>
    rest.set(locator, rest.get(locator)?.replaceAll(wording, '\0'.repeat(wording.length)) ?? '');
  for (const use of uses.filter((each) => each.entry === entry)) for (const locator of use.at) hide(locator, fold(use.wording));
  const wordings = new Map(uses.map(({ wording }) => [fold(wording), wording]));
  return [...wordings]
    .toSorted(([a], [b]) => b.length - a.length)
    .flatMap(([folded, wording]) => {
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(folded)}(?![\\p{L}\\p{N}])`, 'gu');
      const found = [...passages].flatMap(([locator, text]) => {
        const hits = [...rest.get(locator)!.matchAll(pattern)].map(({ index }) => ({
          context: `${text.slice(Math.max(0, index - CONTEXT), index)}[${text.slice(index, index + folded.length)}]${text.slice(index + folded.length, index + folded.length + CONTEXT)}`,
          isQuoted: /["“][^"”]*$/.test(text.slice(0, index).replace(/["“][^"”]*["”]/g, '')),
        }));
        if (hits.length === 0) return [];
        hide(locator, folded);
        const rests = restsOf(statements, locator, folded, hits[0]!.context);
        const speakers = [...new Set(rests.flatMap(({ data }) => data.speakers.map((each) => JSON.stringify(each))))];
        const count = text.toLowerCase().split(folded).length - 1;
        return [{ locator, hits, rests, count, speakers, voice: hits.every(({ isQuoted }) => isQuoted) ? 'quoted' : '' }];
      });
      return [...Map.groupBy(found, ({ speakers, voice }) => voice + speakers.join()).values()].map((same) => {
        const { speakers, voice } = same[0]!;
        const count = same.reduce((sum, each) => sum + each.count, 0);
        const rests = [...new Set(same.flatMap((each) => each.rests.map(({ id }) => id)))];
        return [
          ...same.flatMap(({ locator, hits }) => hits.map(({ context }) => `#   ${locator} … ${context} …`)),
          `  - { wording: ${wording}, entry: ${entry}, at: [${same.map(({ locator }) => locator).join(', ')}], count: ${count}, voice: ${voice}, speakers: [${speakers.map((each) => each.replace(/^"(.*)"$/, '$1')).join(', ')}], rests: [${rests.join(', ')}] }`,
        ].join('\n');
      });
    });
}

/** Returns the statements of a passage that contain a wording, or else the one that shares most words with its context. */
function restsOf(statements: readonly LedgerStatement[], locator: string, wording: string, context: string): LedgerStatement[] {
  const drawn = statements.filter(({ data }) => data.at.includes(locator));
  const exact = drawn.filter(({ data }) =>
    [data.text, ...data.quotes.map(({ words }) => words)].some((each) => fold(each).includes(wording)),
  );
  const words = new Set(splitWords(context));
  const shared = ({ data }: LedgerStatement) => new Set(splitWords(data.text)).intersection(words).size;
  return exact.length > 0 ? exact : drawn.toSorted((a, b) => shared(b) - shared(a)).slice(0, 1);
}

function fold(text: string): string {
  return foldText(text).toLowerCase();
}
