import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { removeInvisible } from '../../src/text/matching.ts';
import {
  type Authors,
  type Block,
  collapseSpaces,
  type DateProposal,
  type Draft,
  isProse,
  looksLikeText,
  type Proposal,
  proposeByWording,
  type Role,
  splitBlocks,
  weight,
} from './blocks.ts';
import { findDate, hasBylineLabel, isTime, parseDateLine, splitNames } from './bylines.ts';
import { BYLINE, type PageMetadata, readMetadata } from './page-metadata.ts';
import { describeBlocks, detectLanguage, draftText } from './text-draft.ts';

/** Parts of a page that contain no text of an article. */
const FRAME =
  'nav, footer, aside, form, button, select, dialog, noscript, [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=dialog]';
/** Number of blocks below the title that may be a byline or a date line. */
const HEAD_BLOCKS = 10;
/** Weight below which a line above the text is hardly part of it: it may be the name of a section. */
const SHORT_LINE = 60;

/**
 * Drafts an article from a saved page. Readability finds the text of the article; the metadata give its description. Every text of
 * the page becomes a block. What Readability leaves out is furniture, with a doubt if it reads like a sentence.
 *
 * @param names of outlets that are known
 */
export function draftPage(html: string, names: ReadonlySet<string> = new Set()): Draft {
  // linkedom leaves the case of names of attributes as it is.
  const tidied = html.replace(/<(?:html|meta|link)\s[^>]*>/gi, (tag) => tag.replace(/\s[A-Z-]+(?==)/g, (name) => name.toLowerCase()));
  const source = /<html[\s>]/i.test(html) ? tidied : `<!doctype html><html><body>${tidied}</body></html>`;
  const { document } = parseHTML(source);
  const metadata = readMetadata(document, source);
  const page = readPageBlocks(document.querySelector('body') ?? document.documentElement);
  const titleAt = findTitle(page, metadata.titles);
  // A page without structure is a plain text.
  if (titleAt < 0 && page.every(({ element }) => !/^(?:p|h[1-6]|article|main)$/i.test(element.localName)))
    return describe(draftText(page.map(({ text }) => text).join('\n\n'), names).blocks, page, metadata);
  return describe(mergeFurniture(proposeRoles(page, findExtracted(source, page), titleAt, metadata)), page, metadata);
}

/** A block of a page with the nearest element that contains all of it. */
export interface PageBlock {
  text: string;
  element: Element;
}

/** Returns whether each block of a page is in the text that Readability extracts. */
function findExtracted(source: string, page: readonly PageBlock[]): boolean[] {
  const { document } = parseHTML(source);
  const content = new Readability<Element>(document, { charThreshold: 200, serializer: (node) => node as Element }).parse()?.content;
  if (!content) return page.map(({ element }) => !element.closest(FRAME));
  const texts = readPageBlocks(content).map(({ text }) => text);
  const whole = texts.join(' ');
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return page.map(({ text, element }) => {
    const isLong = weight(text) >= 40;
    if (!isLong && element.closest(FRAME)) return false;
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    // Readability may join blocks, such as the lines of an address.
    return count > 0 || (isLong && !element.closest(FRAME) && whole.includes(text));
  });
}

/** Returns the index of the longest heading that the titles of the metadata contain, or else of the first `h1`; -1 if there is none. */
function findTitle(page: readonly PageBlock[], titles: readonly string[]): number {
  const isHeading = ({ element }: PageBlock) => /^h[12]$/i.test(element.localName) || element.closest('h1') !== null;
  const named = page.filter((block) => isHeading(block) && titles.some((title) => title.includes(block.text)));
  const [longest] = named.toSorted((a, b) => b.text.length - a.text.length);
  return longest ? page.indexOf(longest) : page.findIndex(({ element }) => element.closest('h1') !== null);
}

function proposeRoles(page: readonly PageBlock[], extracted: readonly boolean[], titleAt: number, metadata: PageMetadata): Block[] {
  const texts = page.map(({ text }) => text);
  const isText = (text: string, index: number) => extracted[index] && index !== titleAt && (looksLikeText(text) || weight(text) > 110);
  const [first, last] = [texts.findIndex((text, index) => index > titleAt && isText(text, index)), texts.findLastIndex(isText)];
  const authors = metadata.authors.flatMap((name) => splitNames(name).names);
  const head = page.map(({ text, element }, index) =>
    index > titleAt && index <= titleAt + HEAD_BLOCKS
      ? proposeHeadRole(text, isInside(element, BYLINE, page[titleAt]?.element), authors)
      : undefined,
  );
  const headEnd = head.findLastIndex(Boolean);
  return page.map(({ text, element }, index): Block => {
    const isIn = (selector: string) => isInside(element, selector, page[titleAt]?.element);
    const block = (role: Role, doubt?: string | false): Block => ({ text, role, ...(doubt && { doubt }) });
    const prose = isProse(text) ? 'reads like text of the article' : undefined;
    if (index === titleAt) {
      const isNamed = metadata.titles.length === 0 || metadata.titles.some((title) => title.includes(text));
      return block('title', !isNamed && `the metadata give "${metadata.titles[0]}"`);
    }
    if (text === texts[titleAt] && !isIn(FRAME)) return block('title');
    if (head[index] && (extracted[index] || !isIn(FRAME))) return { text, ...head[index] };
    if (isIn('figcaption') && (extracted[index] || !isIn(FRAME))) return block('caption');
    if (text === metadata.outlet) return block('outlet');
    const wording = proposeByWording(text);
    const isBio = isIn('[class*=bio], [class*=author]') && index > first && looksLikeText(text);
    if (isBio) return block('note', 'its class name is that of a note on the author');
    if (prose && !isIn(FRAME) && !wording && index > titleAt && (index < headEnd || (index < first && !extracted[index])))
      return block('standfirst', 'between the title and the text');
    if (extracted[index]) {
      if (isIn('[class*=comments], [id*=comments]')) return block('furniture', 'in the comments of readers');
      if (parseDateLine(text) || isTime(text)) return block('date', 'a date or a time in the text');
      if (wording) return block(wording.role, wording.doubt ?? (isIn('li, tr') && 'an item of a list or table'));
      if (isIn('h1, h2, h3, h4, h5, h6')) return block('heading', (looksLikeText(text) || isProse(text)) && 'reads like text');
      if (isIn('[class*=caption]')) return block('caption', 'its class name is that of a caption');
      if (isLink(element, text) && !prose) return block('related', 'the whole block is a link');
      return index < first && weight(text) < SHORT_LINE ? block('furniture', 'a short line above the text') : block('body');
    }
    if (prose) return block('furniture', wording?.doubt ?? `outside the article, but ${prose}`);
    const isAside = isIn(FRAME) || wording !== undefined || index < titleAt;
    if (isAside || !(index < last || (isIn('li, tr') && !isLink(element, text)))) return block('furniture');
    return block('furniture', 'outside the article, but not in a menu');
  });
}

/** Returns the role of a block below the title that is a date line or a byline. */
function proposeHeadRole(text: string, isMarked: boolean, authors: readonly string[]): { role: Role; doubt?: string } | undefined {
  if (parseDateLine(text)) return { role: 'date' };
  if (weight(text) > 160) return undefined;
  if (weight(text) < SHORT_LINE && !looksLikeText(text) && findDate(text)?.edtf)
    return { role: 'date', doubt: 'the line contains other words than a date' };
  if (!hasBylineLabel(text) && !isMarked) {
    const isNamed = authors.some((author) => text.includes(author)) && !looksLikeText(text);
    return isNamed ? { role: 'byline', doubt: 'contains the name of an author' } : undefined;
  }
  const { names, doubt } = splitNames(text);
  if (names.length === 0 || (doubt && looksLikeText(text))) return undefined;
  return { role: 'byline', ...(doubt && { doubt }) };
}

/** Returns whether an element is in one that matches a selector and does not contain the title, as a form around the page does. */
function isInside(element: Element, selector: string, title: Element | undefined): boolean {
  const found = element.closest(selector);
  return found !== null && !/^(?:html|body)$/i.test(found.localName) && !(title && found !== title && found.contains(title));
}

const isLink = (element: Element, text: string) =>
  [...element.querySelectorAll('a')].reduce((sum, link) => sum + link.textContent.trim().length, 0) >= text.length ||
  element.closest('a') !== null;

/** Joins adjacent blocks that are surely furniture, such as the items of a menu. */
function mergeFurniture(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    const isFurniture = [block, last].every((each) => each?.role === 'furniture' && !each.doubt);
    if (last && isFurniture && weight(block.text) < 25 && last.text.length < 200) last.text += ` · ${block.text}`;
    else merged.push({ ...block });
  }
  return merged;
}

/** Adds what the metadata give to what the blocks show. */
function describe(blocks: Block[], page: readonly PageBlock[], metadata: PageMetadata): Draft {
  const { title, authors, outlet, date } = describeBlocks(blocks);
  const [metaTitle] = metadata.titles;
  const text = page.map((block) => block.text).join('\n');
  const detected = detectLanguage(
    blocks
      .filter(({ role }) => role === 'body')
      .map((block) => block.text)
      .join('\n') || text,
  );
  const { language = detected } = metadata;
  return {
    blocks,
    ...((title ?? metaTitle) && {
      title: title ?? { value: metaTitle!, doubt: 'only in the metadata, which may add the name of the site' },
    }),
    authors: chooseAuthors(authors, metadata),
    ...((metadata.outlet ?? outlet) && { outlet: metadata.outlet ? { value: metadata.outlet } : outlet! }),
    ...chooseDate(date, metadata),
    language: languageOf(language, detected),
    ...(metadata.url && { url: metadata.url }),
  };
}

function languageOf(language: string, detected: string): Proposal {
  const isOtherScript = (language === 'ja' || language === 'ru' || detected !== 'en') && language !== detected;
  const isDoubtful = isOtherScript && !(detected === 'ru' && /^(?:uk|be|bg|sr|kk)$/.test(language));
  return { value: language, ...(isDoubtful && { doubt: `the letters look like "${detected}"` }) };
}

function chooseAuthors(printed: Authors, { authors, byline, outlet }: PageMetadata): Authors {
  const names = authors.filter((name) => name !== outlet);
  if (names.length === 0 && printed.names.length === 0 && byline)
    return { ...splitNames(byline), doubt: `"${byline}" is marked as the author in the page, not printed as a byline` };
  if (names.length === 0) return printed;
  const split = names.length > 1 ? { names } : splitNames(names[0]!);
  const differs = printed.names.length > 0 && !printed.doubt && printed.names.join() !== split.names.join();
  return { ...split, ...(differs && { doubt: `the byline names ${printed.names.join(', ')}` }) };
}

/** Prefers the printed date to that of the metadata, which may be a day off in another time zone. */
function chooseDate(printed: DateProposal | undefined, { published, updated }: PageMetadata): { date?: DateProposal } {
  if (printed?.edtf && !printed.doubt)
    return { date: { ...printed, ...(published && published.edtf !== printed.edtf && { doubt: `the metadata give ${published.edtf}` }) } };
  if (published) return { date: published };
  const date =
    printed ?? (updated ? { edtf: updated, wording: updated, doubt: 'the metadata do not call it the date of publication' } : undefined);
  return date ? { date } : {};
}

/** Elements whose text is never printed, and pronunciations above Japanese words. */
const SKIPPED = /^(?:script|style|template|svg|iframe|object|head|rt|rp|option|textarea|audio|video|canvas)$/i;
const BLOCK =
  /^(?:address|article|aside|blockquote|body|button|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|nav|noscript|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul|amp-[a-z-]+)$/i;

/** Returns all texts of a page in their order, split at block elements and at line breaks that separate paragraphs. */
function readPageBlocks(root: Element): PageBlock[] {
  const blocks: PageBlock[] = [];
  let buffer = '';
  const flush = (element: Element) => {
    const texts = /\n/.test(buffer.trim())
      ? splitBlocks(buffer.replace(/^\n+|\n+$/g, '')).map(({ text }) => text)
      : [collapseSpaces(buffer)];
    blocks.push(...texts.filter(Boolean).map((text) => ({ text, element })));
    buffer = '';
  };
  const walk = (element: Element, preserved: boolean): void => {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) {
        const text = removeInvisible(node.textContent ?? '');
        buffer += preserved ? text : text.replace(/[^\S\u3000]+/g, ' ');
      } else if (node.nodeType === 1) {
        const child = node as Element;
        const name = child.localName.toLowerCase();
        if (SKIPPED.test(name) && !child.hasAttribute('shadowrootmode')) continue;
        if (name === 'br') buffer += '\n';
        else if (name === 'td' || name === 'th') {
          if (buffer.trim()) buffer += '\t';
          walk(child, preserved);
        } else if (BLOCK.test(name)) {
          flush(element);
          walk(child, preserved || name === 'pre');
          flush(child);
        } else walk(child, preserved);
      }
    }
  };
  walk(root, false);
  flush(root);
  return blocks;
}
