import { dirname, relative } from 'node:path';
import { collections, type CollectionName } from '../src/schema/collections.ts';
import { toJsonSchema } from '../src/schema/fields.ts';
import { layers } from '../eslint.config.js';

/** The folder of the JSON Schemas for editors. */
const FOLDER = '.vscode/schemas';

/** Returns the JSON Schema of each collection, the editor settings that use them, and recommended extensions: path → text. */
export function schemaFiles(): Map<string, string> {
  const names = Object.keys(collections) as CollectionName[];
  return new Map([
    ...names.map((name): [string, string] => [schemaPath(name), json({ title: name, ...toJsonSchema(collections[name].schema) })]),
    ['.vscode/settings.json', json(settings(names))],
    ['.vscode/extensions.json', json({ recommendations: ['astro-build.astro-vscode', 'redhat.vscode-yaml', 'unifiedjs.vscode-mdx'] })],
  ]);
}

/** Returns the first line of a YAML file, from which editors without these settings find its schema. */
export function schemaComment(name: CollectionName, file: string): string {
  return `# yaml-language-server: $schema=${relative(dirname(file), schemaPath(name)).replaceAll('\\', '/')}\n`;
}

/** Draws the folders of `src` and their allowed imports (`layers` in eslint.config.js) as a Mermaid diagram in Markdown. */
export function architectureDiagram(): string {
  const imports = new Map<string, readonly string[]>(Object.entries(layers));
  const importsOf = (folder: string) => imports.get(folder) ?? [];
  const reaches = (from: string, to: string): boolean => importsOf(from).some((next) => next === to || reaches(next, to));
  // An arrow is left out if other arrows imply it.
  const arrows = [...imports].flatMap(([from, allowed]) =>
    allowed.filter((to) => !allowed.some((other) => reaches(other, to))).map((to) => `  ${nodeId(from)} --> ${nodeId(to)}`),
  );
  const nodes = [...imports.keys()].map((folder) => `  ${nodeId(folder)}["${folder}"]`);
  return `# Diagram of modules

Folders of \`src\` and what they may import. ESLint enforces it: see \`layers\` in \`eslint.config.js\`. An arrow is left out if other
arrows imply it. \`npm run generate\` writes this file.

\`\`\`mermaid
flowchart TD
${[...nodes, ...arrows].join('\n')}
\`\`\`
`;
}

const schemaPath = (name: CollectionName) => `${FOLDER}/${name}.json`;

function settings(names: readonly CollectionName[]) {
  const files = names.filter((name) => /\.yaml\}?$/.test(collections[name].pattern));
  return {
    'yaml.schemas': Object.fromEntries(
      files.map((name) => {
        const { base, pattern } = collections[name];
        const globs = expandBraces(pattern).map((each) => `/content/${base === '.' ? '' : `${base}/`}${each}`);
        return [`./${schemaPath(name)}`, globs.length === 1 ? globs[0] : globs];
      }),
    ),
    'astro.content-intellisense': true,
    'files.insertFinalNewline': true,
    'editor.wordWrap': 'on',
  };
}

/** Expands braces: `{a.yaml,b/*.yaml}` → `a.yaml`, `b/*.yaml`. */
const expandBraces = (pattern: string) => (pattern.startsWith('{') ? pattern.slice(1, -1).split(',') : [pattern]);

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const nodeId = (folder: string) => folder.replace('/', '_');
