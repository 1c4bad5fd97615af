import { type Content, isActive, statementsById } from '../record/content.ts';
import { memoize } from '../record/frozen.ts';
import { type CitedSpan, findDisallowedMarkup, getCitedSpans, parseBody, stripTags } from '../record/mdx-body.ts';
import type { CollectionName } from '../schema/collections.ts';
import { extractQuotations, extractWordings, invalidCharacters } from '../schema/field-types.ts';
import type { QuotationKind } from '../schema/statement.ts';
import { foldText } from '../text/matching.ts';
import { type Rule, rule, type Violation } from './rule.ts';

/** Rules about the prose in MDX bodies, and about quotations in any prose of the Record. */
export const bodyRules: Rule[] = [
  rule('body-has-prose', 'Every MDX file has a body, except that of an entry.', function* (content) {
    for (const { file, body, isEntry } of bodies(content))
      if (!isEntry && !body.trim()) yield { file, path: [], message: 'no text after the frontmatter', hint: 'write the text' };
  }),
  rule(
    'body-holds-only-known-markup',
    'A body contains only Markdown, <Cite s="…" /> and <Note>…</Note>: no HTML, no expression, no import. Its links lead to the web or into the site.',
    function* (content) {
      const hint = 'use Markdown, <Cite s="1 2" /> and <Note>…</Note>; close each note and separate it by blank lines';
      for (const { file, disallowed } of bodies(content))
        for (const { text, line } of disallowed) yield { file, path: [], bodyLine: line, message: `disallowed markup “${text}”`, hint };
    },
  ),
  rule(
    'body-holds-only-plain-characters',
    'A body is in Unicode form NFC, without control, invisible or direction-changing characters and without straight quotation marks.',
    function* (content) {
      for (const { file, characters } of bodies(content)) {
        for (const { problem, bodyLine } of characters) {
          const [message = '', hint = ''] = problem.split(/: (.+)/s);
          yield { file, path: [], bodyLine, message, hint };
        }
      }
    },
  ),
  rule(
    'every-sentence-rests-on-statements',
    'Every sentence of a body is followed by a citation, or is part of an editor’s note.',
    function* (content) {
      for (const { file, spans } of bodies(content)) for (const span of spans) yield* missingCitations(file, span);
    },
  ),
  rule(
    'quotation-in-prose-is-declared',
    'Every text in quotation marks in the Record’s prose is a quotation of a statement that the sentence cites: direct speech in “double marks”, an article’s own wording in ‘single marks’.',
    function* (content) {
      const statements = statementsById(content);
      const ownPhrases = ['the four disputed islands', ...content.entries.map(({ data }) => data.source.title)];
      for (const { text, rests, wordings: known = [], ...location } of citedProse(content)) {
        if (!/[“‘]/.test(text)) continue;
        const quotes = rests.flatMap((id) => statements.get(id)?.data.quotes ?? []);
        const declared = (kind: QuotationKind) => quotes.filter((quote) => quote.kind === kind).map(({ words }) => words);
        const [direct, wordings] = [declared('direct'), [...declared('wording'), ...known, ...ownPhrases]];
        const source = rests.join(', ') || 'a cited statement';
        const hint = 'cite the statement that declares it, or use the Record’s own words';
        for (const words of extractQuotations(text)) {
          if (!direct.some((quotation) => foldText(quotation).includes(foldText(words))))
            yield { ...location, message: `“${words}” is not direct speech quoted in ${source}`, hint };
        }
        for (const words of extractWordings(text, wordings)) {
          if (!wordings.some((wording) => foldText(wording).toLowerCase().includes(foldText(words).toLowerCase())))
            yield { ...location, message: `‘${words}’ is not a wording quoted in ${source}`, hint };
        }
      }
    },
  ),
];

/** Abbreviations whose full stop does not end a sentence. */
const ABBREVIATION = /(?:\b(?:Mr|Mrs|Ms|Dr|St|No|vol|ed|p|pp|cf|e\.g|i\.e|U\.S|c)|\b[A-Z])\.$/;

type CitedProse = { file: string; path: Violation['path']; text: string; rests: string[]; bodyLine?: number; wordings?: string[] };

const parse = memoize(({ body }: { body: string }) => ({
  spans: parseBody(body).flatMap((block) => (block.kind === 'paragraph' ? block.prose : [])),
  disallowed: findDisallowedMarkup(body),
  characters: stripTags(body).flatMap((line, index) => invalidCharacters(line).map((problem) => ({ problem, bodyLine: index + 1 }))),
}));

/** Maximum length of a sentence, in words. */
const MAX_SENTENCE_WORDS = 30;

/** A pattern, and how to write instead. */
type Phrase = readonly [pattern: RegExp, hint: string];

/** A name or pronoun and a verb of saying between commas, inside a sentence. */
const ATTRIBUTION =
  /\p{L}, ((?:[hH]e|[sS]he|[tT]hey|(?:the )?\p{Lu}[\p{L}’]+(?: (?:and )?\p{Lu}[\p{L}’]+)*) (?:says?|said|writes?|wrote|holds?|held|adds?|argues?|thinks?|believes?|notes?|reports?|judges?|maintains?)),/u;

const INVERSIONS: readonly Phrase[] = [
  [/^Of (?:a|an|all|the|its|these|those) [^,]{1,60}, /, 'begin with the subject'],
  [/^(?:Nor|Rarely|Seldom|Never|Only) (?:is|are|was|were|does|do|did|has|have|had|can|could|will|would) /, 'begin with the subject'],
  [/, (?:says|said|writes|wrote|runs|ran|holds|asks|adds) (?:the|its|his|her|their|an?) \p{L}+/u, 'write the speaker first, then the verb'],
  [/\bbe (?:it|they) (?:of |in |by )?\p{L}+ (?:or|alone)/u, 'write “whether … or …”'],
  [/\b(?:by|from) (?:the )?context\b/, 'leave it out, or explain it in the note'],
  [/\bas \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:has|puts|words) it\b/u, 'begin with the speaker'],
];

const UNCOMMON_WORDS: readonly Phrase[] = [
  [/\bforetells?\b|\bforetold\b/i, 'write “predicts”'],
  [/\banew\b/i, 'write “again”'],
  [/\b(?:where|there)(?:of|by|upon|from)\b/i, 'use a common word'],
  [/\b(?:hitherto|henceforth|whatsoever|albeit|thence|whence)\b/i, 'use a common word'],
  [/\b(?:is|are|was|were) held to (?:be|have)\b/, 'say who says it'],
  [/\bby (?:his|her|its|their) (?:own )?account\b/, 'begin with the speaker'],
  [/\bat hand\b|\bin the main\b|\bby turns\b/i, 'use a common word'],
  [/\b(?:is|are) none\b/, 'write “there is no …”'],
];

/** Advice on English. It does not stop a build. */
export const styleRules: Rule[] = [
  rule('sentence-is-short', `A sentence has at most ${MAX_SENTENCE_WORDS} words.`, function* (content) {
    for (const { sentence, ...location } of findSentences(content)) {
      const words = sentence.split(/\s+/).length;
      const message = `${words} words: “${sentence}”`;
      if (words > MAX_SENTENCE_WORDS) yield { ...location, message, hint: `split it, or shorten it to ${MAX_SENTENCE_WORDS} words` };
    }
  }),
  rule('speaker-comes-first', 'A sentence names its speaker at the beginning, not between commas.', function* (content) {
    for (const { sentence, ...location } of findSentences(content)) {
      const [, attribution] = ATTRIBUTION.exec(sentence) ?? [];
      if (attribution) yield { ...location, message: `“${attribution}” in mid-sentence: “${sentence}”`, hint: 'begin with the speaker' };
    }
  }),
  phraseRule('order-is-natural', 'A sentence has the natural order: subject, verb, object.', INVERSIONS),
  phraseRule('word-is-common', 'A sentence uses common words.', UNCOMMON_WORDS),
  rule('note-is-shorter-than-its-statement', 'The note on a statement is not longer than the statement.', function* (content) {
    for (const { file, data } of content.ledgers) {
      for (const [index, statement] of data.statements.entries()) {
        const { text, note = '' } = statement;
        if (!isActive(statement) || note.length <= text.length) continue;
        const message = `note of ${note.length} characters on a statement of ${text.length}: “${note}”`;
        yield { file, path: ['statements', index, 'note'], message, hint: 'shorten it, or move it to the notes of the entry' };
      }
    }
  }),
];

/** The fields with prose of each collection. `*` matches every item of a list. */
const proseFields: Partial<Record<CollectionName, readonly string[]>> = {
  entries: ['actors.*.role', 'summary.text', 'standpoint.owner', 'standpoint.form', 'standpoint.omits.*', 'notes.*.text'],
  ledgers: ['statements.*.text', 'statements.*.condition', 'statements.*.note'],
  events: ['description', 'actors.*.part', 'account.*.text', 'differences.*.text', 'note'],
  actors: ['description', 'note', 'offices.*.title'],
  themes: ['scope', 'questions.*.question', 'questions.*.positions.*.text'],
  places: ['description', 'account.*.text', 'note'],
  terms: ['rule'],
  relations: ['relations.*.why'],
};

type Sentence = Omit<Violation, 'message' | 'hint'> & { sentence: string };

/** Returns the sentences of all prose, with their fields. */
export const findSentences = memoize((content: Content): Sentence[] => [...sentencesOf(content)]);

function* missingCitations(file: string, { text, cites, line }: CitedSpan): Iterable<Violation> {
  const location = { file, path: [], bodyLine: line };
  const ending = (prose: string) => prose.trim().slice(-40);
  if (!cites)
    yield {
      ...location,
      message: `no citation after “${ending(text)}”`,
      hint: 'add <Cite s="…" /> after the sentence, or make it a <Note>',
    };
  if (cites?.some((cite) => !cite)) yield { ...location, message: 'empty citation', hint: 'name the statement' };
  for (const end of text.matchAll(/[.!?][”’)]?\s+(?=[“‘(]?\p{Lu})/gu)) {
    const sentence = text.slice(0, end.index + 1);
    if (!ABBREVIATION.test(sentence))
      yield { ...location, message: `“${ending(sentence)}” shares the citation of the next sentence`, hint: 'cite after each sentence' };
  }
}

/** Yields the prose that cites statements, from fields and bodies. */
function* citedProse(content: Content): Iterable<CitedProse> {
  for (const { file, data } of content.entries) yield { file, path: ['summary', 'text'], ...data.summary };
  for (const { file, data } of content.events) {
    for (const key of ['account', 'differences'] as const)
      for (const [index, sentence] of data[key].entries()) yield { file, path: [key, index, 'text'], ...sentence };
  }
  for (const { file, data } of content.places)
    for (const [index, sentence] of data.account.entries()) yield { file, path: ['account', index, 'text'], ...sentence };
  for (const { file, data } of content.themes) {
    for (const [q, question] of data.questions.entries())
      for (const [p, { text = '', rests }] of question.positions.entries())
        yield { file, path: ['questions', q, 'positions', p, 'text'], text, rests };
  }
  for (const { file, data } of content.relations) {
    for (const [index, { why, from, to }] of data.relations.entries())
      yield { file, path: ['relations', index, 'why'], text: why, rests: [from, to] };
  }
  const wordingsOfTerm = new Map(content.terms.map(({ file, data }) => [file, data.uses.map(({ wording }) => wording)]));
  for (const { id, file, spans, isEntry } of bodies(content)) {
    const wordings = wordingsOfTerm.get(file) ?? [];
    for (const { text, cites = [], line } of spans)
      yield { file, path: [], bodyLine: line, text, wordings, rests: isEntry ? cites.map((cite) => `${id}.s${cite}`) : cites };
  }
}

/** Returns all bodies, parsed. An entry cites its own statements by number. */
function bodies(content: Content) {
  return (['entries', 'actors', 'themes', 'terms'] as const).flatMap((name) =>
    content[name].map((source) => ({ ...source, isEntry: name === 'entries', ...parse(source) })),
  );
}

function phraseRule(id: string, description: string, phrases: readonly Phrase[]): Rule {
  return rule(id, description, function* (content) {
    for (const { sentence, ...location } of findSentences(content)) {
      for (const [pattern, hint] of phrases) {
        const [found] = pattern.exec(sentence) ?? [];
        if (found) yield { ...location, message: `“${found.trim()}” in “${sentence}”`, hint };
      }
    }
  });
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Returns the sentences of a text, without the spaces between them. */
export const splitSentences = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);

function* sentencesOf(content: Content): Iterable<Sentence> {
  for (const [name, fields] of Object.entries(proseFields)) {
    for (const { file, data } of content[name as CollectionName]) {
      for (const field of fields) {
        for (const { text, path } of textsAt(data, field.split('.'), []))
          for (const sentence of splitSentences(text)) yield { file, path, sentence };
      }
    }
  }
  for (const name of ['entries', 'actors', 'themes', 'terms'] as const) {
    for (const { file, body } of content[name]) {
      for (const { text, line } of parseBody(body).flatMap(getCitedSpans))
        for (const sentence of splitSentences(text)) yield { file, path: [], bodyLine: line, sentence };
    }
  }
}

/** Yields the texts at a field path. Skips missing fields and withdrawn statements, whose text stays as it was. */
function* textsAt(
  value: unknown,
  [key, ...below]: readonly string[],
  path: Violation['path'],
): Iterable<{ text: string; path: Violation['path'] }> {
  if (key === undefined) {
    if (typeof value === 'string') yield { text: value, path };
  } else if (key === '*') {
    for (const [index, item] of ((value ?? []) as { withdrawn?: object }[]).entries())
      if (!item.withdrawn) yield* textsAt(item, below, [...path, index]);
  } else yield* textsAt((value as Record<string, unknown> | undefined)?.[key], below, [...path, key]);
}
