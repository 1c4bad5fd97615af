import type { SearchAliases } from '../schema/search-aliases.ts';
import { staticPaths } from '../paths/paths.ts';
import { collectStatementIds, type Content } from '../record/content.ts';
import { closestMatch } from '../text/edit-distance.ts';
import type { Violation, Rule } from './rule.ts';

/** What holds of the concepts by which readers search. */
export const searchAliasRules: Rule[] = [
  {
    id: 'concept-means-something-known',
    description:
      'Every statement and every page that a concept means, and every page that has phrases of its own, is there and is named once.',
    *check(content) {
      const known = targetsOf(content);
      for (const { file, data } of content.concepts) {
        for (const [index, { means }] of data.concepts.entries()) {
          for (const [m, target] of means.entries()) {
            const path = ['concepts', index, 'means', m];
            if (means.indexOf(target) !== m) yield { file, path, message: `“${target}” is named twice`, hint: 'name it once' };
            else if (!known.has(target)) {
              const near = closestMatch(target, [...known]);
              yield {
                file,
                path,
                message: `there is no “${target}”`,
                hint: near ? `did you mean “${near}”?` : 'name a statement or a page that is there',
              };
            }
          }
        }
        yield* pagesOf(file, data.pages);
      }
    },
  },
  {
    id: 'concept-phrase-is-unique',
    description:
      'No two concepts share a phrase, nor do two pages, letter case and hyphens apart; no word stands twice in a row of synonyms.',
    *check(content) {
      for (const { file, data } of content.concepts) {
        yield* repeated(file, 'concepts', data.concepts);
        yield* repeated(file, 'pages', data.pages);
        for (const [row, words] of data.synonyms.entries()) {
          for (const [w, word] of words.entries()) {
            if (words.indexOf(word) !== w)
              yield { file, path: ['synonyms', row, w], message: `“${word}” stands twice in a row`, hint: 'write it once' };
          }
        }
      }
    },
  },
];

/** The pages about the Record itself, by whose words readers look for them: what the Record names has its own words. */
function* pagesOf(file: string, pages: SearchAliases['pages']): Iterable<Violation> {
  for (const [index, { page }] of pages.entries()) {
    const path = ['pages', index, 'page'];
    if (pages.findIndex((other) => other.page === page) !== index)
      yield { file, path, message: `${page} is named twice`, hint: 'write all phrases of the page in one place' };
    else if (!staticPaths.includes(page)) {
      const near = closestMatch(page, staticPaths);
      yield {
        file,
        path,
        message: `${page} is no page about the Record`,
        hint: near
          ? `did you mean ${near}?`
          : 'name one of its lists, pictures or pages of help; what a statement or a theme is called stands in a concept',
      };
    }
  }
}

/** Phrases that stand twice in one list. */
function* repeated(file: string, name: 'concepts' | 'pages', list: readonly { phrases: readonly string[] }[]): Iterable<Violation> {
  const seen = new Set<string>();
  const one = name === 'concepts' ? 'make the two concepts one' : 'decide which of the pages it means';
  for (const [index, { phrases }] of list.entries()) {
    for (const [p, phrase] of phrases.entries()) {
      const key = phrase.toLowerCase().replace(/[-‐‑–\s]+/g, ' ');
      if (seen.has(key))
        yield {
          file,
          path: [name, index, 'phrases', p],
          message: `“${phrase}” is given twice`,
          hint: `${one}, or take the phrase out of one`,
        };
      seen.add(key);
    }
  }
}

/** Everything that a concept can mean, as it names it. */
function targetsOf(content: Content): Set<string> {
  const pages = (
    [
      ['entry', content.entries],
      ['event', content.events],
      ['actor', content.actors],
      ['theme', content.themes],
      ['place', content.places],
      ['term', content.terms],
    ] as const
  ).flatMap(([kind, files]) => files.map(({ id }) => `${kind}/${id}`));
  return new Set([...collectStatementIds(content), ...pages]);
}
