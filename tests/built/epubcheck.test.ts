import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recordBook } from '../../src/books/book.ts';
import { createEpub } from '../../src/books/book-formats.ts';
import type { TheRecord } from '../../src/record/model.ts';
import { temporaryFolder } from '../support/archive.ts';
import { site } from '../support/citations.ts';
import { records } from '../support/record.ts';

const epubOf = (record: TheRecord) => createEpub(recordBook(record, site), site);

/** Debian's package installs a JAR that is not executable everywhere. */
const JAR = '/usr/share/java/epubcheck.jar';
const hasEpubCheck = existsSync(JAR) && spawnSync('java', ['-version']).status === 0;
if (!hasEpubCheck) console.warn('Not tested: the EPUB by epubcheck, which is not installed (Debian: apt-get install epubcheck).');

describe.skipIf(!hasEpubCheck)('epubcheck', { timeout: 180_000 }, () => {
  const check = (epub: Uint8Array) => {
    const file = join(temporaryFolder(), 'book.epub');
    writeFileSync(file, epub);
    const { status, stderr } = spawnSync('java', ['-jar', JAR, file], { encoding: 'utf8' });
    return { status, stderr };
  };
  test('accepts the EPUB of the Record', () => {
    expect(check(epubOf(records[1][1]))).toMatchObject({ status: 0 });
  });

  test('rejects a link to a statement that the book does not contain', () => {
    const files = unzipSync(epubOf(records[0][1]));
    const broken = new TextDecoder().decode(files['EPUB/questions.xhtml']).replace(/(\.xhtml#entries-[^"]+-s\d+)"/, '$100"');
    expect(check(zipSync({ ...files, 'EPUB/questions.xhtml': strToU8(broken) }))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('RSC-012'),
    });
  });
});
