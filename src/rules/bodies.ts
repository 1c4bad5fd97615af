import { extractQuotations, extractWordings, invalidCharacters } from '../schema/field-types.ts';
import { statementsById, type Content } from '../record/content.ts';
import { findDisallowedMarkup, parseBody, stripTags, type CitedSpan } from '../record/mdx-body.ts';
import { foldText } from '../text/matching.ts';
import { memoize } from '../record/frozen.ts';
import type { QuotationKind } from '../schema/statement.ts';
import { type Rule, rule, type Violation } from './rule.ts';

/** Rules about the prose in MDX bodies, and about quotations in any prose of the Record. */
export const bodyRules: Rule[] = [
  rule('body-has-prose', 'Every MDX file has a body.', function* (content) {
    for (const { file, body } of bodies(content))
      if (!body.trim()) yield { file, path: [], message: 'no text after the frontmatter', hint: 'write the text' };
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

type CitedProse = { file: string; path: Violation['path']; text: string; rests: string[]; bodyLine?: number; wordings?: string[] };

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

const parse = memoize(({ body }: { body: string }) => ({
  spans: parseBody(body).flatMap((block) => (block.kind === 'paragraph' ? block.prose : [])),
  disallowed: findDisallowedMarkup(body),
  characters: stripTags(body).flatMap((line, index) => invalidCharacters(line).map((problem) => ({ problem, bodyLine: index + 1 }))),
}));
