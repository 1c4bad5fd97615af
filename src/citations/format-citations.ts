import CSL, { type Engine } from 'citeproc';
import { capitalize } from '../text/english.ts';
import { formatLocators } from '../text/labels.ts';
import type { CitableItem, Subject } from './citable.ts';
import { type CslItem, inexpressibleDate } from './csl.ts';
import apa from './csl/apa.csl?raw';
import chicago from './csl/chicago-fullnote-bibliography.csl?raw';
import locale from './csl/locales-en-US.xml?raw';
import mla from './csl/modern-language-association.csl?raw';

/** A formatted text: plain, and as HTML with no tag but `<i>`. */
export interface FormattedCitation {
  text: string;
  html: string;
}

/** A citation in one style, in all the parts that a writer needs. */
export interface StyledCitation {
  /** Name and edition of the style: `Chicago (notes and bibliography)`. */
  label: string;
  /** What goes into the note, or into the text in brackets. A statement names its original too, with the paragraph. */
  note: FormattedCitation & { label: string };
  /** Entries of the list of works. A statement has two: its own page and the original. */
  works: { label: string; entries: FormattedCitation[] };
}

/**
 * Formats a citation with citeproc-js, the official style and the locale en-US.
 *
 * @throws {Error} if citeproc returns markup other than `<i>`
 */
export function formatCitations(citable: CitableItem, name: StyleName): StyledCitation {
  const style: Style = styles[name];
  const { subject, original } = citable;
  const processor = getProcessor(style);
  // The JSON of an item is its id: an item that has changed is another one.
  const item = citedFields(citable);
  const template = toTemplate(item, subject);
  const ids = [template, ...(original ? [citedFields(original.source)] : [])].map((each) => JSON.stringify(adaptItem(each, style)));
  const pinpoint = original && toPinpoint(original.locators, style);
  const paragraph = /^\d+$/.exec(pinpoint?.locator ?? '')?.[0];
  const cites = ids.map((id, index) => ({
    id,
    ...(index > 0 && { ...pinpoint, ...(paragraph && { locator: PARAGRAPH }) }),
  }));
  const values: [string, string][] = [
    ...(template === item ? [] : templateValues(item, processor)),
    ...(paragraph ? [[PARAGRAPH, paragraph] as [string, string]] : []),
  ];
  const fill = ({ text, html }: FormattedCitation) => ({
    text: values.reduce((filled, [placeholder, value]) => filled.replaceAll(placeholder, () => value), text),
    html: values.reduce((filled, [placeholder, value]) => filled.replaceAll(placeholder, () => escapeHtml(value)), html),
  });
  return {
    label: style.label,
    note: { label: style.note, ...fill(formatNote(cites, processor)) },
    works: { label: style.works, entries: ids.map((id) => fill(formatWork(id, processor))) },
  };
}

/** Replace what differs between the pages of a kind while citeproc formats: no real value contains them. */
const TITLE = 'placeholdertitle';
const NUMBER = '8446744073708';
const SLUG = '8446744073709';
const PARAGRAPH = '8446744073710';

const LAST_NUMBER = /\d+(?=\D*$)/;

/** citeproc with a style, and what it has formatted: a source is cited by each of its statements. */
interface Processor {
  engine: Engine;
  notes: Map<string, FormattedCitation>;
  works: Map<string, FormattedCitation>;
}

const processors = new Map<Style, Processor>();

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
    xml: printTitleFirst(chicago),
    note: 'Note',
    works: 'Bibliography',
    adapt: chicagoItem,
    // Chicago prints a page without a label and before the URL.
    pinpoint: (locator) => ({ locator, label: 'page' }),
  },
  mla: {
    label: 'MLA (9th edition)',
    xml: printTitleFirst(markInferredDates(mla)),
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
 * Returns the item of a page with placeholders. The pages of a kind differ only in title and URL, so citeproc formats them once, which
 * saves about a third of the CPU time of a build. Punctuation at the end of a title changes the citation, so the placeholder has it too.
 * An item with quotation marks in its title is returned as it is. Of the title of a statement, only the number is replaced: APA sorts it
 * with the article.
 */
function toTemplate(csl: CslItem, { kind }: Subject): CslItem {
  if (kind === 'entry' || kind === 'source' || kind === 'data' || /[“”‘"]/.test(csl.title)) return csl;
  const title = kind === 'statement' ? csl.title.replace(LAST_NUMBER, NUMBER) : TITLE + endOf(csl.title);
  return { ...csl, title, URL: csl.URL.replace(/[^/]+(?=\/$)/, SLUG) };
}

/** Returns the punctuation at the end of a title. */
const endOf = (title: string) => /[^\p{L}\p{N}]*$/u.exec(title)![0];

/** Returns what replaces each placeholder. A style that prints titles in title case has capitalised that of the title. */
function templateValues({ title, URL: url }: CslItem, { engine }: Processor): [string, string][] {
  const withoutEnd = (whole: string) => whole.slice(0, whole.length - endOf(title).length);
  return [
    [TITLE, withoutEnd(title)],
    [capitalize(TITLE), withoutEnd(CSL.Output.Formatters.title(engine, title))],
    [NUMBER, LAST_NUMBER.exec(title)?.[0] ?? ''],
    [SLUG, /[^/]+(?=\/$)/.exec(url)![0]],
  ];
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Returns an item without the fields that no style prints, and with a date in words if CSL cannot express it. citeproc orders and
 * separates Latin names by the language of the item. So items in a language other than English have an undetermined one (ISO 639-2):
 * their titles keep their capitals, and their names are formatted by their script.
 */
function citedFields({ csl, edtf }: CitableItem): CslItem {
  const { id: _, abstract: __, keyword: ___, note: ____, ...cited } = csl;
  const words = inexpressibleDate(edtf);
  return { ...cited, language: /^en\b/.test(csl.language) ? csl.language : 'und', ...(words && { issued: { literal: words } }) } as CslItem;
}

function getProcessor(style: Style): Processor {
  const processor = processors.get(style) ?? { engine: createEngine(style), notes: new Map(), works: new Map() };
  processors.set(style, processor);
  return processor;
}

function createEngine({ xml }: Style): Engine {
  // CSL lists "near" as a preposition, which titles print in lower case. In the titles of the articles it is an adjective.
  CSL.SKIP_WORDS = CSL.SKIP_WORDS.filter((word) => word !== 'near');
  // Works are formatted one by one: there is nothing to sort, and no other work from which they must be distinguished.
  const single = xml
    .replace(/ (?:disambiguate-[a-z-]+|subsequent-author-substitute)="[^"]*"/g, '')
    .replace(/(<bibliography[^>]*>\s*)<sort>[^]*?<\/sort>/, '$1');
  const retrieveItem = (id: string) => ({ ...(JSON.parse(id) as CslItem), id });
  return new CSL.Engine({ retrieveLocale: () => locale, retrieveItem }, single, 'en-US');
}

function formatNote(cites: Parameters<Engine['makeCitationCluster']>[0], { engine, notes }: Processor): FormattedCitation {
  const key = JSON.stringify(cites);
  // The MLA style puts no space between the label of a locator and its number, and puts the comma after a title outside the quotation marks.
  const format = () =>
    engine
      .makeCitationCluster(cites)
      .replace(/\b(paras?\.)(?=\d)/g, '$1 ')
      .replaceAll('”,', ',”');
  const note = notes.get(key) ?? parseHtml(format());
  notes.set(key, note);
  return note;
}

function formatWork(id: string, { engine, works }: Processor): FormattedCitation {
  let work = works.get(id);
  if (work) return work;
  engine.updateItems([id]);
  const bibliography = engine.makeBibliography();
  if (!bibliography) throw new Error('the citation style has no bibliography: add one that has');
  work = parseHtml(bibliography[1][0]!.replace(/^\s*<div class="csl-entry">|<\/div>\s*$/g, ''));
  works.set(id, work);
  return work;
}

/** Parses the HTML that citeproc returns. */
function parseHtml(output: string): FormattedCitation {
  const html = output.trim().replaceAll('&#38;', '&amp;').replaceAll('&#60;', '&lt;').replaceAll('&#62;', '&gt;');
  const bare = html.replace(/<\/?i>/g, '');
  const unexpected = bare.match(/<[^>]*>|&(?!amp;|lt;|gt;)/);
  if (unexpected) throw new Error(`the citation style prints markup that pages do not show: “${unexpected[0]}”`);
  return { html, text: bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') };
}

/**
 * Adapts an item to what the manuals expect if the official styles leave it to the writer. An edition with a number is called an
 * edition. A publisher is not repeated after an author or container of the same name (MLA Handbook, 9th ed., 5.54 and 5.59; APA
 * Publication Manual, 7th ed., 9.29). A work without a personal author begins with its title: neither an outlet nor the Record is the
 * author of what it contains (Chicago Manual, 17th ed., 14.79; MLA, 5.6; APA, 9.12).
 */
function adaptItem(item: CslItem, { adapt = (adapted) => adapted }: Style): CslItem {
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

/**
 * Prints the title of an unsigned page first, and the editor after the work that contains it. The official styles print an editor in place
 * of the author, but this one edits the Record and does not sign its pages.
 */
function printTitleFirst(xml: string): string {
  return xml
    .replace(/<(names variable|text macro)="editor"\/>\s*(?=<\1="translator"\/>)/g, '')
    .replace(
      /<if variable="author">(?=\s*<choose>\s*<if variable="container-author" match="any">)/,
      '<if variable="author editor" match="any">',
    );
}

/** Moves a description in brackets to a title without an author before it (APA, 9.12 and 9.21): the style leaves it after the date. */
function moveDescription(xml: string): string {
  return xml.replace(/(<text macro="title"\/>\s*<text macro="parenthetical"\/>)(?=\s*<\/group>)/g, '$1<text macro="bracketed"/>');
}

/** Adapts an item to Chicago, which prints neither the edition of a reference work nor the version of a data set. */
function chicagoItem(item: CslItem): CslItem {
  if (item.type === 'dataset') return { ...item, genre: `data set, version ${item.version}` };
  return (item.type === 'entry-encyclopedia' ? { ...item, type: 'chapter' } : item) as CslItem;
}

/** Adapts an item to MLA, which prints a version without calling it one (MLA Handbook, 9th ed., 5.48). */
function mlaItem(item: CslItem): CslItem {
  return { ...item, ...(item.version && { version: `Version ${item.version}` }) };
}

/** Adapts an item to APA, which has “ca.” before a year only (Publication Manual, 7th ed., 8.15), and calls data “Data set” (10.9). */
function apaItem({ issued, ...item }: CslItem): CslItem {
  const year = issued && 'circa' in issued ? { ...issued, 'date-parts': issued['date-parts'].map((parts) => parts.slice(0, 1)) } : issued;
  return { ...item, ...(year && { issued: year }), ...(item.type === 'dataset' && { genre: 'Data set' }) };
}

/** Returns the pinpoint of passages: paragraphs by the locator of CSL, anything else in words. */
function toPinpoint(locators: readonly string[], { pinpoint }: Style): Pinpoint {
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
