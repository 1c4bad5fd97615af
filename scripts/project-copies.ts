import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { PROJECT_FILES } from '../src/editions/history.ts';
import { assertValid, readContent } from '../src/loader/load-record.ts';

/**
 * Copies everything that a build needs except the content into an existing directory, and links the packages.
 *
 * @param also other paths from the root to copy if they exist: content, caches
 */
export function copyProjectFiles(to: string, root = process.cwd(), also: readonly string[] = []): void {
  for (const path of [...PROJECT_FILES, ...also])
    if (existsSync(join(root, path))) cpSync(join(root, path), join(to, path), { recursive: true });
  symlinkSync(resolve(root, 'node_modules'), join(to, 'node_modules'), 'dir');
}

/**
 * Writes an archive several times as large to the `content` folder of a project: the articles, actors, events and places of an archive,
 * and copies of them under other ids. Themes and terms are shared: each has the positions and uses of all copies.
 *
 * @returns the number of articles
 * @throws {UserError} if the archive breaks a rule
 */
export function multiplyArchive(root: string, source: string, copies: number): number {
  const content = assertValid(readContent(source));
  const ids = [content.entries, content.actors, content.events, content.places].flatMap((files) => files.map(({ id }) => id));
  const pattern = new RegExp(String.raw`(?<![\w-])(?:${ids.join('|')})(?![\w-])`, 'g');
  const range = Array.from({ length: copies }, (_, index) => index + 1);
  const rename = (text: string, copy: number) => (copy === 1 ? text : text.replace(pattern, `$&-copy-${copy}`));
  const renameAll = <Data>(data: Data, copy: number): Data => mapTexts(data, (text) => rename(text, copy)) as Data;
  const write = (path: string, data: object, body = '') => {
    const file = join(root, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    const yaml = stringify(data, { aliasDuplicateObjects: false, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
    writeFileSync(file, path.endsWith('.mdx') ? `---\n${yaml}---\n\n${body}` : yaml);
  };

  for (const copy of range) {
    const number = copy === 1 ? '' : ` ${copy}`;
    for (const { id, data, body } of content.entries)
      write(`entries/${rename(id, copy)}/index.mdx`, { ...renameAll(data, copy), label: data.label + number }, body);
    for (const { id, data } of content.ledgers) write(`entries/${rename(id, copy)}/statements.yaml`, renameAll(data, copy));
    for (const { id, data } of content.passages) write(`entries/${rename(id, copy)}/passages.yaml`, data);
    for (const { id, data } of content.events)
      write(`events/${rename(id, copy)}.yaml`, { ...renameAll(data, copy), title: data.title + number });
    for (const { id, data, body } of content.actors) {
      const names = { ...data.names, en: data.names.en + number };
      write(`actors/${rename(id, copy)}.mdx`, { ...renameAll(data, copy), names }, rename(body, copy));
    }
    for (const { id, data } of content.places)
      write(`places/${rename(id, copy)}.yaml`, { ...renameAll(data, copy), names: { ...data.names, en: data.names.en + number } });
    write(`relations/copy-${copy}.yaml`, { relations: content.relations.flatMap(({ data }) => renameAll(data.relations, copy)) });
  }
  for (const { id, data, body } of content.themes) {
    const questions = data.questions.map((question) => ({
      ...question,
      positions: range.flatMap((copy) => renameAll(question.positions, copy)),
    }));
    write(`themes/${id}.mdx`, { ...data, questions }, body);
  }
  for (const { id, data, body } of content.terms)
    write(`terms/${id}.mdx`, { ...data, uses: range.flatMap((copy) => renameAll(data.uses, copy)) }, body);
  const [edition] = content.editions;
  write(`editions/${edition!.id}/edition.yaml`, { date: edition!.data.date, status: 'in-preparation', note: 'Copies.' });
  const concepts = join(source, 'content/concepts.yaml');
  if (existsSync(concepts)) cpSync(concepts, join(root, 'content/concepts.yaml'));
  return content.entries.length * copies;
}

/** Fields whose values may look like ids of copied items, but are others: themes, and the side of an actor. */
const OTHER_FIELDS = new Set(['themes', 'side']);

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, OTHER_FIELDS.has(key) ? each : mapTexts(each, change)]));
}
