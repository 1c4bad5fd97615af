import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readContent } from '../src/loader/load-record.ts';
import { UserError } from '../src/loader/errors.ts';
import { createItem, findMissing, type ItemKind, itemKinds } from './new/items.ts';
import { writeFiles } from './new/content-files.ts';
import { runCommand } from './command.ts';

const [kind, ...args] = process.argv.slice(2) as [ItemKind, ...string[]];
const USAGE = `usage: npm run new:${kind} -- <id>
       npm run new:${kind} -- --missing

Creates the file of a new ${kind} with an explanation of every field, to fill in.
--missing creates the file of each ${kind} that a statement or an article names, with its required fields. The sentences of these
statements are its first account: review it. /about/fields/ explains the optional fields.`;

await runCommand(USAGE, () => {
  if (!itemKinds.includes(kind)) throw new UserError(`unknown kind "${kind}"`, `use one of ${itemKinds.join(', ')}`);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { missing: { type: 'boolean' } },
  });
  const [id, ...others] = positionals;
  if (values.missing ? id : !id || others.length > 0)
    throw new UserError('expected one id, or --missing', `run npm run new:${kind} -- <id>, or npm run new:${kind} -- --missing`);
  if (values.missing && kind === 'term') throw new UserError('no statement names a term', 'name the id of the new term');
  const root = process.cwd();
  const items = id
    ? [createItem(root, kind, id)]
    : findMissing(root, readContent(root), readdirSync('content/entries'), kind).map((item) => createItem(root, kind, item.id, item));
  writeFiles(new Map(items.map(({ file, text }) => [file, text])));
  if (items.length === 0) console.log(`No ${kind} is missing.`);
  else
    console.log(
      `Wrote ${items.map(({ file }) => file).join(', ')}. To undo, delete ${items.length === 1 ? 'it' : 'them'}.\nNext: review what is proposed and fill in the empty fields, then run npm run lint.`,
    );
});
