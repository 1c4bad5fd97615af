import { parseArgs } from 'node:util';
import { UserError } from '../src/loader/user-error.ts';
import { createItem, itemKinds, itemOptions, type ItemKind } from './new/item.ts';
import { terminalPrompter } from './new/prompter.ts';
import { writeFiles } from './new/write-files.ts';
import { runCommand } from './run.ts';

const [kind, ...args] = process.argv.slice(2) as [ItemKind, ...string[]];
const fields = itemKinds.includes(kind) ? itemOptions(kind) : [];
const options = fields.map(({ option, required }) => (required ? `--${option} …` : `[--${option} …]`)).join(' ');
const USAGE = `usage: npm run new:${kind} -- <id> ${options} [--dry-run]

Creates the file of a new ${kind} with an explanation of every field. Prompts for required fields that have no option.
--dry-run prints the file and writes nothing.`;

await runCommand(USAGE, async () => {
  if (!itemKinds.includes(kind)) throw new UserError(`unknown kind "${kind}"`, `use one of ${itemKinds.join(', ')}`);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...Object.fromEntries(fields.map(({ option }) => [option, { type: 'string' as const }])), 'dry-run': { type: 'boolean' } },
  });
  const [id, ...others] = positionals;
  if (!id || others.length > 0) throw new UserError('expected one id', `npm run new:${kind} -- <id>`);
  const prompter = process.stdin.isTTY && process.stdout.isTTY ? terminalPrompter : undefined;
  const { file, text } = await createItem(process.cwd(), kind, id, values as Record<string, string>, prompter);
  if (values['dry-run']) {
    console.log(`${file}:\n\n${text}`);
    return;
  }
  writeFiles(new Map([[file, text]]));
  console.log(`Wrote ${file}. To undo, delete it.\nNext: fill in the empty fields, use "${id}" in statements, then run npm run lint.`);
});
