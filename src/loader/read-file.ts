import { readFileSync, type BigIntStats } from 'node:fs';
import type { ContentFile } from '../record/content.ts';
import { collections, type CollectionName } from '../schema/collections.ts';
import { parseFile } from './parse-file.ts';
import type { PlacedProblem } from './read-content.ts';
import { sayIssue } from './zod-messages.ts';

/** A content file that is there, and which one. */
export interface FoundFile {
  name: CollectionName;
  id: string;
  /** From the project's root. */
  file: string;
  /** On disk. */
  path: string;
  status: BigIntStats;
}

/** A file read and checked by itself. */
export interface FileReading {
  /** Deeply frozen; undefined where the file does not fit its schema. */
  item?: ContentFile<CollectionName>;
  problems: PlacedProblem[];
}

/** What this process has read, by path, as long as the file stays what it was. */
const readings = new Map<string, { mark: string; reading: FileReading }>();

/** Reads a file and checks its form and its fit with the schema. Of an unchanged file it gives the same object again. */
export function readFile(found: FoundFile): FileReading {
  const { path, file, id, name, status } = found;
  const mark = [file, id, name, status.ino, status.size, status.mtimeNs, status.ctimeNs].join();
  const known = readings.get(path);
  if (known?.mark === mark) return known.reading;
  const reading = readAnew(found, readFileSync(path, 'utf8'));
  readings.set(path, { mark, reading });
  return reading;
}

function readAnew({ name, id, file }: FoundFile, text: string): FileReading {
  const { schema } = collections[name];
  const source = parseFile(file, text);
  if (source.faults.length > 0)
    return {
      problems: source.faults.map(({ line, what, remedy }) => ({ rule: 'file-is-well-formed', file, path: [], line, what, remedy })),
    };

  const result = schema.safeParse(source.data, { reportInput: true });
  if (result.success)
    return { item: frozen({ id, file, data: result.data, body: source.body }) as ContentFile<CollectionName>, problems: [] };
  return {
    problems: result.error.issues.flatMap((issue) =>
      sayIssue(issue, schema).map(({ path, what, remedy }) => ({
        rule: 'fields-fit-the-schema',
        file,
        path,
        line: source.lineOf(path),
        what,
        remedy,
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
