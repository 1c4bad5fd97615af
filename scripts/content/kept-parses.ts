import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** What a file of YAML, or of MDX with YAML, came to. */
export interface Parse {
  data: unknown;
  body: string;
}

/** Parses of earlier runs. Of a file whose text has changed there is none: it goes by the text, not by name or date. */
export interface KeptParses {
  find: (file: string, text: string) => Parse | undefined;
  add: (file: string, text: string, parse: Parse) => void;
  /** Keeps what was added for later runs. */
  write: () => void;
}

/** Where they are kept, from the project's root: generated, safe to delete. */
export const KEPT = '.astro/parses.json';

/** So few new parses are not worth writing everything again. */
const FEW = 20;

/**
 * The parses kept in a file; none where it is missing, broken, or was written by another parser.
 *
 * @param few for so many new ones the file is not written again
 */
export function keptParses(path: string = KEPT, few = FEW): KeptParses {
  const parses = read(path);
  let fresh = 0;
  return {
    find(file, text) {
      const kept = parses.get(file);
      return kept?.sum === sumOf(text) ? kept.parse : undefined;
    },
    add(file, text, parse) {
      parses.set(file, { sum: sumOf(text), parse });
      fresh++;
    },
    write() {
      if (fresh <= few) return;
      mkdirSync(dirname(path), { recursive: true });
      // Written whole, then put in place: a run that is broken off leaves no half.
      writeFileSync(`${path}.${process.pid}`, JSON.stringify({ parser: parser(), parses: [...parses] }));
      renameSync(`${path}.${process.pid}`, path);
      fresh = 0;
    },
  };
}

type Kept = Map<string, { sum: string; parse: Parse }>;

function read(path: string): Kept {
  if (!existsSync(path)) return new Map();
  try {
    const { parser: by, parses } = JSON.parse(readFileSync(path, 'utf8')) as {
      parser: string;
      parses: [string, { sum: string; parse: Parse }][];
    };
    return new Map(by === parser() ? parses : []);
  } catch {
    return new Map();
  }
}

const sumOf = (text: string) => createHash('sha256').update(text).digest('base64');

/** What parses: the version of the YAML package and our own code around it. */
function parser(): string {
  const { version } = createRequire(import.meta.url)('yaml/package.json') as { version: string };
  return `${version} ${sumOf(readFileSync(new URL('./parse-file.ts', import.meta.url), 'utf8'))}`;
}
