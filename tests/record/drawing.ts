/** A room as far as the drawing shows it. */
interface DrawnRoom {
  from?: readonly string[];
  types?: readonly string[];
  core?: true;
}

/**
 * The house as a Mermaid drawing in Markdown: an arrow from each room to those that it imports, but for arrows that others imply;
 * a dotted one where it is for a single file or for types alone. Rooms of the core, which knows no framework, clock or file system, stand in a frame.
 */
export function drawingOf(rooms: Readonly<Record<string, DrawnRoom>>): string {
  const names = Object.keys(rooms);
  const whole = new Map(names.map((name) => [name, (rooms[name]!.from ?? []).filter((target) => names.includes(target))]));
  const reaches = (from: string, to: string): boolean => whole.get(from)!.some((next) => next === to || reaches(next, to));
  const solid = names.flatMap((name) => {
    const targets = whole.get(name)!;
    return targets
      .filter((target) => !targets.some((other) => other !== target && reaches(other, target)))
      .map((target) => `  ${nodeOf(name)} --> ${nodeOf(target)}`);
  });
  const dotted = names.flatMap((name) => {
    const files = (rooms[name]!.from ?? []).filter((target) => !names.includes(target));
    const types = (rooms[name]!.types ?? []).filter((target) => names.includes(target) && !reaches(name, target));
    return [
      ...files.map((file) => `  ${nodeOf(name)} -. ${file} .-> ${nodeOf(file.split('/')[0]!)}`),
      ...types.map((target) => `  ${nodeOf(name)} -. types .-> ${nodeOf(target)}`),
    ];
  });
  const lines = [...solid, ...dotted];
  const core = names.filter((name) => rooms[name]!.core).map((name) => `    ${nodeOf(name)}`);
  return `# The house

Which room imports which, drawn from the table in \`tests/record/architecture.test.ts\` that the code is held to; an arrow that others
imply is left out, and one for a single file or for types alone is dotted. Made by \`npm run drawing\`.

\`\`\`mermaid
flowchart TD
  subgraph core ["the core: arguments only"]
${core.join('\n')}
  end
${lines.join('\n')}
\`\`\`
`;
}

/** A name that Mermaid takes as it is. */
const nodeOf = (name: string) => (/^[a-z]+$/.test(name) ? name : `${name.replace(/\W/g, '_')}["${name}"]`);
