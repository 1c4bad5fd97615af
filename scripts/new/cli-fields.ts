import type { Field } from '../../src/schema/fields.ts';
import type { OptionValues } from './stub.ts';

/** A field with one plain value that a command takes as an option or asks for. */
export interface CliField {
  /** The option: `--status`, `--name` (of `names.en`), `--date` (of `date.edtf`), `--part-of`. */
  option: string;
  path: string[];
  field: Field;
  /** Whether it must be there, and everything above it. */
  required: boolean;
}

/** The plain fields of a schema, those in lists apart, each with an option of its own. */
export function cliFields(fields: readonly Field[], above: string[] = [], required = true): CliField[] {
  return fields.flatMap((field): CliField[] => {
    const path = [...above, field.name];
    const needed = required && field.required;
    if (field.list) return [];
    if (field.fields.length > 0) return cliFields(field.fields, path, needed);
    return [{ option: optionOf(path), path, field, required: needed }];
  });
}

/** Options and their texts → the data that they stand for. */
export function parseOptionValues(leaves: readonly CliField[], values: Readonly<Record<string, string | undefined>>): OptionValues {
  const given: OptionValues = {};
  for (const { option, path, field } of leaves) {
    const value = values[option];
    if (value === undefined) continue;
    const parents = path.slice(0, -1);
    const holder = parents.reduce<OptionValues>((holder, name) => (holder[name] ??= {}) as OptionValues, given);
    holder[path.at(-1)!] = /number/.test(field.type) && Number.isFinite(Number(value)) ? Number(value) : value;
  }
  return given;
}

/** Names that stand at several depths, by the name that tells them apart. */
function optionOf(path: readonly string[]): string {
  const [name = '', parent = ''] = [...path].reverse();
  if (name === 'en') return 'name';
  if (name === 'edtf') return kebab(parent);
  if (['basis', 'wording', 'ground'].includes(name) && parent !== 'date') return kebab(`${parent}-${name}`);
  return kebab(name);
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
