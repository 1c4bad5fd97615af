import type { Engine } from 'citeproc';
import { formatLocators } from '../text/labels.ts';
import type { CitableItem } from './citable.ts';
import type { CslItem } from './csl.ts';
import type { CslStyleName } from './csl-styles.ts';
import { getCiteproc } from './engine.ts';

/** The styles in which citations are shown, by their names on the site. */
export const styleNames = ['chicago', 'mla', 'apa'] as const;
export type StyleName = (typeof styleNames)[number];

/** A formatted text: plain, and as HTML that holds no tag but `<i>`. */
export interface FormattedCitation {
  text: string;
  html: string;
}

/** A citation in one style, in all the parts that a writer needs. */
export interface StyledCitation {
  style: StyleName;
  /** Name and edition of the style: 'Chicago (notes and bibliography), 17th edition'. */
  label: string;
  /** What stands in the note, or in brackets in the text: for a statement, the statement and its original with the paragraph. */
  note: FormattedCitation & { label: string };
  /** What stands in the list of works: for a statement, the statement and the original. */
  works: { label: string; entries: FormattedCitation[] };
}

/**
 * A thing's citation in a style, made by citeproc-js with the official style and the locale en-US.
 *
 * @throws {Error} where the style is not in `styleNames`, or where the processor gives markup other than `<i>`
 */
export function formatCitations({ csl, original }: CitableItem, style: StyleName): StyledCitation {
  const { label, note, works } = styleOf(style);
  const items = [csl, ...(original ? [original.source.csl] : [])].map(citedFields);
  const made = formatCached(items, original?.locators ?? [], style);
  return {
    style,
    label,
    note: { label: note, ...made.note },
    works: { label: works, entries: made.works },
  };
}

interface Parts {
  note: FormattedCitation;
  works: FormattedCitation[];
}

/** Citations by style and items: pages and exports ask for the same ones. */
const cache = new Map<string, Parts>();

function formatCached(items: readonly CslItem[], locators: readonly string[], style: StyleName): Parts {
  const key = JSON.stringify([style, items, locators]);
  const cached = cache.get(key) ?? format(items, locators, style);
  cache.set(key, cached);
  return cached;
}

function format(items: readonly CslItem[], locators: readonly string[], style: StyleName): Parts {
  const cited = items.map((item) => manner(item, style));
  const engine = getCiteproc(styleOf(style).official, cited);
  const [own, source] = cited;
  const cluster = [{ id: own!.id }, ...(source ? [{ id: source.id, ...pinpoint(locators, style) }] : [])];
  return { note: formatted(spaced(engine.makeCitationCluster(cluster))), works: worksOf(engine, cited) };
}

/** Returns an item without the fields that no style prints. */
const citedFields = ({ abstract: _, keyword: __, note: ___, ...cited }: CslItem): CslItem => ({ ...cited, abstract: '' });

interface Style {
  label: string;
  /** Name of the official style in the CSL repository. */
  official: CslStyleName;
  note: string;
  works: string;
}

const STYLES: Record<StyleName, Style> = {
  chicago: {
    label: 'Chicago (notes and bibliography)',
    official: 'chicago-fullnote-bibliography',
    note: 'Note',
    works: 'Bibliography',
  },
  mla: { label: 'MLA (9th edition)', official: 'modern-language-association', note: 'In the text', works: 'Works cited' },
  apa: { label: 'APA (7th edition)', official: 'apa', note: 'In the text', works: 'References' },
};

function styleOf(style: StyleName): Style {
  if (!Object.hasOwn(STYLES, style)) throw new Error(`unknown citation style ${style}: the site has ${styleNames.join(', ')}`);
  return STYLES[style];
}

/**
 * The item as the manuals want it where the official styles leave it to the writer: an edition by number is called one; a publisher
 * is not said again after an author or container of the same name (MLA Handbook, 9th ed., 5.54 and 5.59; APA Publication Manual,
 * 7th ed., 9.29). Chicago's style shows no edition of a reference work and no version of a data set, which every citation of the Record names.
 */
function manner(item: CslItem, style: StyleName): CslItem {
  const { publisher, edition, version, ...rest } = item;
  const said = [item['container-title'], ...(item.author ?? []).map(({ literal }) => literal)];
  const named: CslItem = {
    ...rest,
    ...(publisher && !said.includes(publisher) && { publisher }),
    ...(edition && { edition: `${edition} ed.` }),
    ...(version && { version }),
  };
  if (style !== 'chicago') return named;
  if (item.type === 'dataset') return { ...named, genre: `data set, version ${version}` } as CslItem;
  return (item.type === 'entry-encyclopedia' ? { ...named, type: 'chapter' } : named) as CslItem;
}

/** Where in the original: paragraphs by CSL's own locator, anything else in words. */
function pinpoint(locators: readonly string[], style: StyleName): { locator?: string; label?: string; suffix?: string } {
  if (locators.every((locator) => /^p[1-9]/.test(locator)))
    return { locator: numbers(locators.map((locator) => Number(locator.slice(1)))), label: 'paragraph' };
  const words = formatLocators(locators);
  // Chicago gives a page without a label and before the address; the others would call it one.
  return style === 'chicago' ? { locator: words, label: 'page' } : { suffix: `, ${words}` };
}

/** 4, 5, 6, 9 → `4–6, 9` */
function numbers(sorted: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const n of sorted) {
    const last = runs.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** The works in the order in which they are cited, whatever order the style sorts them in. */
function worksOf(engine: Engine, cited: readonly CslItem[]): FormattedCitation[] {
  const made = engine.makeBibliography();
  if (!made) throw new Error(`the style has no list of works for ${cited[0]!.id}`);
  const [{ entry_ids: ids }, entries] = made;
  return cited.map(({ id }) =>
    formatted(entries[ids.findIndex(([first]) => first === id)]!.replace(/^\s*<div class="csl-entry">|<\/div>\s*$/g, '')),
  );
}

/** The MLA style joins a locator's label to its number without a space, and words after a title stand behind its closing mark. */
const spaced = (text: string) => text.replace(/\b(paras?\.)(?=\d)/g, '$1 ').replaceAll('”,', ',”');

/** What citeproc-js gives as HTML, checked, with its text. */
function formatted(given: string): FormattedCitation {
  const html = given.trim().replaceAll('&#38;', '&amp;').replaceAll('&#60;', '&lt;').replaceAll('&#62;', '&gt;');
  const bare = html.replace(/<\/?i>/g, '');
  const foreign = bare.match(/<[^>]*>|&(?!amp;|lt;|gt;)/);
  if (foreign) throw new Error(`the style gives markup that the site does not show: ${foreign[0]}`);
  return { html, text: bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') };
}
