import { expect, it } from 'vitest';
import { statementKinds } from '../../src/schema/statement.ts';
import { aboutPage } from '../../src/views/about-page.ts';
import { fixture } from '../support/fixtures.ts';

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
