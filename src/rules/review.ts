import { getBounds } from '../dates/bounds.ts';
import { isActive, type Content } from '../record/content.ts';
import type { Statement } from '../schema/statement.ts';
import { pluralize } from '../text/english.ts';
import { memoize } from '../record/frozen.ts';
import { type Rule, rule, type Violation } from './rule.ts';
import { findSentences } from './prose.ts';

/** A statement of an article with which the texts of the Record were not yet compared. */
export interface NewStatement {
  id: string;
  entry: string;
  data: Statement;
}

/** What a sentence about several or all articles contains. A new article can make it false. */
const ABOUT_ALL = [
  /\b(?:neither|every|each|(?:any|no)(?: other| later| earlier)?|the only|the one|only one) article\b|\bother articles?\b|\bas the articles do\b|\bany of the articles\b/i,
  /\b[Tt]he articles (?:of \d{4}[^.]* )?(?:do|seldom|never|rarely|name|mention|agree|differ)\b|\b(?:article|articles), none of which\b/,
  /\b[Nn]one of the(?: \w+)? articles\b|\b(?:[Nn]othing|[Nn]obody|[Aa]nyone) else\b|\bonly mention\b|\bevery other\b|\b(?:is|are) the only \p{Ll}+/u,
  /(?:^|[;:] |, and )[Oo]nly \p{Lu}\p{L}+(?:,| and \p{Lu}\p{L}+| \p{Ll}+s?\b)|\b(?:[Nn]amed|known|[Mm]entioned|appears) only\b|\bonly in titles\b/u,
  /\b[Oo]nly this \p{Ll}+\b|\b[Nn]o [^.,;:]{1,40} (?:is|are) (?:reported|named|quoted|mentioned|known)\b|\b\d+ (?:statements|remain)\b|\b[Tt]he (?:two|three|four|five|six) figures\b/u,
];

/** Phrases with “only” or “each article” that stay true: they are about one article, or about whatever articles there are. */
const STAYS_TRUE = /\bin each article’s own words\b|\beach article’s own\b/;

/** A number of articles. It changes with each new article. */
const COUNT =
  /\b(?:all|both|one of the|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: of)?(?: the)?(?: other)?(?: \w+)? (?:articles|sources)\b/i;

/** Prose that renders statements: what others say about articles or an only reason is theirs. */
const RENDERS_STATEMENTS = new Set(['statements', 'question', 'positions', 'account', 'differences', 'revisions', 'relations']);

/** Advice on what a new article has made incomplete or false. It does not stop a build; an edition is not published with it. */
export const reviewRules: Rule[] = [
  rule(
    'question-has-position-or-silence-for-every-entry',
    'Every question was read against every article: it has a position or a silence of the entry, or the entry has questionsRead, and a question without a position is a silence.',
    function* (content) {
      const questions = content.themes.flatMap(({ id, data }) => data.questions.map((question) => ({ theme: id, ...question })));
      for (const { id, file, data } of content.entries) {
        const unread = questions.filter(({ positions }) => !positions.some(({ entry }) => entry === id));
        if (data.questionsRead || unread.length === 0) continue;
        const message = `“${id}” is not yet read against ${pluralize(unread.length, 'question')}: ${unread.map((each) => `${each.theme}/${each.id}`).join(', ')}`;
        const hint = `answer those on which it speaks (npm run new:positions -- ${id} prints them), then write questionsRead: "<today>"`;
        yield { file, path: ['label'], message, hint };
      }
    },
  ),
  rule(
    'statements-are-compared-with-all-texts',
    'Every text of the Record was compared with every statement: textsRead of the entry is its last number.',
    function* (content) {
      for (const { id, file } of content.entries) {
        const unread = newStatements(content).filter(({ entry }) => entry === id);
        if (unread.length === 0) continue;
        const sentences = pluralize(sentencesAboutAll(content).length, 'sentence');
        const message = `${sentences} and ${pluralize(oldTexts(content).length, 'text')} may have become false or incomplete since ${unread[0]!.id}`;
        const hint = `compare them: npm run show -- --to-review (npm run lint -- --all names each); then write textsRead: ${unread.at(-1)!.data.n}`;
        yield { file, path: ['label'], message, hint };
      }
    },
  ),
  rule(
    'text-cites-new-statements',
    'The text of an actor, event, theme, place or term cites each article that has new statements about it. So does a concept whose phrases they contain.',
    function* (content) {
      for (const { file, path, name, entries, statements } of oldTexts(content)) {
        const about =
          statements.length > 0 ? `cites none of ${statements.map(({ id }) => id).join(', ')}` : `has no use of “${entries.join('”, “')}”`;
        yield {
          file,
          path,
          message: `“${name}” ${about}`,
          hint: 'cite what belongs there, or leave it if the text stays true and whole',
        };
      }
    },
  ),
  rule(
    'sentence-about-all-articles-is-true-of-the-newest',
    'A sentence about all articles, such as “No other article …”, was compared with the newest article.',
    function* (content) {
      const entries = [...new Set(newStatements(content).map(({ entry }) => entry))].join('”, “');
      if (!entries) return;
      for (const { sentence, ...location } of sentencesAboutAll(content))
        yield { ...location, message: `“${sentence}” may be false since “${entries}”`, hint: 'change it if it is no longer true' };
    },
  ),
  rule(
    'event-date-covers-new-statements',
    'The date of an event covers the dates of new statements about what happened then.',
    function* (content) {
      const added = newStatements(content);
      for (const { id, file, data } of oldEvents(content)) {
        const { from, to } = getBounds(data.date.edtf);
        const explained = new Set(data.differences.flatMap(({ rests }) => rests));
        for (const { id: statement, data: each } of added.filter((one) => !explained.has(one.id))) {
          const bounds = getBounds(each.date.edtf);
          if (!each.events.includes(id) || !bounds.from || !bounds.to || !from || !to) continue;
          if (bounds.from >= from && bounds.to <= to) continue;
          const message = `“${data.date.edtf}” does not cover “${each.date.edtf}” of ${statement}`;
          yield { file, path: ['date', 'edtf'], message, hint: 'widen the date, or explain the difference in differences' };
        }
      }
    },
  ),
  rule(
    'sentence-does-not-count-articles',
    'No sentence of the Record counts articles, also as “only” a new one: pages count them.',
    function* (content) {
      const names = newNames(content).map(RegExp.escape);
      const only = new RegExp(names.length > 0 ? `\\b[Oo]nly (?:[Tt]he )?(?:${names.join('|')})(?![\\p{L}’])` : '(?!)', 'u');
      for (const { sentence, ...location } of ownSentences(content)) {
        const [count] = COUNT.exec(sentence) ?? only.exec(sentence) ?? [];
        if (count)
          yield {
            ...location,
            message: `“${count}” in “${sentence}”`,
            hint: 'leave out the number or “only”: each new article may change it',
          };
      }
    },
  ),
];

/** Returns the names of the authors and publishers of articles with new statements, as sentences use them. */
const newNames = (content: Content): string[] => {
  const ids = new Set(newStatements(content).map(({ entry }) => entry));
  const sources = content.entries.filter(({ id }) => ids.has(id)).flatMap(({ data }) => [...data.source.authors, data.source.publisher]);
  const actors = content.actors.filter(({ id }) => sources.includes(id));
  return actors.map(({ data }) => data.person?.family ?? data.names.en.replace(/^The /, ''));
};

/** Rules that name each text that the one warning of `statements-are-compared-with-all-texts` counts. */
const NAMES_TEXTS = new Set([
  'text-cites-new-statements',
  'sentence-about-all-articles-is-true-of-the-newest',
  'event-date-covers-new-statements',
]);

/** Leaves out what `npm run show -- --to-review` lists: an entry with new statements has one warning. */
export const summarizeReview = <T extends { rule: string }>(warnings: readonly T[]): T[] =>
  warnings.filter(({ rule }) => !NAMES_TEXTS.has(rule));

/** Returns the active statements after the number `textsRead` of their entry. */
export const newStatements = memoize((content: Content): NewStatement[] => {
  const read = new Map(content.entries.map(({ id, data }) => [id, data.textsRead ?? 0]));
  return content.ledgers.flatMap(({ id: entry, data }) =>
    data.statements.flatMap((each) =>
      isActive(each) && each.n > (read.get(entry) ?? 0) ? [{ id: `${entry}.s${each.n}`, entry, data: each }] : [],
    ),
  );
});

/** Returns the events that earlier statements are about too. */
export function oldEvents(content: Content): Content['events'] {
  const added = new Set(newStatements(content).map(({ id }) => id));
  return content.events.filter(({ data }) => data.account.some(({ rests }) => rests.some((id) => !added.has(id))));
}

/** Returns the items whose files cite no new statement about them, terms without a new use, and concepts with phrases of new statements. */
export function oldTexts(content: Content) {
  const added = newStatements(content);
  const idsOf = ({ actors, speakers, via, ...others }: Statement) => ({ ...others, actors: [...actors, ...speakers, ...via.flat()] });
  const items = itemCollections.flatMap((collection) =>
    content[collection].flatMap(({ id, file, data, body }) => {
      const text = citingText({ data, body });
      const uncited = added.filter(
        ({ entry, data: each }) =>
          !text.includes(`${entry}.s`) && (collection === 'terms' || (idsOf(each)[collection] as unknown[]).includes(id)),
      );
      if (uncited.length === 0) return [];
      const name = 'names' in data ? data.names.en : data.title;
      const entries = [...new Set(uncited.map(({ entry }) => entry))];
      return [{ name, file, path: [] as Violation['path'], entries, statements: collection === 'terms' ? [] : uncited }];
    }),
  );
  const concepts = content.concepts.flatMap(({ file, data }) =>
    data.concepts.flatMap(({ phrases, means }, index) => {
      const using = (phrase: string) => added.filter(({ data: { text } }) => toWords(text).includes(toWords(phrase)));
      const used = phrases.filter((phrase) => using(phrase).length > 0);
      const statements = [...new Set(used.flatMap(using))];
      const isCited = used.length === 0 || statements.some(({ entry }) => means.some((id) => id.startsWith(`${entry}.s`)));
      return isCited ? [] : [{ name: used.join(', '), file, path: ['concepts', index], entries: [], statements }];
    }),
  );
  return [...items, ...concepts];
}

const itemCollections = ['actors', 'events', 'themes', 'places', 'terms'] as const;

/** Returns the words of a text between spaces: “War in Ukraine.” → ` war in ukraine `. */
const toWords = (text: string) =>
  ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .join(' ')} `;

/** Returns what cites statements in a file. A position is about a question of a theme: the overview must cite the article too. */
const citingText = ({ data, body }: { data: object; body: string }) =>
  JSON.stringify(data, (key, value: unknown) => (key === 'positions' ? undefined : value)) + body;

type Sentence = Omit<Violation, 'message' | 'hint'> & { sentence: string };

/** Returns the Record’s own sentences about several or all articles, except in files that cite a new statement: those were read. */
export function sentencesAboutAll(content: Content): Sentence[] {
  const added = new Set(newStatements(content).map(({ id }) => id));
  const files = itemCollections.flatMap((name): { file: string; data: object; body: string }[] => content[name]);
  const isRead = (text: string) => text.match(/[a-z\d-]+\.s\d+/g)?.some((id) => added.has(id));
  const read = new Set(files.filter((each) => isRead(citingText(each))).map(({ file }) => file));
  const grounds = content.events.map(({ file, data }) => ({ file, path: ['date', 'ground'], sentence: data.date.ground ?? '' }));
  const open = content.editions.filter(({ data }) => data.status === 'in-preparation');
  const notes = open.map(({ file, data }) => ({ file, path: ['note'], sentence: data.note }));
  return [...ownSentences(content), ...grounds, ...notes].filter(
    ({ file, sentence }) =>
      ABOUT_ALL.some((pattern, index) => (index === 0 || !file.startsWith('content/entries/')) && pattern.test(sentence)) &&
      !STAYS_TRUE.test(sentence) &&
      !read.has(file),
  );
}

/** Returns the Record’s own sentences: not those that render statements. */
export const ownSentences = (content: Content): Sentence[] =>
  findSentences(content).filter(({ path }) => !path.some((key) => RENDERS_STATEMENTS.has(String(key))));
