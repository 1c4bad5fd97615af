import { formatDate } from '../dates/format.ts';
import { eventPath, placePath, questionPath, themePath } from '../paths/paths.ts';
import type { EntryNode, SpeakerNode, StatementNode } from '../record/model.ts';
import type { DateField } from '../schema/field-types.ts';
import { capitalize } from '../text/english.ts';
import { formatLocator, formatLocators } from '../text/labels.ts';
import { relationFrom } from './relations.ts';
import { byWeight, statementListItem, toSpeaker, type Speaker, actorLink } from './list-items.ts';
import { countVoices, voiceCells } from './voice.ts';

/** A step of the chain from the speaker to the article. */
export interface ChainStep {
  label: string;
  voices: (Speaker & { about: string })[];
  /** When it was said, in words. */
  date?: string;
}

/** Returns the data for the page of a statement. */
export function statementPage(statement: StatementNode) {
  const { data, entry } = statement;
  const { published, title } = entry.data.source;
  return {
    title: `${entry.data.label}, statement ${data.n}`,
    article: title,
    sentence: splitQuotations(statement),
    passages: data.at.map((locator) => ({ name: formatLocator(locator), url: passageUrl(entry, locator) })),
    line: statementListItem(statement),
    strip: strip(entry),
    // A long sentence is set smaller, so that its relations stay on the first screen.
    isLong: data.text.length > LONG,
    chain: chainOf(statement),
    printedIn: printedIn(statement),
    quotes: data.quotes.map(({ words, at, kind }) => ({ words, kind, locator: formatLocator(at) })),
    published: formatDate(published.edtf, published.basis),
    // The chain has the day on which it was said. Here is how it is known.
    dates: [
      { label: 'When', date: data.date },
      { label: 'When it was said', date: (data.said?.ground ?? data.said?.wording) ? data.said : undefined },
      { label: 'By when', date: data.horizon },
    ].flatMap(({ label, date }) => (hasDate(date) ? [{ label, date }] : [])),
    ...(data.note && { note: data.note }),
    // What it is about; empty groups are left out.
    links: [
      { label: 'Events', links: statement.events.map((event) => ({ name: event.data.title, address: eventPath(event.id) })) },
      { label: 'Mentions', links: statement.actors.map(actorLink) },
      { label: 'Places', links: statement.places.map((place) => ({ name: place.data.names.en, address: placePath(place.id) })) },
      { label: 'Themes', links: statement.themes.map((theme) => ({ name: theme.data.title, address: themePath(theme.id) })) },
      { label: 'Questions', links: questionLinks(statement, true) },
      { label: 'Touches on', links: questionLinks(statement, false) },
    ].filter(({ links }) => links.length > 0),
    relations: statement.relations.toSorted((a, b) => byWeight(a.data, b.data)).map((relation) => relationFrom(relation, statement)),
    ...(statement.previous && { previous: statementListItem(statement.previous) }),
    ...(statement.next && { next: statementListItem(statement.next) }),
  };
}

/** Characters of a sentence that fills more than three lines at full size. */
const LONG = 130;

/** Splits the sentence into runs, of which the quoted ones contain their marks. Day and month stay on one line. */
export function splitQuotations({ data }: Pick<StatementNode, 'data'>): { text: string; isQuoted: boolean }[] {
  const [text, ...quotes] = [data.text, ...data.quotes.map(({ words }) => words)].map((words) =>
    words.replace(/\b(\d{1,2}) (?=[A-Z])/g, '$1\u00a0'),
  ) as [string, ...string[]];
  const found = quotes
    .flatMap((words) => [`“${words}”`, `‘${words}’`])
    .map((quotation) => ({ from: text.indexOf(quotation), length: quotation.length }))
    .filter(({ from }) => from >= 0)
    .toSorted((a, b) => a.from - b.from);
  let end = 0;
  const runs = found.flatMap(({ from, length }) => {
    if (from < end) return [];
    const pair = [
      { text: text.slice(end, from), isQuoted: false },
      { text: text.slice(from, from + length), isQuoted: true },
    ];
    end = from + length;
    return pair;
  });
  return [...runs, { text: text.slice(end), isQuoted: false }].filter((run) => run.text);
}

/**
 * Returns the URL of a passage in the original article: the first address of the article with a text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/). With it a browser scrolls to the first words of the passage.
 */
export function passageUrl({ data, passages }: EntryNode, locator: string): string {
  const url = data.source.addresses[0]!.url;
  const opening = passages[locator]?.opening;
  return opening ? `${url.replace(/#.*/, '')}#:~:text=${encodeFragment(opening)}` : url;
}

/** Returns the page on which the Internet Archive lists its copies of a URL. */
export const archiveLookup = (url: string): string => `https://web.archive.org/web/*/${url}`;

/** Returns links to the questions that are answered with a statement, or those near which it comes without an answer. */
const questionLinks = (statement: StatementNode, isAnswer: boolean) =>
  statement.questions
    .filter(({ positions }) => positions.some(({ rests }) => rests.includes(statement)) === isAnswer)
    .map(({ id, theme, data }) => ({ name: data.question, address: questionPath(theme.id, id) }));

/** Returns the statements of an article as a picture with its text. */
function strip(entry: EntryNode) {
  const cells = voiceCells(entry.statements);
  return { cells, label: `The statements of this article. ${countVoices(cells)}.` };
}

/** Returns whether a date has more than the note that the article gives none. */
const hasDate = (date?: DateField): date is DateField => Boolean(date?.edtf ?? date?.wording);

function chainOf({ speakers, via, data: { said } }: StatementNode): ChainStep[] {
  const date = said?.edtf && formatDate(said.edtf, said.basis);
  return [speakers, ...via].map((voices, index) => ({
    label: ['Said by', 'Passed on by'][index] ?? 'Then by',
    voices: voices.map((voice) => ({ ...toSpeaker(voice), about: aboutVoice(voice) })),
    ...(index === 0 && date && { date }),
  }));
}

/** Returns the first part of an actor's description: 'Russian state news agency'. */
const aboutVoice = ({ actor }: SpeakerNode) => actor?.data.description.split('; ')[0] ?? 'The article gives no name';

/** Formats the passages for a heading: 'Paragraph 12 of 12', 'Opening summary'. */
function printedIn({ data: { at }, entry: { passages } }: StatementNode): string {
  const isParagraph = (locator: string) => /^p[1-9]/.test(locator);
  const count = Object.keys(passages).filter(isParagraph).length;
  return `${capitalize(formatLocators(at))}${at.every(isParagraph) ? ` of ${count}` : ''}`;
}

/** Encodes the text of a fragment. A hyphen separates its parts, so it is encoded too. */
const encodeFragment = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
