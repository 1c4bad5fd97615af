import type { Field } from '../../src/schema/fields.ts';
import type { Given } from './stub.ts';

/** A field with one plain value that a command takes as an option or asks for. */
export interface Leaf {
  /** The option: `--status`, `--name` (of `names.en`), `--date` (of `date.edtf`), `--part-of`. */
  option: string;
  path: string[];
  field: Field;
  /** Whether it must be there, and everything above it. */
  required: boolean;
}

/** The plain fields of a schema, those in lists apart, each with an option of its own. */
export function leavesOf(fields: readonly Field[], above: string[] = [], required = true): Leaf[] {
  return fields.flatMap((field): Leaf[] => {
    const path = [...above, field.name];
    const needed = required && field.required;
    if (field.list) return [];
    if (field.fields.length > 0) return leavesOf(field.fields, path, needed);
    return [{ option: optionOf(path), path, field, required: needed }];
  });
}

/** Options and their texts → the data that they stand for. */
export function givenBy(leaves: readonly Leaf[], values: Readonly<Record<string, string | undefined>>): Given {
  const given: Given = {};
  for (const { option, path, field } of leaves) {
    const value = values[option];
    if (value === undefined) continue;
    const parents = path.slice(0, -1);
    const holder = parents.reduce<Given>((holder, name) => (holder[name] ??= {}) as Given, given);
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
