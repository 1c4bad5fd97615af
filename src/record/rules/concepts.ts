import { nearest } from '../nearest.ts';
import type { Content } from '../content.ts';
import { statementIdsOf } from '../statement-ids.ts';
import type { Rule } from './rule.ts';

/** What holds of the concepts by which readers search. */
export const conceptRules: Rule[] = [
  {
    id: 'concept-means-something-known',
    truth: 'Every statement and every page that a concept means is there, and is named once.',
    *find(content) {
      const known = targetsOf(content);
      for (const { file, data } of content.concepts) {
        for (const [index, { means }] of data.concepts.entries()) {
          for (const [m, target] of means.entries()) {
            const path = ['concepts', index, 'means', m];
            if (means.indexOf(target) !== m) yield { file, path, what: `“${target}” is named twice`, remedy: 'name it once' };
            else if (!known.has(target)) {
              const near = nearest(target, [...known]);
              yield {
                file,
                path,
                what: `there is no “${target}”`,
                remedy: near ? `did you mean “${near}”?` : 'name a statement or a page that is there',
              };
            }
          }
        }
      }
    },
  },
  {
    id: 'concept-phrase-is-unique',
    truth: 'No two concepts share a phrase, letter case and hyphens apart.',
    *find(content) {
      const seen = new Set<string>();
      for (const { file, data } of content.concepts) {
        for (const [index, { phrases }] of data.concepts.entries()) {
          for (const [p, phrase] of phrases.entries()) {
            const key = phrase.toLowerCase().replace(/[-‐‑–\s]+/g, ' ');
            if (seen.has(key))
              yield {
                file,
                path: ['concepts', index, 'phrases', p],
                what: `“${phrase}” is given twice`,
                remedy: 'make the two concepts one, or take the phrase out of one',
              };
            seen.add(key);
          }
        }
      }
    },
  },
];

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
  return new Set([...statementIdsOf(content), ...pages]);
}
