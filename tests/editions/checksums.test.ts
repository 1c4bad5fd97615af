import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import { sha256 } from '../../src/text/sha256.ts';
import { nextEditionName, verifyChecksums, checksumRules } from '../../src/editions/checksums.ts';
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

/** An archive whose first edition is published, then changed; the next edition is open unless asked otherwise. */
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

const found = (root: string) => {
  const { content, diagnostics } = readContent(root);
  expect(diagnostics).toEqual([]);
  return verifyChecksums(root, content).map(({ rule, file, message, hint }) => ({ rule, file, what: message, remedy: hint }));
};

describe('a published edition', () => {
  it('holds while nothing that it sealed is changed', () => {
    expect(found(published([]))).toEqual([]);
    expect(found(published([], false))).toEqual([]);
  });

  it('lets the next one add, correct and withdraw', () => {
    const root = published([
      { file: ledger, append: fifth.replace('n: 5', 'n: 6') },
      { file: ledger, replace: 'in the autumn of 2001.', with: 'in the autumn of that year.' },
      { file: 'content/editions/2003.2/edition.yaml', replace: 'The second.', with: 'More.' },
    ]);
    expect(found(root)).toEqual([]);
  });

  const cases: { name: string; change: Change; open?: false; rule: (typeof checksumRules)[number]['id']; what: string; remedy: string }[] =
    [
      {
        name: 'a line of its list of addresses changed',
        change: { file: 'content/editions/2003.1/addresses.txt', replace: '/s5/', with: '/s6/' },
        rule: 'sealed-file-is-unchanged',
        what: 'is not what the edition sealed',
        remedy: 'git checkout',
      },
      {
        name: 'a line added to its list of addresses',
        change: { file: 'content/editions/2003.1/addresses.txt', append: '/actors/suther/\n' },
        rule: 'sealed-file-is-unchanged',
        what: 'is not what the edition sealed',
        remedy: 'git checkout',
      },
      {
        name: 'a word of its data changed',
        change: { file: 'content/editions/2003.1/record.ndjson', replace: 'The boats are old.', with: 'The boats are new.' },
        rule: 'sealed-file-is-unchanged',
        what: 'is not what the edition sealed',
        remedy: 'git checkout',
      },
      {
        name: 'the Record changed and no edition opened',
        change: { file: ledger, replace: 'in the autumn of 2001.', with: 'in the autumn of that year.' },
        open: false,
        rule: 'published-edition-is-what-the-record-holds',
        what: 'the Record differs from it (statement beta-2002.s1)',
        remedy: 'npm run edition -- 2003.2',
      },
      {
        name: 'its last statement deleted',
        change: { file: ledger, replace: fifth + mark, with: '' },
        rule: 'sealed-statement-keeps-its-number',
        what: 'beta-2002.s5 of edition 2003.1 is gone',
        remedy: 'restore it, and withdraw it',
      },
      {
        name: 'a withdrawn statement put back',
        change: { file: ledger, replace: mark, with: '' },
        rule: 'withdrawn-statement-stays-withdrawn',
        what: 'beta-2002.s5 was withdrawn in edition 2003.1',
        remedy: 'under the next free number',
      },
      {
        name: 'a number given to another statement',
        change: {
          file: ledger,
          replace: fifth + mark,
          with: fifth.replace('p2', 'c1').replace('ilse-thornbury', 'beacon-wire').replace('The boats are old.', 'Soup is served.') + mark,
        },
        rule: 'number-is-not-reused',
        what: 'shares neither text, passage nor speaker',
        remedy: 'give the new one the next free number',
      },
      {
        name: 'a list of addresses that cannot be read',
        change: { file: 'content/editions/2003.2/edition.yaml', append: '' },
        rule: 'list-of-addresses-is-readable',
        what: '“nonsense” is no statement, form or anchor',
        remedy: 'npm run addresses',
      },
    ];

  test.each(cases)('is broken by $name', ({ change, open, rule, what, remedy }) => {
    const root = published([change], open);
    if (rule === 'list-of-addresses-is-readable') writeFileSync(join(root, 'content/editions/2003.2/addresses.txt'), '/a/ nonsense\n');
    expect(found(root)).toEqual([
      { rule, file: expect.any(String), what: expect.stringContaining(what), remedy: expect.stringContaining(remedy) },
    ]);
  });

  test.each(checksumRules.map(({ id }) => id))('%s has a case that breaks it', (id) => {
    expect(cases.some(({ rule }) => rule === id)).toBe(true);
  });

  it('has a next one', () => {
    expect([nextEditionName('2026.1'), nextEditionName('2026.9')]).toEqual(['2026.2', '2026.10']);
  });
});
