import CSL, { type Engine } from 'citeproc';
import { capitalize } from '../text/english.ts';
import type { CitableItem, Subject } from './citable.ts';
import { inexpressibleDate } from './csl-date.ts';
import type { CslItem } from './csl.ts';
import locale from './csl/locales-en-US.xml?raw';
import { adaptItem, styles, toPinpoint, type Style, type StyleName } from './styles.ts';

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
 * @throws {Error} if the style is not one of `styles`, or if citeproc returns markup other than `<i>`
 */
export function formatCitations(citable: CitableItem, name: StyleName): StyledCitation {
  if (!Object.hasOwn(styles, name)) throw new Error(`unknown citation style “${name}”: expected one of ${Object.keys(styles).join(', ')}`);
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

/**
 * Returns the item of a page with placeholders. The pages of a kind differ only in title and URL, so citeproc formats them once, which
 * saves about a fourth of the CPU time of a build. Punctuation at the end of a title, or quotation marks in it, change the citation: such
 * an item is returned as it is. Of the title of a statement, only the number is replaced: APA sorts it with the article.
 */
function toTemplate(csl: CslItem, { kind }: Subject): CslItem {
  if (kind === 'entry' || kind === 'source' || kind === 'data' || /[“”‘"]|[^\p{L}\p{N}]$/u.test(csl.title)) return csl;
  const title = kind === 'statement' ? csl.title.replace(/\d+$/, NUMBER) : TITLE;
  return { ...csl, title, URL: csl.URL.replace(/[^/]+(?=\/$)/, SLUG) };
}

/** Returns what replaces each placeholder. A style that prints titles in title case has capitalised that of the title. */
const templateValues = ({ title, URL: url }: CslItem, { engine }: Processor): [string, string][] => [
  [TITLE, title],
  [capitalize(TITLE), CSL.Output.Formatters.title(engine, title)],
  [NUMBER, /\d*$/.exec(title)![0]],
  [SLUG, /[^/]+(?=\/$)/.exec(url)![0]],
];

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

/** citeproc with a style, and what it has formatted: a source is cited by each of its statements. */
interface Processor {
  engine: Engine;
  notes: Map<string, FormattedCitation>;
  works: Map<string, FormattedCitation>;
}

const processors = new Map<Style, Processor>();

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
