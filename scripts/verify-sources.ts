import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readContent, type PlacedProblem } from './content/read.ts';
import { sayProblems } from './content/report.ts';
import { fingerprint, normalise, readArticle, wordsOf } from './sources/article.ts';

/**
 * Compares the Record with the articles' texts: `npm run verify-sources -- <folder>`. Fingerprints and word counts match,
 * every quotation stands exactly in its passage, every wording of a term stands in its passages as often as counted.
 */
const folder = process.argv[2] ?? '../shared/sources';
if (!existsSync(folder)) {
  console.log(`No article texts at ${folder}: quotations and fingerprints were not compared.`);
  process.exit(0);
}
const { content, problems } = readContent(process.cwd());
if (problems.length > 0) {
  console.error(sayProblems(problems));
  process.exit(1);
}
const found: PlacedProblem[] = [];
const alike = (text: string) => normalise(text).replace(/[’‘]/g, "'").replace(/[“”]/g, '"').toLowerCase();
let quotations = 0;

for (const { id, file, data } of content.passages) {
  if (!existsSync(join(folder, id))) continue;
  const article = readArticle(folder, id);
  for (const [locator, { sha256, words }] of Object.entries(data.passages)) {
    const text = article.get(locator);
    if (text === undefined) found.push(problem(file, ['passages', locator], 'the article has no such passage', 'take it out'));
    else if (fingerprint(text) !== sha256 || wordsOf(text).length !== words) {
      found.push(
        problem(file, ['passages', locator], 'the passage of the article differs', 'compare the texts, then renew the fingerprint'),
      );
    }
  }
  for (const locator of article.keys())
    if (!(locator in data.passages)) found.push(problem(file, ['passages'], `${locator} is missing`, 'renew the file'));

  const ledger = content.ledgers.find((each) => each.id === id)!;
  for (const [index, { n, quotes }] of ledger.data.statements.entries()) {
    for (const { words, at } of quotes) {
      quotations++;
      if (!alike(article.get(at) ?? '').includes(alike(words))) {
        found.push(
          problem(
            ledger.file,
            ['statements', index, 'quotes'],
            `s${n}: “${words}” does not stand in ${at}`,
            'quote exactly, or use own words',
          ),
        );
      }
    }
  }
  for (const { file: termFile, data: term } of content.terms) {
    for (const [index, { entry, wording, at, count }] of term.uses.entries()) {
      if (entry !== id) continue;
      const times = at.reduce((sum, locator) => sum + alike(article.get(locator) ?? '').split(alike(wording)).length - 1, 0);
      if (times !== count)
        found.push(
          problem(
            termFile,
            ['uses', index, 'count'],
            `‘${wording}’ stands ${times} times in ${at.join(', ')}`,
            `write ${times}, or correct the locators`,
          ),
        );
    }
  }
}
if (found.length > 0) {
  console.error(sayProblems(found));
  process.exit(1);
}
console.log(`Compared with the articles: ${content.passages.length} articles, ${quotations} quotations, all as they should be.`);

function problem(file: string, path: (string | number)[], what: string, remedy: string): PlacedProblem {
  return { rule: 'record-agrees-with-its-sources', file, path, line: 1, what, remedy };
}
