import { parseArgs } from 'node:util';
import { Cancelled, terminalPrompter } from './new/prompter.ts';
import { itemKinds, newItem, type ItemKind } from './new/item.ts';
import { UsageError, writeFiles } from './new/write-files.ts';
import { itemOptions } from './new/item.ts';
import { wantsHelp } from './options.ts';

/**
 * Writes the file of a new actor, event, theme, place or term, with every field explained: `npm run new:event -- ferry-pact`.
 * What the options do not say is asked on a terminal, else left to be filled in. `--dry-run` writes nothing and prints the file.
 */
const [kind, ...args] = process.argv.slice(2) as [ItemKind, ...string[]];
if (!itemKinds.includes(kind)) throw new Error(`${kind} is none of ${itemKinds.join(', ')}`);

try {
  if (!wantsHelp(`usage: ${usage()}`)) await write();
} catch (error) {
  if (error instanceof UsageError) console.error(error.message);
  else if (!(error instanceof Cancelled)) throw error;
  process.exitCode = 1;
}

async function write() {
  const { values, positionals } = readOptions();
  if (positionals.length !== 1) throw new UsageError('Name one id', usage());
  const asker = process.stdin.isTTY && process.stdout.isTTY ? terminalPrompter : undefined;
  const { file, text, next } = await newItem(process.cwd(), kind, positionals[0]!, values as Record<string, string>, asker);
  if (values['dry-run']) console.log(`${file} would be:\n\n${text}`);
  else {
    writeFiles(new Map([[file, text]]));
    console.log(`Wrote ${file}. To undo: delete it.\n${next}`);
  }
}

function readOptions() {
  const options = Object.fromEntries(itemOptions(kind).map(({ option }) => [option, { type: 'string' as const }]));
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...options, 'dry-run': { type: 'boolean' } } });
  } catch (error) {
    throw new UsageError((error as Error).message, usage());
  }
}

function usage(): string {
  const options = itemOptions(kind).map(({ option, required }) => (required ? `--${option} …` : `[--${option} …]`));
  return `npm run new:${kind} -- <id> ${options.join(' ')} [--dry-run]`;
}
