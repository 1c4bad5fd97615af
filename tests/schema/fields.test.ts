import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { collections } from '../../src/schema/collections.ts';
import { describeSchema, describeFields, type Field } from '../../src/schema/fields.ts';

/** The paths of fields that say nothing of themselves. */
const unsaid = (fields: readonly Field[], above = ''): string[] =>
  fields.flatMap(({ name, description, fields: below }) => [
    ...(description.trim() ? [] : [above + name]),
    ...unsaid(below, `${above}${name}.`),
  ]);

describe('every collection', () => {
  test.each(Object.entries(collections))('%s says what it is, and what each of its fields means', (_, { schema }) => {
    expect(describeSchema(schema)).toMatch(/^\p{Lu}.*\.$/u);
    expect(unsaid(describeFields(schema))).toEqual([]);
  });

  it('is not documented where a field goes without a word', () => {
    const schema = z.strictObject({ a: z.string().describe('A.'), b: z.strictObject({ c: z.string() }).describe('B.') });
    expect(unsaid(describeFields(schema))).toEqual(['b.c']);
  });
});

describe('fieldsOf', () => {
  const field = (name: string, among: readonly Field[]) => among.find((each) => each.name === name)!;
  const event = describeFields(collections.events.schema);

  it('gives names in the order of the schema, and what is needed', () => {
    expect(event.map(({ name }) => name).slice(0, 4)).toEqual(['title', 'kind', 'status', 'date']);
    expect(event.filter(({ required }) => required).map(({ name }) => name)).toEqual(['title', 'kind', 'status', 'date', 'account']);
  });

  it('says the type in words', () => {
    expect(event.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      'title: text of at most 120 characters',
      'kind: one of its values',
      'status: one of its values',
      'date: date',
      'places: list of ids',
      'actors: list of groups',
      'account: list of sentences',
      'differences: list of sentences',
      'note: text of at most 500 characters',
      'variants: list, each: text of at most 100 characters',
    ]);
    const entry = describeFields(collections.entries.schema);
    const source = field('source', entry).fields;
    expect(field('url', field('addresses', source).fields).type).toBe('web address');
    expect(field('date', field('revisions', entry).fields).type).toBe('day, YYYY-MM-DD');
    expect(field('passages', describeFields(collections.passages.schema)).type).toBe('group, by locator');
  });

  it('gives values, nested fields and shared shapes', () => {
    expect(field('status', event).values).toEqual(['happened', 'announced', 'expected', 'conditional', 'ended']);
    expect(field('date', event).shared).toBe('date');
    expect(field('date', event).fields.map(({ name }) => name)).toEqual(['edtf', 'basis', 'wording', 'ground']);
    expect(field('edtf', field('date', event).fields).type).toBe('text of at most 60 characters or null');
    expect(field('actors', event)).toMatchObject({ list: true, fields: [{ name: 'actor' }, { name: 'part' }] });
  });
});
