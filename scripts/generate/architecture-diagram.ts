import { layers } from '../../eslint.config.js';

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

const nodeId = (folder: string) => folder.replace('/', '_');
