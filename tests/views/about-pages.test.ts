import { describe, expect, it } from 'vitest';
import { statementKinds } from '../../src/schema/statement.ts';
import { aboutPage, fieldsPage, rulesPage } from '../../src/views/about-pages.ts';
import { fixture } from '../support/fixtures.ts';
import { ruleExamples } from '../support/archive.ts';

describe('aboutPage', () => {
  const { kinds, exemplar } = aboutPage(fixture);

  it('lists every kind of statement, with examples of this kind only', () => {
    expect(kinds).toHaveLength(statementKinds.length);
    for (const { label, examples } of kinds) for (const { kindLabel } of examples) expect(kindLabel).toBe(label);
  });

  it('explains a statement that somebody passed on, if there is one', () => {
    expect(exemplar!.line.via.length).toBeGreaterThan(0);
  });

  it('explains no statement if the Record has none', () => {
    expect(aboutPage({ ...fixture, statements: [] })).not.toHaveProperty('exemplar');
  });
});

describe('rulesPage', () => {
  const rules = rulesPage(ruleExamples).flatMap((group) => group.rules);
  const exampleOf = (id: string) => rules.find((rule) => rule.id === id)!.example;

  it('returns the replaced and the replacing lines of an example', () => {
    expect(exampleOf('place-is-known')).toMatchObject({ good: 'places: [port-alder]', bad: 'places: [port-adler]' });
  });

  it('describes removed files, links and empty texts', () => {
    expect(exampleOf('record-has-an-edition').bad).toBe('(it is not there)');
    expect(exampleOf('file-is-a-file').bad).toBe('(a symbolic link to norrow.mdx)');
    expect(exampleOf('body-has-prose').bad).toBe('(nothing)');
  });

  it('escapes invisible characters', () => {
    expect(exampleOf('body-holds-only-plain-characters').bad).toBe(String.raw`Norrow \u{202e}signs the pact.`);
  });

  it('throws if a rule has no example', () => {
    expect(() => rulesPage(ruleExamples.slice(1))).toThrow('rule “content-holds-entries” has no example');
  });
});

describe('fieldsPage', () => {
  const { collections, shapes } = fieldsPage();

  it('returns every collection and every shared shape, each with its own anchor', () => {
    expect(collections.map(({ files }) => files)).toContain('content/entries/*/statements.yaml');
    expect(shapes.map(({ title }) => title)).toEqual(['Date', 'Names', 'Sentence', 'Voice', 'Id', 'Statement id', 'Locator']);
    const anchors = [...collections, ...shapes].map(({ id }) => id);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it('returns every field once, by its path, without the fields of shared shapes', () => {
    const paths = collections.find(({ id }) => id === 'ledgers')!.fields.map(({ path }) => path);
    expect(paths).toContain('statements[].quotes[].words');
    expect(paths).not.toContain('statements[].date.edtf');
    for (const { fields } of [...collections, ...shapes]) expect(new Set(fields.map(({ path }) => path)).size).toBe(fields.length);
  });
});
