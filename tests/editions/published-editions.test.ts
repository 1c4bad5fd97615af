import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readContent } from '../../src/loader/load-record.ts';
import { sha256 } from '../../src/editions/manifest.ts';
import { nextEditionName, checkPublishedEditions, publishedEditionRules } from '../../src/editions/published-editions.ts';
import { createSnapshot, serializeNdjson } from '../../src/editions/edition-files.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import { applyChanges, temporaryArchive, type Change } from '../support/archive.ts';

const ledger = 'content/entries/beta-2002/statements.yaml';
/** A statement that an edition has withdrawn. */
const fifth = `  - n: 5
    at: [p2]
    kind: opinion
    speakers: [ilse-thornbury]
    text: The boats are old.
    date: { edtf: null, ground: none given }
    themes: [ferries]
`;
const mark = `    withdrawn: { date: "2003-01-30", reason: It is not in the article. }\n`;

/** Creates an archive with a published edition, then changes it. Opens the next edition by default. */
function published(changes: Change[], open = true): string {
  const root = temporaryArchive([{ file: ledger, append: fifth + mark }]);
  const folder = join(root, 'content/editions/2003.1');
  const record = serializeNdjson(createSnapshot(resolveReferences(readContent(root).content)));
  const addresses = '/entries/beta-2002/s5/ beta-2002.s5\n';
  writeFileSync(join(folder, 'record.ndjson'), record);
  writeFileSync(join(folder, 'addresses.txt'), addresses);
  writeFileSync(
    join(folder, 'edition.yaml'),
    `date: "2003-01-31"\nstatus: published\nnote: The first.\nsealed:\n  addresses: "${sha256(addresses)}"\n  record: "${sha256(record)}"\n`,
  );
  if (open) {
    mkdirSync(join(root, 'content/editions/2003.2'));
    writeFileSync(join(root, 'content/editions/2003.2/edition.yaml'), 'date: "2003-06-01"\nstatus: in-preparation\nnote: The second.\n');
  }
  applyChanges(root, changes);
  return root;
}

const verify = (root: string) => {
  const { content, diagnostics } = readContent(root);
  expect(diagnostics).toEqual([]);
  return checkPublishedEditions(root, content).map(({ rule, file, message, hint }) => ({ rule, file, message, hint }));
};

describe('checkPublishedEditions', () => {
  it('returns no problem if no sealed file or statement changed', () => {
    expect(verify(published([]))).toEqual([]);
    expect(verify(published([], false))).toEqual([]);
  });

  it('accepts additions, corrections and withdrawals in the next edition', () => {
    const root = published([
      { file: ledger, append: fifth.replace('n: 5', 'n: 6') },
      { file: ledger, replace: 'in the autumn of 2001.', with: 'in the autumn of that year.' },
      { file: 'content/editions/2003.2/edition.yaml', replace: 'The second.', with: 'More.' },
    ]);
    expect(verify(root)).toEqual([]);
  });

  const folder = 'content/editions/2003.1';
  const changedWord: Change = { file: ledger, replace: 'in the autumn of 2001.', with: 'in the autumn of that year.' };
  const inFifth = (text: string): Change => ({ file: ledger, replace: fifth + mark, with: text });
  const soup = fifth.replace('p2', 'c1').replace('ilse-thornbury', 'beacon-wire').replace('The boats are old.', 'Soup is served.');
  const unsealed = ['does not match its SHA-256 in edition.yaml', 'git checkout'] as const;

  const cases: [what: string, change: Change, rule: (typeof publishedEditionRules)[number], message: string, hint: string][] = [
    ['a changed line', { file: `${folder}/addresses.txt`, replace: '/s5/', with: '/s6/' }, 'sealed-file-is-unchanged', ...unsealed],
    ['an added line', { file: `${folder}/addresses.txt`, append: '/actors/suther/\n' }, 'sealed-file-is-unchanged', ...unsealed],
    ['a changed word', { file: `${folder}/record.ndjson`, replace: 'are old.', with: 'are new.' }, 'sealed-file-is-unchanged', ...unsealed],
    [
      'changed content without an edition in preparation',
      changedWord,
      'published-edition-is-what-the-record-holds',
      'the content has changed (statement beta-2002.s1)',
      'npm run edition -- 2003.2',
    ],
    [
      'a deleted statement',
      inFifth(''),
      'sealed-statement-keeps-its-number',
      '“beta-2002.s5” of edition 2003.1 is missing',
      'restore it and withdraw it',
    ],
    [
      'a withdrawn statement without its mark',
      inFifth(fifth),
      'withdrawn-statement-stays-withdrawn',
      '“beta-2002.s5” is withdrawn in edition 2003.1',
      'under the next free number',
    ],
    [
      'a number that is reused for another statement',
      inFifth(soup + mark),
      'number-is-not-reused',
      'differs in text, passage and speaker from edition 2003.1',
      'give the new one the next free number',
    ],
    [
      'an invalid line in addresses.txt',
      { file: 'content/editions/2003.2/addresses.txt', write: '/a/ nonsense\n' },
      'list-of-addresses-is-readable',
      '“nonsense” is not a statement, format or anchor',
      'npm run addresses',
    ],
  ];

  test.each(cases)('reports %s', (_, change, rule, message, hint) => {
    expect(verify(published([change], change !== changedWord))).toEqual([
      { rule, file: expect.any(String), message: expect.stringContaining(message), hint: expect.stringContaining(hint) },
    ]);
  });

  test.each(publishedEditionRules)('rule %s has a test case', (id) => {
    expect(cases.some(([, , rule]) => rule === id)).toBe(true);
  });
});

test('nextEditionName increments the number as a number', () => {
  expect([nextEditionName('2026.1'), nextEditionName('2026.9')]).toEqual(['2026.2', '2026.10']);
});
