import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateArchive } from '../../scripts/bench/generate-archive.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { archive } from '../support/archive.ts';

test.each([1, 7])('generateArchive writes an archive of %i articles without errors', (articles) => {
  const root = mkdtempSync(join(tmpdir(), 'record-bench-'));
  try {
    const statements = generateArchive(root, archive, articles);
    const { content, diagnostics } = readContent(root);
    expect(diagnostics).toEqual([]);
    expect(content.entries).toHaveLength(articles);
    expect(content.ledgers.reduce((sum, { data }) => sum + data.statements.length, 0)).toBe(statements);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
