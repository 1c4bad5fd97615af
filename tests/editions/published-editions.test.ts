import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import { sha256 } from '../../src/text/sha256.ts';
import { nextEditionName, checkPublishedEditions, publishedEditionRules } from '../../src/editions/published-editions.ts';
import { createSnapshot, serializeNdjson } from '../../src/editions/snapshot.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import { changedArchive, removeArchive, type Change } from '../support/archive.ts';

const made: string[] = [];
afterEach(() => made.splice(0).forEach(removeArchive));

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
  const root = changedArchive([{ file: ledger, append: fifth + mark }]);
  made.push(root);
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
  for (const { file, replace, with: text = '', append } of changes) {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    if (replace !== undefined) expect(before.split(replace)).toHaveLength(2);
    writeFileSync(path, replace === undefined ? before + append! : before.replace(replace, text));
  }
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

  const cases: {
    name: string;
    change: Change;
    open?: false;
    rule: (typeof publishedEditionRules)[number];
    message: string;
    hint: string;
  }[] = [
    {
      name: 'a changed line in addresses.txt',
      change: { file: 'content/editions/2003.1/addresses.txt', replace: '/s5/', with: '/s6/' },
      rule: 'sealed-file-is-unchanged',
      message: 'does not match its SHA-256 in edition.yaml',
      hint: 'git checkout',
    },
    {
      name: 'an added line in addresses.txt',
      change: { file: 'content/editions/2003.1/addresses.txt', append: '/actors/suther/\n' },
      rule: 'sealed-file-is-unchanged',
      message: 'does not match its SHA-256 in edition.yaml',
      hint: 'git checkout',
    },
    {
      name: 'a changed word in record.ndjson',
      change: { file: 'content/editions/2003.1/record.ndjson', replace: 'The boats are old.', with: 'The boats are new.' },
      rule: 'sealed-file-is-unchanged',
      message: 'does not match its SHA-256 in edition.yaml',
      hint: 'git checkout',
    },
    {
      name: 'changed content without an edition in preparation',
      change: { file: ledger, replace: 'in the autumn of 2001.', with: 'in the autumn of that year.' },
      open: false,
      rule: 'published-edition-is-what-the-record-holds',
      message: 'the content has changed (statement beta-2002.s1)',
      hint: 'npm run edition -- 2003.2',
    },
    {
      name: 'a deleted statement',
      change: { file: ledger, replace: fifth + mark, with: '' },
      rule: 'sealed-statement-keeps-its-number',
      message: '“beta-2002.s5” of edition 2003.1 is missing',
      hint: 'restore it and withdraw it',
    },
    {
      name: 'a withdrawn statement without its mark',
      change: { file: ledger, replace: mark, with: '' },
      rule: 'withdrawn-statement-stays-withdrawn',
      message: '“beta-2002.s5” is withdrawn in edition 2003.1',
      hint: 'under the next free number',
    },
    {
      name: 'a number that is reused for another statement',
      change: {
        file: ledger,
        replace: fifth + mark,
        with: fifth.replace('p2', 'c1').replace('ilse-thornbury', 'beacon-wire').replace('The boats are old.', 'Soup is served.') + mark,
      },
      rule: 'number-is-not-reused',
      message: 'differs in text, passage and speaker from edition 2003.1',
      hint: 'give the new one the next free number',
    },
    {
      name: 'an invalid line in addresses.txt',
      change: { file: 'content/editions/2003.2/edition.yaml', append: '' },
      rule: 'list-of-addresses-is-readable',
      message: '“nonsense” is not a statement, format or anchor',
      hint: 'npm run addresses',
    },
  ];

  test.each(cases)('reports $name', ({ change, open, rule, message, hint }) => {
    const root = published([change], open);
    if (rule === 'list-of-addresses-is-readable') writeFileSync(join(root, 'content/editions/2003.2/addresses.txt'), '/a/ nonsense\n');
    expect(verify(root)).toEqual([
      { rule, file: expect.any(String), message: expect.stringContaining(message), hint: expect.stringContaining(hint) },
    ]);
  });

  test.each(publishedEditionRules)('rule %s has a test case', (id) => {
    expect(cases.some(({ rule }) => rule === id)).toBe(true);
  });
});

test('nextEditionName increments the number as a number', () => {
  expect([nextEditionName('2026.1'), nextEditionName('2026.9')]).toEqual(['2026.2', '2026.10']);
});
