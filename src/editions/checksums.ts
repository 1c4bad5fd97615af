import { createSnapshot, parseNdjson, serializeNdjson, type SnapshotItem } from './snapshot.ts';
import { parsePermalinks } from './permalinks.ts';
import { statementsById, type Content } from '../record/content.ts';
import { resolveReferences } from '../record/resolve-references.ts';
import type { Statement } from '../schema/statement.ts';
import type { LocatedDiagnostic } from '../loader/read-content.ts';
import { sha256 } from '../text/sha256.ts';
import { editionFolder, readEditionFiles, type EditionFiles } from './edition-files.ts';

/** What the seals of editions hold, with the rule that each breach names. */
export const checksumRules = [
  { id: 'sealed-file-is-unchanged', truth: 'What a published edition sealed is there, byte for byte.' },
  { id: 'list-of-addresses-is-readable', truth: 'Every line of a list of addresses is one.' },
  { id: 'published-edition-is-what-the-record-holds', truth: 'Where the last edition is published, the Record holds what it sealed.' },
  { id: 'sealed-statement-keeps-its-number', truth: 'A statement of a published edition is still in its ledger, standing or withdrawn.' },
  { id: 'withdrawn-statement-stays-withdrawn', truth: 'A statement that an edition has withdrawn never stands again.' },
  { id: 'number-is-not-reused', truth: 'No number of a published edition is given to another statement.' },
] as const;

type SealRule = (typeof checksumRules)[number]['id'];

/** Everything in which content breaks what its published editions sealed. The content must keep all its rules. */
export function verifyChecksums(root: string, content: Content): LocatedDiagnostic[] {
  const editions = readEditionFiles(root, content);
  const broken = editions.flatMap((edition) => [...sealsOf(edition)]);
  return broken.length > 0 ? broken : [...sealedStatements(editions, content), ...lastEdition(editions, content)];
}

function* sealsOf({ name, data, addresses, record }: EditionFiles): Iterable<LocatedDiagnostic> {
  for (const [file, text, sum] of [
    ['addresses.txt', addresses, data.sealed?.addresses],
    ['record.ndjson', record, data.sealed?.record],
  ] as const) {
    if (sum && (text === undefined || sha256(text) !== sum)) {
      const what = text === undefined ? 'is gone' : 'is not what the edition sealed';
      yield problem(
        'sealed-file-is-unchanged',
        `${editionFolder(name)}/${file}`,
        what,
        `restore it: git checkout <commit of the edition> -- ${editionFolder(name)}`,
      );
    }
  }
  try {
    parsePermalinks(addresses ?? '');
  } catch (error) {
    yield problem(
      'list-of-addresses-is-readable',
      `${editionFolder(name)}/addresses.txt`,
      (error as Error).message,
      'write it anew: npm run addresses',
    );
  }
}

function* sealedStatements(editions: readonly EditionFiles[], content: Content): Iterable<LocatedDiagnostic> {
  const now = statementsById(content);
  const ledgers = new Map(content.ledgers.map(({ id, file, data }) => [id, { file, data }]));
  const reported = new Set<string>();
  for (const { name, record } of editions.toReversed().filter(({ data }) => data.sealed)) {
    for (const { id, data } of parseNdjson(record!).filter(({ kind }) => kind === 'statement')) {
      if (reported.has(id)) continue;
      const sealed = data as unknown as Statement;
      const entry = id.slice(0, id.lastIndexOf('.'));
      const { file = `content/entries/${entry}/statements.yaml`, data: ledger } = ledgers.get(entry) ?? {};
      const path = ['statements', ledger?.statements.findIndex(({ n }) => n === sealed.n) ?? 0];
      const found = breach(id, sealed, now.get(id)?.data, name);
      if (found) {
        reported.add(id);
        yield { ...found, file, path: now.has(id) ? path : [], line: 1 };
      }
    }
  }
}

function breach(id: string, sealed: Statement, now: Statement | undefined, edition: string) {
  const rule = (rule: SealRule, what: string, remedy: string) => ({ rule, message: what, hint: remedy });
  if (!now)
    return rule(
      'sealed-statement-keeps-its-number',
      `${id} of edition ${edition} is gone`,
      'restore it, and withdraw it: withdrawn: { date, reason }',
    );
  if (sealed.withdrawn && !now.withdrawn)
    return rule(
      'withdrawn-statement-stays-withdrawn',
      `${id} was withdrawn in edition ${edition}`,
      'restore its mark; say it anew under the next free number',
    );
  const apart = <Item>(a: readonly Item[], b: readonly Item[]) =>
    !a.some((item) => b.some((other) => JSON.stringify(item) === JSON.stringify(other)));
  if (now.text !== sealed.text && apart(now.at, sealed.at) && apart(now.speakers, sealed.speakers))
    return rule(
      'number-is-not-reused',
      `${id} shares neither text, passage nor speaker with ${id} of edition ${edition}`,
      'restore and withdraw the old statement; give the new one the next free number',
    );
  return undefined;
}

function* lastEdition(editions: readonly EditionFiles[], content: Content): Iterable<LocatedDiagnostic> {
  const last = editions.at(-1);
  if (last?.data.status !== 'published') return;
  const now = createSnapshot(resolveReferences(content));
  if (serializeNdjson(now) === last.record) return;
  const differs = firstDifference(parseNdjson(last.record!), now);
  yield problem(
    'published-edition-is-what-the-record-holds',
    last.file,
    `edition ${last.name} is published, and the Record differs from it (${differs})`,
    `open the next edition: npm run edition -- ${nextEditionName(last.name)}`,
  );
}

function firstDifference(sealed: readonly SnapshotItem[], now: readonly SnapshotItem[]): string {
  const lines = new Set(sealed.map((thing) => serializeNdjson([thing])));
  const changed = now.find((thing) => !lines.has(serializeNdjson([thing])));
  const gone = sealed.find(({ kind, id }) => !now.some((thing) => thing.kind === kind && thing.id === id));
  const thing = changed ?? gone;
  return thing ? `${thing.kind} ${thing.id}` : 'its order';
}

/** The edition that comes after another in the same year: 2026.1 → 2026.2 */
export const nextEditionName = (name: string) => `${name.split('.')[0]}.${Number(name.split('.')[1]) + 1}`;

function problem(rule: SealRule, file: string, what: string, remedy: string): LocatedDiagnostic {
  return { rule, file, path: [], line: 1, message: what, hint: remedy };
}
