import type { LocatedDiagnostic } from '../loader/errors.ts';
import { statementsById, type Content } from '../record/content.ts';
import { resolveReferences } from '../record/resolve-references.ts';
import type { Statement } from '../schema/statement.ts';
import { sha256 } from './manifest.ts';
import {
  createSnapshot,
  type EditionFiles,
  editionFolder,
  parseNdjson,
  readEditionFiles,
  serializeNdjson,
  type SnapshotItem,
} from './edition-files.ts';
import { parsePermalinks } from './permalinks.ts';

/** Rules about published editions, checked after all other rules. */
export const publishedEditionRules = [
  'sealed-file-is-unchanged',
  'list-of-addresses-is-readable',
  'published-edition-is-what-the-record-holds',
  'sealed-statement-keeps-its-number',
  'withdrawn-statement-stays-withdrawn',
  'number-is-not-reused',
] as const;

type PublishedEditionRule = (typeof publishedEditionRules)[number];

/** Returns every difference that is not allowed between valid content and its published editions. */
export function checkPublishedEditions(root: string, content: Content): LocatedDiagnostic[] {
  const editions = readEditionFiles(root, content);
  const corrupt = editions.flatMap((edition) => [...checkFiles(edition)]);
  return corrupt.length > 0 ? corrupt : [...checkStatements(editions, content), ...checkLastEdition(editions, content)];
}

/** Returns the name of the next edition in the same year: 2026.1 → 2026.2. */
export const nextEditionName = (name: string) => `${name.split('.')[0]}.${Number(name.split('.')[1]) + 1}`;

function* checkFiles({ name, data, addresses, snapshotText }: EditionFiles): Iterable<LocatedDiagnostic> {
  const folder = editionFolder(name);
  for (const [file, text, sum] of [
    ['addresses.txt', addresses, data.sealed?.addresses],
    ['record.ndjson', snapshotText, data.sealed?.record],
  ] as const) {
    if (!sum || (text !== undefined && sha256(text) === sum)) continue;
    const message = text === undefined ? 'is missing' : 'does not match its SHA-256 in edition.yaml';
    const hint = `restore it: git checkout <commit of the edition> -- ${folder}`;
    yield diagnostic('sealed-file-is-unchanged', `${folder}/${file}`, message, hint);
  }
  try {
    parsePermalinks(addresses ?? '');
  } catch (error) {
    yield diagnostic('list-of-addresses-is-readable', `${folder}/addresses.txt`, (error as Error).message, 'run npm run addresses');
  }
}

function* checkStatements(editions: readonly EditionFiles[], content: Content): Iterable<LocatedDiagnostic> {
  const statements = statementsById(content);
  const ledgers = new Map(content.ledgers.map((ledger) => [ledger.id, ledger]));
  const reported = new Set<string>();
  for (const { name, snapshotText } of editions.toReversed().filter(({ data }) => data.sealed)) {
    for (const { id, data } of parseNdjson(snapshotText!).filter(({ kind }) => kind === 'statement')) {
      const published = data as unknown as Statement;
      const problem = reported.has(id) ? undefined : compareStatement(id, published, statements.get(id)?.data, name);
      if (!problem) continue;
      reported.add(id);
      const entry = id.slice(0, id.lastIndexOf('.'));
      const ledger = ledgers.get(entry);
      const path = statements.has(id) ? ['statements', ledger!.data.statements.findIndex(({ n }) => n === published.n)] : [];
      const file = ledger?.file ?? `content/entries/${entry}/statements.yaml`;
      yield { ...diagnostic(problem.rule, file, problem.message, problem.hint), path };
    }
  }
}

function compareStatement(
  id: string,
  published: Statement,
  current: Statement | undefined,
  edition: string,
): { rule: PublishedEditionRule; message: string; hint: string } | undefined {
  if (!current)
    return {
      rule: 'sealed-statement-keeps-its-number',
      message: `“${id}” of edition ${edition} is missing`,
      hint: 'restore it and withdraw it: withdrawn: { date, reason }',
    };
  if (published.withdrawn && !current.withdrawn)
    return {
      rule: 'withdrawn-statement-stays-withdrawn',
      message: `“${id}” is withdrawn in edition ${edition}`,
      hint: 'restore its field withdrawn; add the statement again under the next free number',
    };
  const shareNothing = (a: readonly unknown[], b: readonly unknown[]) => {
    const items = new Set(a.map((item) => JSON.stringify(item)));
    return !b.some((item) => items.has(JSON.stringify(item)));
  };
  if (current.text !== published.text && shareNothing(current.at, published.at) && shareNothing(current.speakers, published.speakers))
    return {
      rule: 'number-is-not-reused',
      message: `“${id}” differs in text, passage and speaker from edition ${edition}`,
      hint: 'restore and withdraw the old statement; give the new one the next free number',
    };
  return undefined;
}

function* checkLastEdition(editions: readonly EditionFiles[], content: Content): Iterable<LocatedDiagnostic> {
  const last = editions.at(-1);
  if (last?.data.status !== 'published') return;
  const snapshot = createSnapshot(resolveReferences(content));
  if (serializeNdjson(snapshot) === last.snapshotText) return;
  const difference = firstDifference(parseNdjson(last.snapshotText!), snapshot);
  const message = `edition ${last.name} is published, but the content has changed (${difference})`;
  const hint = `open the next edition: npm run edition -- ${nextEditionName(last.name)}`;
  yield diagnostic('published-edition-is-what-the-record-holds', last.file, message, hint);
}

function firstDifference(published: readonly SnapshotItem[], current: readonly SnapshotItem[]): string {
  const lines = new Set(published.map((item) => serializeNdjson([item])));
  const changed = current.find((item) => !lines.has(serializeNdjson([item])));
  const missing = published.find(({ kind, id }) => !current.some((item) => item.kind === kind && item.id === id));
  const item = changed ?? missing;
  return item ? `${item.kind} ${item.id}` : 'order of items';
}

function diagnostic(rule: PublishedEditionRule, file: string, message: string, hint: string): LocatedDiagnostic {
  return { rule, file, message, hint, path: [], line: 1 };
}
