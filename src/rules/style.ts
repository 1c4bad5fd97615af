import type { CollectionName } from '../schema/collections.ts';
import { isActive, type Content } from '../record/content.ts';
import { getCitedSpans, parseBody } from '../record/mdx-body.ts';
import { memoize } from '../record/frozen.ts';
import { type Rule, rule, type Violation } from './rule.ts';

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

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const splitSentences = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);

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
