import { readFileSync, type BigIntStats } from 'node:fs';
import type { ContentFile } from '../record/content.ts';
import { collections, type CollectionName } from '../schema/collections.ts';
import { parseFile } from './parse-file.ts';
import type { LocatedDiagnostic } from './read-content.ts';
import { formatZodIssue } from './zod-messages.ts';

/** A content file that is there, and which one. */
export interface FileEntry {
  name: CollectionName;
  id: string;
  /** From the project's root. */
  file: string;
  /** On disk. */
  path: string;
  status: BigIntStats;
}

/** A file read and checked by itself. */
export interface FileResult {
  /** Deeply frozen; undefined where the file does not fit its schema. */
  item?: ContentFile<CollectionName>;
  problems: LocatedDiagnostic[];
}

/** What this process has read, by path, as long as the file stays what it was. */
const readings = new Map<string, { mark: string; reading: FileResult }>();

/** Reads a file and checks its form and its fit with the schema. Of an unchanged file it gives the same object again. */
export function readFile(found: FileEntry): FileResult {
  const { path, file, id, name, status } = found;
  const mark = [file, id, name, status.ino, status.size, status.mtimeNs, status.ctimeNs].join();
  const known = readings.get(path);
  if (known?.mark === mark) return known.reading;
  const reading = readAnew(found, readFileSync(path, 'utf8'));
  readings.set(path, { mark, reading });
  return reading;
}

function readAnew({ name, id, file }: FileEntry, text: string): FileResult {
  const { schema } = collections[name];
  const source = parseFile(file, text);
  if (source.faults.length > 0)
    return {
      problems: source.faults.map(({ line, what, remedy }) => ({
        rule: 'file-is-well-formed',
        file,
        path: [],
        line,
        message: what,
        hint: remedy,
      })),
    };

  const result = schema.safeParse(source.data, { reportInput: true });
  if (result.success)
    return { item: frozen({ id, file, data: result.data, body: source.body }) as ContentFile<CollectionName>, problems: [] };
  return {
    problems: result.error.issues.flatMap((issue) =>
      formatZodIssue(issue, schema).map(({ path, message, hint }) => ({
        rule: 'fields-fit-the-schema',
        file,
        path,
        line: source.lineOf(path),
        message,
        hint,
      })),
    ),
  };
}

function frozen<Thing>(thing: Thing): Thing {
  if (typeof thing === 'object' && thing !== null) {
    Object.values(thing).forEach(frozen);
    Object.freeze(thing);
  }
  return thing;
}
