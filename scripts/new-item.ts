import { parseArgs } from 'node:util';
import { Cancelled, terminal } from './new/prompter.ts';
import { thingKinds, newThing, type ThingKind } from './new/item.ts';
import { Refusal, writeNew } from './new/write-files.ts';
import { optionsOfThing } from './new/item.ts';
import { helpWasAsked } from './options.ts';

/**
 * Writes the file of a new actor, event, theme, place or term, with every field explained: `npm run new:event -- ferry-pact`.
 * What the options do not say is asked on a terminal, else left to be filled in. `--dry-run` writes nothing and prints the file.
 */
const [kind, ...args] = process.argv.slice(2) as [ThingKind, ...string[]];
if (!thingKinds.includes(kind)) throw new Error(`${kind} is none of ${thingKinds.join(', ')}`);

try {
  if (!helpWasAsked(`usage: ${usage()}`)) await write();
} catch (error) {
  if (error instanceof Refusal) console.error(error.message);
  else if (!(error instanceof Cancelled)) throw error;
  process.exitCode = 1;
}

async function write() {
  const { values, positionals } = readOptions();
  if (positionals.length !== 1) throw new Refusal('Name one id', usage());
  const asker = process.stdin.isTTY && process.stdout.isTTY ? terminal : undefined;
  const { file, text, next } = await newThing(process.cwd(), kind, positionals[0]!, values as Record<string, string>, asker);
  if (values['dry-run']) console.log(`${file} would be:\n\n${text}`);
  else {
    writeNew(new Map([[file, text]]));
    console.log(`Wrote ${file}. To undo: delete it.\n${next}`);
  }
}

function readOptions() {
  const options = Object.fromEntries(optionsOfThing(kind).map(({ option }) => [option, { type: 'string' as const }]));
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...options, 'dry-run': { type: 'boolean' } } });
  } catch (error) {
    throw new Refusal((error as Error).message, usage());
  }
}

function usage(): string {
  const options = optionsOfThing(kind).map(({ option, required }) => (required ? `--${option} …` : `[--${option} …]`));
  return `npm run new:${kind} -- <id> ${options.join(' ')} [--dry-run]`;
}
