import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { multiplyArchive } from '../../scripts/multiply-archive.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { archive } from '../support/archive.ts';

test.each([archive, '.'])('multiplyArchive writes three copies of “%s” without errors', (source) => {
  const root = mkdtempSync(join(tmpdir(), 'record-bench-'));
  try {
    const articles = multiplyArchive(root, source, 3);
    const { content, diagnostics } = readContent(root);
    expect(diagnostics).toEqual([]);
    expect(content.entries).toHaveLength(articles);
    expect(articles).toBe(3 * readContent(source).content.entries.length);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
