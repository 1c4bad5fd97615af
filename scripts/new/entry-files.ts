import { stringify } from 'yaml';
import { collections } from '../../src/schema/collections.ts';
import { describeFields } from '../../src/schema/fields.ts';
import { statementKinds } from '../../src/schema/statement.ts';
import { pluralize } from '../../src/text/english.ts';
import { schemaComment } from '../generated-files.ts';
import { fingerprintPassages, normalise, splitWords } from '../sources/article.ts';
import { createStub } from './stub.ts';

/** The fields of a new entry. Ids may belong to actors that have no file yet; unknown texts are empty. */
export interface EntryAnswers {
  id: string;
  label: string;
  title: string;
  authors: string[];
  publisher: string;
  genre: string;
  language: string;
  published: { edtf: string | null; basis?: string; wording?: string; ground?: string };
  addresses: { url: string; label: string }[];
}

/**
 * Creates the files of a new entry: frontmatter with an explanation of every field, fingerprints of the passages, and a commented
 * stub of a statement for each passage. They contain no text of the article.
 *
 * @param passages locator → text
 * @param findIds returns the ids of known actors and places that a text names
 * @param today the date of the first revision, YYYY-MM-DD
 * @returns path from the project's root → text
 */
export function createEntryFiles(
  answers: EntryAnswers,
  passages: ReadonlyMap<string, string>,
  findIds: FindIds,
  today: string,
): Map<string, string> {
  const folder = `content/entries/${answers.id}`;
  const [passagesPath, statementsPath] = [`${folder}/passages.yaml`, `${folder}/statements.yaml`];
  return new Map([
    [`${folder}/index.mdx`, formatFrontmatter(answers, today)],
    [passagesPath, schemaComment('passages', passagesPath) + stringify({ passages: fingerprintPassages(passages) })],
    [statementsPath, schemaComment('ledgers', statementsPath) + formatStatements(answers, passages, findIds)],
  ]);
}

/** Returns the ids of known actors and places that a text names. */
export type FindIds = (text: string) => { actors: string[]; places: string[] };

/**
 * Formats passages with the text of each above its stub, to read while you write the statements. It contains the article: store it
 * outside the project.
 */
export const formatWorksheet = (answers: EntryAnswers, passages: ReadonlyMap<string, string>, findIds: FindIds) =>
  [...passages].map(([locator, text]) => `${normalise(text)}\n${formatStub(locator, text, answers, findIds)}`).join('\n');

/** Formats the stub of a statement as a comment. */
function formatStub(locator: string, text: string, { publisher, authors }: EntryAnswers, findIds: FindIds): string {
  const { actors, places } = findIds(text);
  const voices = (authors.length > 0 ? authors : [publisher]).filter(Boolean);
  return `
# ${locator} · ${pluralize(splitWords(text).length, 'word')}
#   - n:
#     at: [${locator}]
#     kind:
#     speakers: [${voices.join(', ')}]
#     text: >-
#     date: { edtf: null, ground: }
#     actors: [${actors.join(', ')}]
#     themes: []
#     places: [${places.join(', ')}]
`;
}

function formatFrontmatter({ id: _, label, addresses, ...source }: EntryAnswers, today: string): string {
  const fields = createStub(describeFields(collections.entries.schema), {
    label: label || undefined,
    source: {
      ...Object.fromEntries(Object.entries(source).map(([name, value]) => [name, value || undefined])),
      ...(addresses.length > 0 && { addresses }),
    },
    revisions: [{ date: today, text: 'First published.' }],
  });
  return `---
${fields}# Below the closing three hyphens, summarize the article in your own words, in sections (## Heading). After each sentence cite the
# numbers of its statements: <Cite s="1 2" />. A sentence without statements is an editor’s note in its own block: <Note>…</Note>
---
`;
}

function formatStatements(answers: EntryAnswers, passages: ReadonlyMap<string, string>, findIds: FindIds): string {
  const stubs = [...passages].map(([locator, text]) => formatStub(locator, text, answers, findIds));
  return `# The statements of the article, in your own words, numbered from 1 in the order of the article.
# Uncomment a stub and fill it in. Write the text on the line below >-, indented further. Copy the stub for the next statement.
# kind: ${statementKinds.join(', ')}. A forecast also needs a horizon: { edtf: null, ground: none given }.
# Put a text with a comma into "quotation marks" inside { }.
# speakers: who makes the statement. If the article passes it on, also add via, which ends with ${answers.publisher || 'the publisher'} or an author.
# A speaker without a name: [{ unnamed: a diplomatic source }]. Declare words in “ ”: quotes: [{ words: …, at: p1 }].
# actors and places: those whose names the passage contains; delete what the statement is not about.
# Optional fields: via, quotes, said, events, actors, places, condition, note. /about/fields/ explains all fields.
statements:
${stubs.join('')}`;
}
