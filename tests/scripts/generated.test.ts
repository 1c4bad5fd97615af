import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it, test } from 'vitest';
import { parseFile } from '../../src/loader/parse-file.ts';
import { readContent } from '../../src/loader/load-record.ts';
import { architectureDiagram, schemaFiles } from '../../scripts/generated-files.ts';
import { collections, type CollectionName } from '../../src/schema/collections.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const names = Object.keys(collections) as CollectionName[];

describe('generated files', () => {
  test.each([...schemaFiles(), ['.github/architecture.md', architectureDiagram()] as const])(
    '%s is up to date with npm run generate',
    (path, text) => {
      expect(readFileSync(join(root, path), 'utf8')).toBe(text);
    },
  );
});

describe('JSON Schemas for editors', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validators = new Map(names.map((name) => [name, ajv.compile(JSON.parse(schemaFiles().get(`.vscode/schemas/${name}.json`)!))]));

  test.each(names)('accept every file of %s', (name) => {
    const { content } = readContent(root);
    expect(content[name].length).toBeGreaterThan(0);
    for (const { file } of content[name]) {
      const { data } = parseFile(file, readFileSync(join(root, file), 'utf8'));
      expect(validators.get(name)!(data), `${file}: ${ajv.errorsText(validators.get(name)!.errors)}`).toBe(true);
    }
  });

  it('reject a misspelt field, an unknown value and a missing field', () => {
    const event = {
      title: 'A',
      description: 'A visit',
      kind: 'visit',
      status: 'happened',
      date: { edtf: null, ground: 'g' },
      account: [{ text: 't', rests: ['a.s1'] }],
    };
    const validate = validators.get('events')!;
    expect(validate(event)).toBe(true);
    expect(validate({ ...event, titel: 'A' })).toBe(false);
    expect(validate({ ...event, kind: 'party' })).toBe(false);
    expect(validate({ ...event, account: undefined })).toBe(false);
  });

  it('describe each field', () => {
    const { properties } = JSON.parse(schemaFiles().get('.vscode/schemas/events.json')!) as {
      properties: Record<string, { description: string }>;
    };
    expect(properties.date!.description).toBe('When, with its ground.');
  });
});
