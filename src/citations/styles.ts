import { formatLocators } from '../text/labels.ts';
import type { CslItem } from './csl.ts';
import apa from './csl/apa.csl?raw';
import chicago from './csl/chicago-fullnote-bibliography.csl?raw';
import mla from './csl/modern-language-association.csl?raw';

/** Where a passage is in a work, as citeproc takes it (CSL 1.0.2, locators). */
export interface Pinpoint {
  locator?: string;
  label?: 'paragraph' | 'page';
  suffix?: string;
}

/** A citation style. */
export interface Style {
  /** Name and edition of the style, as pages show them. */
  label: string;
  /** The official style of the CSL project, as XML. */
  xml: string;
  /** Label of what goes into a note, or into the text in brackets. */
  note: string;
  /** Label of the list of works. */
  works: string;
  /** Adapts an item if the style does not print what every citation of the Record names. */
  adapt?: (item: CslItem) => CslItem;
  /** Returns the pinpoint of a passage that is not a paragraph, such as a caption. */
  pinpoint: (locators: string) => Pinpoint;
}

/** Appends a locator in words, since MLA and APA would label it as a page. */
const suffix = (locators: string): Pinpoint => ({ suffix: `, ${locators}` });

/**
 * The styles in which citations are shown, in order. To add a style, add its file to `csl/`, a row here and its citations to
 * tests/cases/citations.yaml.
 */
export const styles = {
  chicago: {
    label: 'Chicago (notes and bibliography)',
    xml: chicago,
    note: 'Note',
    works: 'Bibliography',
    adapt: chicagoItem,
    // Chicago prints a page without a label and before the URL.
    pinpoint: (locator) => ({ locator, label: 'page' }),
  },
  mla: {
    label: 'MLA (9th edition)',
    xml: markInferredDates(mla),
    note: 'In the text',
    works: 'Works cited',
    adapt: mlaItem,
    pinpoint: suffix,
  },
  apa: {
    label: 'APA (7th edition)',
    xml: moveDescription(apa),
    note: 'In the text',
    works: 'References',
    adapt: apaItem,
    pinpoint: suffix,
  },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof styles;

export const styleNames = Object.keys(styles) as StyleName[];

/**
 * Adapts an item to what the manuals expect if the official styles leave it to the writer. An edition with a number is called an
 * edition. A publisher is not repeated after an author or container of the same name (MLA Handbook, 9th ed., 5.54 and 5.59; APA
 * Publication Manual, 7th ed., 9.29). A work without a personal author begins with its title: neither an outlet nor the Record is the
 * author of what it contains (Chicago Manual, 17th ed., 14.79; MLA, 5.6; APA, 9.12).
 */
export function adaptItem(item: CslItem, { adapt = (adapted) => adapted }: Style): CslItem {
  const { publisher, edition, author = [], ...rest } = item;
  const names = [item['container-title'], ...author.map(({ literal }) => literal)];
  const isUnsigned = author.length === 1 && author[0]!.literal !== undefined && author[0]!.literal === publisher;
  return adapt({
    ...rest,
    ...(!isUnsigned && { author }),
    ...(publisher && !names.includes(publisher) && { publisher }),
    ...(edition && { edition: `${edition} ed.` }),
  });
}

/** Adds brackets and a question mark to the dates of a style that are uncertain as Chicago has them: a date that the work does not print. */
function markInferredDates(xml: string): string {
  const mark = (date: string) =>
    `<choose><if is-uncertain-date="issued">${date.replace('/>', ' prefix="[" suffix="?]"/>')}</if><else>${date}</else></choose>`;
  return xml.replace(/<date variable="issued"[^>]*\/>/g, mark);
}

/** Moves a description in brackets to a title without an author before it (APA, 9.12 and 9.21): the style leaves it after the date. */
function moveDescription(xml: string): string {
  return xml.replace(/(<text macro="title"\/>\s*<text macro="parenthetical"\/>)(?=\s*<\/group>)/g, '$1<text macro="bracketed"/>');
}

/** Chicago prints neither the edition of a reference work nor the version of a data set. */
function chicagoItem(item: CslItem): CslItem {
  if (item.type === 'dataset') return { ...item, genre: `data set, version ${item.version}` };
  return (item.type === 'entry-encyclopedia' ? { ...item, type: 'chapter' } : item) as CslItem;
}

/** MLA prints a version without calling it one (MLA Handbook, 9th ed., 5.48). */
function mlaItem(item: CslItem): CslItem {
  return { ...item, ...(item.version && { version: `Version ${item.version}` }) };
}

/** APA has “ca.” before a year only (Publication Manual, 7th ed., 8.15), and calls data “Data set” (10.9). */
function apaItem({ issued, ...item }: CslItem): CslItem {
  const year = issued && 'circa' in issued ? { ...issued, 'date-parts': issued['date-parts'].map((parts) => parts.slice(0, 1)) } : issued;
  return { ...item, ...(year && { issued: year }), ...(item.type === 'dataset' && { genre: 'Data set' }) };
}

/** Returns the pinpoint of passages: paragraphs by the locator of CSL, anything else in words. */
export function toPinpoint(locators: readonly string[], { pinpoint }: Style): Pinpoint {
  if (locators.every((locator) => /^p[1-9]/.test(locator)))
    return { locator: formatRanges(locators.map((locator) => Number(locator.slice(1)))), label: 'paragraph' };
  return pinpoint(formatLocators(locators));
}

/** Formats sorted numbers with ranges: 4, 5, 6, 9 → `4–6, 9`. */
function formatRanges(sorted: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const n of sorted) {
    const last = ranges.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else ranges.push([n, n]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
