import { describe, expect, it } from 'vitest';
import { allCards, cardText, citableCard, sectionCard } from '../../src/views/cards.ts';
import { records } from '../support/record.ts';
import { voiceOf } from '../../src/views/voice.ts';

describe.each(records)('the cards of %s', (_, record) => {
  const cards = allCards(record);

  it('have unique names, a title and a line', () => {
    expect(new Set(cards.map(({ name }) => name)).size).toBe(cards.length);
    for (const { name, title, line } of cards) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      expect(title).toMatch(/\S/);
      expect(line).toMatch(/\S/);
    }
  });

  it('say what a linked statement says, who says it and where', () => {
    for (const node of record.statements) {
      const card = citableCard({ kind: 'statement', node })!;
      expect(cards).toContainEqual(card);
      if (node.relations.length === 0) expect(card).toEqual(citableCard({ kind: 'entry', node: node.entry }));
      else
        expect(cardText(card)).toBe(
          `${node.data.text} ${voiceOf(node).names} · ${node.entry.data.label}, statement ${node.data.n}. The Japan–Russia Record`,
        );
    }
  });

  it('are those of the section for pages without their own', () => {
    expect(citableCard({ kind: 'place', node: record.places[0]! })).toBeUndefined();
    expect(sectionCard('places', record).name).toBe('places');
    expect(sectionCard('', record).name).toBe('home');
    expect(sectionCard('constructor', record).name).toBe('home');
  });

  it('have only characters that their font draws', () => {
    for (const card of cards) expect(cardText(card)).toMatch(/^[\u0020-\u007e\u00a0-\u00ff–—‘’“”…]*$/);
  });
});
