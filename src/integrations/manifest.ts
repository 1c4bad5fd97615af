import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { formatBrokenPermalinks, readBuiltSite } from '../editions/permalinks.ts';
import { readEditionFiles } from '../editions/edition-files.ts';
import { writeManifest } from '../editions/manifest.ts';
import { loadContent } from '../loader/load-record.ts';
import { UserError } from '../loader/errors.ts';

/** Writes the manifest of a build and checks that every permalink of a published edition resolves. Must be the last integration. */
export function manifest(): AstroIntegration {
  return {
    name: 'manifest',
    hooks: {
      'astro:build:done'({ dir }) {
        const root = process.cwd();
        const folder = fileURLToPath(dir);
        const { content } = loadContent();
        writeManifest(root, folder, content);
        const broken = formatBrokenPermalinks(readEditionFiles(root, content), readBuiltSite(folder, content));
        if (broken) throw new UserError(broken);
      },
    },
  };
}
