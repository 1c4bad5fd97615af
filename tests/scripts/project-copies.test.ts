import { expect, test } from 'vitest';
import { multiplyArchive } from '../../scripts/project-copies.ts';
import { readContent } from '../../src/loader/load-record.ts';
import { archive, temporaryFolder } from '../support/archive.ts';

test('multiplyArchive writes three copies of an archive without errors', () => {
  const root = temporaryFolder();
  expect(multiplyArchive(root, archive, 3)).toBe(6);
  const { content, diagnostics } = readContent(root);
  expect(diagnostics).toEqual([]);
  expect(content.entries).toHaveLength(6);
});
