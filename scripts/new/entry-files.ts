import { collections } from '../../src/schema/collections.ts';
import { describeFields } from '../../src/schema/fields.ts';
import { stringify } from 'yaml';
import { statementKinds } from '../../src/schema/statement.ts';
import { schemaComment } from '../generate/schema-files.ts';
import { hashPassage, splitWords } from '../sources/article.ts';
import type { EntryAnswers } from './entry-proposal.ts';
import { createStub } from './stub.ts';

/**
 * The files of a new entry: frontmatter with every field explained, fingerprints of the passages, and a ledger with a commented
 * stub for each passage. Nothing of the article's text is in them.
 *
 * @param passages locator → text
 * @param today the day of the first revision, YYYY-MM-DD
 * @returns path from the project's root → text
 */
export function entryFiles(answers: EntryAnswers, passages: ReadonlyMap<string, string>, today: string): Map<string, string> {
  const folder = `content/entries/${answers.id}`;
  return new Map([
    [`${folder}/index.mdx`, frontmatter(answers, today)],
    [`${folder}/passages.yaml`, schemaComment('passages', `${folder}/passages.yaml`) + fingerprints(passages)],
    [`${folder}/statements.yaml`, schemaComment('ledgers', `${folder}/statements.yaml`) + ledger(answers, passages)],
  ]);
}

function frontmatter({ label, title, authors, publisher, genre, language, published, addresses }: EntryAnswers, today: string): string {
  const known = (text: string) => text || undefined;
  const fields = createStub(describeFields(collections.entries.schema), {
    label: known(label),
    source: {
      title: known(title),
      authors,
      publisher: known(publisher),
      genre: known(genre),
      language: known(language),
      published,
      ...(addresses.length > 0 && { addresses }),
    },
    revisions: [{ date: today, text: 'First published.' }],
  });
  return `---\n${fields}# Below the closing line of three hyphens: the précis, in sections (## Heading), in own words. After each sentence the numbers of\n# the statements it rests on: <Cite s="1 2" />. What rests on none is an editor’s note, a block of its own: <Note>…</Note>\n---\n`;
}

function fingerprints(passages: ReadonlyMap<string, string>): string {
  const each = [...passages].map(([locator, text]) => [locator, { sha256: hashPassage(text), words: splitWords(text).length }]);
  return stringify({ passages: Object.fromEntries(each) });
}

function ledger({ publisher, authors }: EntryAnswers, passages: ReadonlyMap<string, string>): string {
  const voices = (authors.length > 0 ? authors : [publisher]).filter(Boolean).join(', ');
  const stubs = [...passages].map(([locator, text]) => {
    const words = splitWords(text).length;
    return `
# ${locator} · ${words} ${words === 1 ? 'word' : 'words'}
#   - n:
#     at: [${locator}]
#     kind:
#     speakers: [${voices}]
#     text: >-
#     date: { edtf: null, ground: }
#     themes: []
`;
  });
  return `# What the article says, statement by statement, in own words, numbered from 1 in the article’s order.
# Below is one stub for each passage: take the marks off, fill it in (the text on the line below
# >-, further in), copy it for every further statement of the passage.
# kind: ${statementKinds.join(', ')}. A forecast also has its horizon: { edtf: null, ground: none given }.
# In { } a comma begins a new field: a text with one stands in "quotation marks".
# speakers: who holds it; where the article relays someone, that one, and via: [${voices}].
# One without a name: [{ unnamed: a diplomatic source }]; words shown in “ ” are also declared: quotes: [{ words: …, at: p1 }].
# Further fields: via, quotes, said, events, actors, places, condition, note. All are explained at /about/fields/.
statements:
${stubs.join('')}`;
}
