import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { collections } from '../../src/schema/collections.ts';
import { describeSchema, describeFields, type Field } from '../../src/schema/fields.ts';

/** Returns the paths of fields without a description. */
const undescribed = (fields: readonly Field[], parent = ''): string[] =>
  fields.flatMap(({ name, description, fields: below }) => [
    ...(description.trim() ? [] : [parent + name]),
    ...undescribed(below, `${parent}${name}.`),
  ]);

describe('the schemas', () => {
  test.each(Object.entries(collections))('of %s and of each of its fields have a description', (_, { schema }) => {
    expect(describeSchema(schema)).toMatch(/^\p{Lu}.*\.$/u);
    expect(undescribed(describeFields(schema))).toEqual([]);
  });

  it('are reported if a nested field has no description', () => {
    const schema = z.strictObject({ a: z.string().describe('A.'), b: z.strictObject({ c: z.string() }).describe('B.') });
    expect(undescribed(describeFields(schema))).toEqual(['b.c']);
  });
});

describe('describeFields', () => {
  const field = (name: string, fields: readonly Field[]) => fields.find((each) => each.name === name)!;
  const event = describeFields(collections.events.schema);

  it('returns fields in the order of the schema and marks required ones', () => {
    expect(event.map(({ name }) => name).slice(0, 5)).toEqual(['title', 'label', 'description', 'kind', 'status']);
    expect(event.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'title',
      'description',
      'kind',
      'status',
      'date',
      'account',
    ]);
  });

  it('describes types in words', () => {
    const entry = describeFields(collections.entries.schema);
    const types = {
      title: field('title', event),
      status: field('status', event),
      date: field('date', event),
      places: field('places', event),
      actors: field('actors', event),
      account: field('account', event),
      variants: field('variants', event),
      url: field('url', field('addresses', field('source', entry).fields).fields),
      day: field('date', field('revisions', entry).fields),
      passages: field('passages', describeFields(collections.passages.schema)),
      edtf: field('edtf', field('date', event).fields),
    };
    expect(Object.fromEntries(Object.entries(types).map(([name, { type }]) => [name, type]))).toEqual({
      title: 'text of at most 120 characters',
      status: 'one of its values',
      date: 'date',
      places: 'list of ids',
      actors: 'list of groups',
      account: 'list of sentences',
      variants: 'list, each: text of at most 100 characters',
      url: 'web address',
      day: 'day, YYYY-MM-DD',
      passages: 'group, by locator',
      edtf: 'text of at most 60 characters or null',
    });
  });

  it('returns allowed values, nested fields and the titles of shared schemas', () => {
    expect(field('status', event).values).toEqual(['happened', 'ongoing', 'reported', 'announced', 'expected', 'conditional', 'ended']);
    expect(field('date', event).shared).toBe('date');
    expect(field('date', event).fields.map(({ name }) => name)).toEqual(['edtf', 'basis', 'wording', 'ground']);
    expect(field('actors', event)).toMatchObject({ list: true, fields: [{ name: 'actor' }, { name: 'part' }] });
  });
});
