import type { SearchAliases } from '../schema/search-aliases.ts';
import { staticPaths } from '../paths/paths.ts';
import { collectStatementIds, type Content } from '../record/content.ts';
import { suggestClosest } from '../text/matching.ts';
import { type Rule, rule, type Violation } from './rule.ts';

/** Rules about the words that readers may search for. */
export const searchAliasRules: Rule[] = [
  rule(
    'concept-means-something-known',
    'Every statement and every page that concepts.yaml names exists, and is named once in its list.',
    function* (content) {
      const targets = aliasTargets(content);
      for (const { file, data } of content.concepts) {
        for (const [index, { means }] of data.concepts.entries()) {
          for (const [m, target] of means.entries()) {
            const location = { file, path: ['concepts', index, 'means', m] };
            if (means.indexOf(target) !== m) yield { ...location, message: `“${target}” is named twice`, hint: 'name it once' };
            else if (!targets.has(target)) {
              const hint = suggestClosest(target, [...targets], 'name an existing statement or page');
              yield { ...location, message: `unknown statement or page “${target}”`, hint };
            }
          }
        }
        yield* invalidPages(file, data.pages);
      }
    },
  ),
  rule(
    'concept-phrase-is-unique',
    'No two concepts and no two pages share a phrase, ignoring letter case and hyphens. No word is repeated in a row of synonyms.',
    function* (content) {
      for (const { file, data } of content.concepts) {
        yield* repeatedPhrases(file, 'concepts', data.concepts);
        yield* repeatedPhrases(file, 'pages', data.pages);
        for (const [row, words] of data.synonyms.entries()) {
          for (const [w, word] of words.entries()) {
            const message = `“${word}” is repeated in a row of synonyms`;
            if (words.indexOf(word) !== w) yield { file, path: ['synonyms', row, w], message, hint: 'write it once' };
          }
        }
      }
    },
  ),
];

/** Checks the pages about the Record itself. Pages of entries, themes and so on are targets of concepts instead. */
function* invalidPages(file: string, pages: SearchAliases['pages']): Iterable<Violation> {
  for (const [index, { page }] of pages.entries()) {
    const location = { file, path: ['pages', index, 'page'] };
    if (pages.findIndex((other) => other.page === page) !== index)
      yield { ...location, message: `“${page}” is named twice`, hint: 'write all phrases of the page in one place' };
    else if (!staticPaths.includes(page)) {
      const hint = suggestClosest(page, staticPaths, 'name a page about the Record; write phrases for a statement or a theme in a concept');
      yield { ...location, message: `“${page}” is not a page about the Record`, hint };
    }
  }
}

function* repeatedPhrases(file: string, name: 'concepts' | 'pages', list: readonly { phrases: readonly string[] }[]): Iterable<Violation> {
  const seen = new Set<string>();
  const hint = name === 'concepts' ? 'merge the two concepts, or remove the phrase from one' : 'write it for one of the pages only';
  for (const [index, { phrases }] of list.entries()) {
    for (const [p, phrase] of phrases.entries()) {
      const key = phrase.toLowerCase().replace(/[-‐‑–\s]+/g, ' ');
      if (seen.has(key)) yield { file, path: [name, index, 'phrases', p], message: `duplicate phrase “${phrase}”`, hint };
      seen.add(key);
    }
  }
}

/** Returns everything that a concept can mean, in the form that concepts use: `tass-2026.s24`, `event/putin-visit-2016`. */
function aliasTargets(content: Content): Set<string> {
  const collections = { entry: 'entries', event: 'events', actor: 'actors', theme: 'themes', place: 'places', term: 'terms' } as const;
  const pages = Object.entries(collections).flatMap(([kind, name]) => content[name].map(({ id }) => `${kind}/${id}`));
  const questions = content.themes.flatMap(({ id, data }) => data.questions.map((question) => `question/${id}/${question.id}`));
  return new Set([...collectStatementIds(content), ...pages, ...questions]);
}
