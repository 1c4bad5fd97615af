import { expect, it, test } from 'vitest';
import type { RelationKind } from '../../src/schema/relations.ts';
import { answerLinks, linksFinding } from '../../src/views/answer-links.ts';
import { find, fixture } from '../support/fixtures.ts';

/** A relation between two speakers. */
const relation = { ...fixture.relations[0]!, to: find('statements', 'alpha-2001.s1') };

/** Returns links of these kinds between the same two statements. */
const linksOf = (...kinds: RelationKind[]) => answerLinks(kinds.map((kind) => ({ ...relation, data: { ...relation.data, kind } })));

it('answerLinks puts contradictions first', () => {
  expect(linksOf('corroborates', 'updates', 'contradicts').map(({ kind }) => kind)).toEqual(['contradicts', 'updates', 'corroborates']);
});

test.each<[RelationKind[], RegExp]>([
  [[], /^No link joins the answers$/],
  [['qualifies'], /^A statement by .+ qualifies one by .+$/],
  [['qualifies', 'contradicts'], /^A statement by .+ contradicts one by .+, and one more link joins the answers$/],
  [['qualifies', 'contradicts', 'updates'], /, and two more links join the answers$/],
  [['updates', 'updates'], /^Two links join the answers: each updates a statement$/],
  [['updates', 'qualifies', 'qualifies'], /^Three links join the answers: two qualify and one updates$/],
])('linksFinding of %j is a sentence', (kinds, expected) => {
  expect(linksFinding(linksOf(...kinds), 'the answers')).toMatch(expected);
});

it('linksFinding does not name the same speaker twice', () => {
  const own = { ...relation, to: relation.from };
  expect(linksFinding(answerLinks([own]), 'the answers')).toMatch(/ another by the same speaker$/);
});
