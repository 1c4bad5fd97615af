import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

/** What a source file takes from elsewhere. */
export interface Import {
  /** Path of the imported file from the project's root, or the specifier where it is a package. */
  target: string;
  /** Whether nothing but types is imported. */
  typesOnly: boolean;
}

/** A source file with what it imports and which ambient things it touches. */
export interface Source {
  file: string;
  imports: Import[];
  /** `process`, `Date.now`, `new Date()` …: what makes a function depend on when and where it runs. */
  ambient: string[];
}

/** All TypeScript and Astro files below a folder, sorted by path. */
export function readSources(root: string, folder: string): Source[] {
  const paths = globSync(`${folder}/**/*.{ts,astro}`, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return paths
    .filter((path) => !path.endsWith('.d.ts'))
    .toSorted()
    .map((file) => readSource(file, readFileSync(join(root, file), 'utf8'), (path) => existsSync(join(root, path))));
}

/**
 * Reads one file.
 *
 * @param exists whether there is a file at a path from the root; a relative import is looked up with it
 */
export function readSource(file: string, text: string, exists: (path: string) => boolean): Source {
  const source: Source = { file, imports: [], ambient: [] };
  for (const code of file.endsWith('.astro') ? scriptsOf(text) : [text]) {
    walk(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS), (node) => {
      const found = importIn(node);
      if (found) source.imports.push({ target: resolve(file, found.specifier, exists), typesOnly: found.typesOnly });
      const ambient = ambientIn(node);
      if (ambient) source.ambient.push(ambient);
    });
  }
  return source;
}

/** Rings of imports: each as the files around it, the first named again at the end. */
export function importRings(sources: readonly Source[]): string[][] {
  const graph = new Map(sources.map(({ file, imports }) => [file, imports.map(({ target }) => target)]));
  const done = new Set<string>();
  const rings: string[][] = [];
  const visit = (file: string, trail: string[]) => {
    if (trail.includes(file)) rings.push([...trail.slice(trail.indexOf(file)), file]);
    else if (!done.has(file)) for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return rings;
}

/** The frontmatter of an Astro file and its scripts. */
function scriptsOf(text: string): string[] {
  const frontmatter = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  return [frontmatter, ...[...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]!)];
}

function walk(node: ts.Node, visit: (node: ts.Node) => void) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function importIn(node: ts.Node): { specifier: string; typesOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause;
    const named = clause?.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : undefined;
    const onlyTypesNamed = !clause?.name && named !== undefined && named.length > 0 && named.every(({ isTypeOnly }) => isTypeOnly);
    return { specifier: node.moduleSpecifier.text, typesOnly: clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || onlyTypesNamed };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typesOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, typesOnly: true };
  }
  const [argument] = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
  return argument && ts.isStringLiteralLike(argument) ? { specifier: argument.text, typesOnly: false } : undefined;
}

function ambientIn(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length) return 'new Date()';
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'Date()';
  if (ts.isIdentifier(node) && node.text === 'process' && !isNameOfProperty(node)) return 'process';
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const member = `${node.expression.getText()}.${node.name.text}`;
  return AMBIENT.includes(member) ? member : undefined;
}

const AMBIENT = ['Date.now', 'Math.random', 'performance.now', 'import.meta.env'];

const isNamed = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name;

function isNameOfProperty(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) && parent.name === node) || (ts.isPropertyAssignment(parent) && parent.name === node);
}

function resolve(file: string, specifier: string, exists: (path: string) => boolean): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.join(dirname(file), specifier);
  return [path, `${path}.ts`, `${path}.astro`, `${path}/index.ts`].find((each) => /\.\w+$/.test(each) && exists(each)) ?? path;
}
