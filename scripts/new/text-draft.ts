import { choosePublished, findDate, hasBylineLabel, isName, isNameLine, parseDateLine, splitNames } from './bylines.ts';
import {
  type Block,
  cleanText,
  type DateProposal,
  type Draft,
  looksLikeText,
  type Proposal,
  proposeByWording,
  RELATED_HEADING,
  type Role,
  SEPARATOR,
  splitBlocks,
  weight,
} from './blocks.ts';

/** Maximum weight of a line that may be a heading. Longer blocks are body. */
const MAX_HEADING = 110;

type RoleProposal = { role: Role; doubt?: string };

/**
 * Drafts an article from plain text. Blocks are body unless their form says otherwise. What ends as a sentence, begins with a bullet
 * or contains a tab gets another role only with a doubt.
 *
 * @param names of outlets that are known
 */
export function draftText(source: string, names: ReadonlySet<string> = new Set()): Draft {
  const text = cleanText(source);
  const split = splitBlocks(text);
  const texts = split.map((block) => block.text);
  const proposed = proposeRoles(texts, names);
  const blocks = texts.map((each, index): Block => {
    const doubt = [proposed[index]!.doubt, split[index]!.doubt].filter(Boolean).join(' · ');
    return { text: each, role: proposed[index]!.role, ...(doubt && { doubt }) };
  });
  return { blocks, ...describeBlocks(blocks), language: { value: detectLanguage(text) } };
}

/** Returns what the blocks of an article show: its title, outlet, authors and date. */
export function describeBlocks(blocks: readonly Block[]): Pick<Draft, 'title' | 'outlet' | 'authors' | 'date'> {
  const find = (role: Role): Proposal | undefined => {
    const block = blocks.find((each) => each.role === role && !each.doubt) ?? blocks.find((each) => each.role === role);
    return block && { value: block.text, ...(block.doubt && { doubt: block.doubt }) };
  };
  const byline = find('byline');
  const { names, doubt } = splitNames(byline?.value ?? '');
  const doubts = [byline?.doubt, doubt].filter((each, index, all) => each && all.indexOf(each) === index).join(' · ');
  const [title, outlet, date] = [find('title'), find('outlet'), findPublished(blocks)];
  return {
    ...(title && { title }),
    ...(outlet && { outlet }),
    ...(date && { date }),
    authors: { names, ...(doubts && { doubt: doubts }) },
  };
}

/** Detects the language by the script of the letters. */
export function detectLanguage(text: string): 'en' | 'ja' | 'ru' {
  const sample = text.slice(0, 20_000);
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 2 > latin) return 'ja';
  return count(/\p{Script=Cyrillic}/gu) > latin ? 'ru' : 'en';
}

function findPublished(blocks: readonly Block[]): DateProposal | undefined {
  const dates = blocks.flatMap(({ text, role, doubt }) => {
    if (role !== 'date' && role !== 'byline') return [];
    const parsed = parseDateLine(text) ?? text.split(/\s*[|•·\t]\s*/).flatMap((part) => parseDateLine(part) ?? []);
    if (parsed.length > 0) return parsed.map((date) => ({ ...date, ...(doubt && role === 'date' && { doubt }) }));
    const date = findDate(text);
    return date ? [{ ...date, kind: 'plain' as const, doubt: doubt ?? 'the line contains other words than a date' }] : [];
  });
  const first = blocks.find(({ role }) => role === 'body')?.text ?? '';
  return choosePublished(dates, first.slice(0, 160));
}

function proposeRoles(texts: readonly string[], names: ReadonlySet<string>): RoleProposal[] {
  const byWording = texts.map((text) => (parseDateLine(text) ? { role: 'date' as const } : proposeByWording(text)));
  const isText = (text: string, index: number) => !byWording[index] && (looksLikeText(text) || weight(text) > MAX_HEADING);
  const lastText = texts.findLastIndex(isText);
  const title = findTitle(texts, byWording, names);
  const firstText = texts.findIndex((text, index) => index !== title.index && isText(text, index));
  const head = firstText < 0 ? texts.length : firstText;
  const related = findRelated(texts, isText);
  return texts.map((text, index): RoleProposal => {
    if (index === title.index) return { role: 'title', ...(title.doubt && { doubt: title.doubt }) };
    const isAbove = index < head;
    const wording = byWording[index];
    if (wording?.role === 'date' && !isAbove) return { role: 'date', doubt: 'a date below the beginning of the text' };
    if (wording) return wording;
    if (isAbove && isOutlet(text, index, texts, names)) return { role: 'outlet' };
    if (related.has(index)) return related.get(index)!;
    if (isAbove || (index > lastText && hasBylineLabel(text))) {
      const byline = proposeByline(text, index);
      if (byline) return byline;
    }
    if (SEPARATOR.test(texts[index + 1] ?? '') && index > title.index && index <= title.index + 4 && title.index >= 0)
      return { role: 'standfirst', doubt: 'between the title and a separating line' };
    if (isText(text, index)) return { role: 'body' };
    if (isAbove && findDate(text)?.edtf) return { role: 'date', doubt: 'the line contains other words than a date' };
    if (isAbove && weight(text) < 60) return { role: 'outlet', doubt: 'a short line above the text: the outlet, an author or furniture' };
    if (isAbove) return { role: 'standfirst', doubt: isolatedLine('above') };
    return index > lastText ? { role: 'furniture', doubt: isolatedLine('below') } : { role: 'heading', doubt: isolatedLine('in') };
  });
}

const isolatedLine = (where: string) => `a short line ${where} the text that does not end as a sentence`;

/** Returns the index of the title: the first line that is neither a name of the outlet nor, by its words, something else. */
function findTitle(texts: readonly string[], byWording: readonly (RoleProposal | undefined)[], names: ReadonlySet<string>) {
  const isCandidate = (index: number) => !byWording[index] && !isOutlet(texts[index]!, index, texts, names);
  const end = texts.findIndex((text, index) => isCandidate(index) && (looksLikeText(text) || weight(text) > 240));
  const head = end < 0 ? texts.length : end;
  const lines = [...texts.keys()].filter(
    (index) => index < head && isCandidate(index) && !(hasBylineLabel(texts[index]!) && isNamed(texts[index]!)),
  );
  const [first] = lines;
  if (first === undefined) {
    // A title may be a question, or have a full stop.
    const isTitle =
      end >= 0 &&
      weight(texts[end]!) <= 160 &&
      !/[:：]$/.test(texts[end]!) &&
      texts.some((text, index) => index > end && looksLikeText(text));
    return isTitle ? { index: end, doubt: 'ends as a sentence, so it may be text' } : { index: -1 };
  }
  // A short line may be the name of the outlet, or a part of the menu.
  const long = lines.filter((index) => weight(texts[index]!) >= 20);
  const [chosen = first, other = lines[1]!] = long.filter((index) => !isNameLine(texts[index]!)).concat(long);
  if (/\p{Ll}{3,}[.!?…][”"»’)\]]*\s+\P{Ll}|[。！？]/u.test(texts[chosen]!))
    return { index: chosen, doubt: 'contains a sentence, so it may be text' };
  const isSure = long.length === 1 || lines.length === 1 || lines.every((index) => weight(texts[index]!) <= weight(texts[first]!));
  if (isSure) return { index: long.length === 1 ? chosen : first };
  return { index: chosen, doubt: `block ${(chosen === first ? other : first) + 1} may be the title` };
}

/** Returns whether a line is the name of an outlet: a known name, or the holder of the copyright. */
function isOutlet(text: string, index: number, texts: readonly string[], names: ReadonlySet<string>): boolean {
  if (text.length >= 60 || looksLikeText(text)) return false;
  const holders = texts.filter((other, at) => at !== index && /^(?:©|\(c\)|copyright)/i.test(other) && other.includes(text));
  return names.has(text.toLowerCase()) || (isCapitalised(text) && holders.length > 0);
}

const isCapitalised = (text: string) => /^(?:\p{Lu}|\p{Lo})/u.test(text);

/** Returns whether a byline begins with a name. */
const isNamed = (text: string) => text.length < 160 && splitNames(text).names.some(isName);

function proposeByline(text: string, index: number): RoleProposal | undefined {
  const hasSuffix = /\b[js]r\.?$/i.test(text);
  if (!isNamed(text) || (looksLikeText(text) && !hasSuffix && !/\p{Lu}\.$/u.test(text))) return undefined;
  if (!hasBylineLabel(text))
    return hasSuffix || /(?:,|、|\sand\s|\sи\s)/i.test(text) ? { role: 'byline', doubt: 'a line of names without a label' } : undefined;
  const doubt = splitNames(text).doubt ?? (index === 0 ? 'above the title' : undefined);
  return { role: 'byline', ...(doubt && { doubt }) };
}

/** Returns roles for the lines after a heading of related articles, up to the next text. Only those below all text are sure. */
function findRelated(texts: readonly string[], isText: (text: string, index: number) => boolean): Map<number, RoleProposal> {
  const result = new Map<number, RoleProposal>();
  const lastText = texts.findLastIndex(isText);
  for (const heading of texts.keys()) {
    if (!RELATED_HEADING.test(texts[heading]!)) continue;
    const next = texts.findIndex((text, index) => index > heading && isText(text, index));
    for (let index = heading + 1; index < (next < 0 ? texts.length : next); index++)
      result.set(index, { role: 'related', ...(heading < lastText && { doubt: 'a line below a heading of related articles' }) });
  }
  return result;
}
