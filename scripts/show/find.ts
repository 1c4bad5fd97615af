import type { TheRecord } from '../../src/record/model.ts';
import { nearest } from '../../src/record/nearest.ts';
import type { Sheet } from './sheet.ts';
import { actorSheet, entrySheet, eventSheet, placeSheet, questionSheet, statementSheet, termSheet, themeSheet } from './sheets.ts';

/** Something that can be asked for: what it is, its id, and its sheet. */
interface Known {
  kind: string;
  id: string;
  sheet: () => Sheet;
}

/** The most ids that are suggested for one that is unknown. */
const SUGGESTIONS = 8;

/**
 * What goes by an id: `shinzo-abe`, `tass-2026.s11`, `energy/meaning-for-japan`. Where two kinds share one, both;
 * `actor/japan` or `place/japan` asks for one of them.
 */
export function findSheets(record: TheRecord, asked: string): Sheet[] {
  return knownIn(record)
    .filter(({ kind, id }) => id === asked || `${kind}/${id}` === asked || id.endsWith(`/${asked}`))
    .map(({ sheet }) => sheet());
}

/** Ids that are like one that is unknown: those that hold it as a word, else the nearest. */
export function suggestIds(record: TheRecord, asked: string): string[] {
  const ids = [...new Set(knownIn(record).map(({ id }) => id))];
  const holding = ids.filter((id) => `-${id.replace(/[/.]/g, '-')}-`.includes(`-${asked}-`));
  const near = nearest(asked, ids);
  return holding.length > 0 ? holding.slice(0, SUGGESTIONS) : near ? [near] : [];
}

function knownIn(record: TheRecord): Known[] {
  return [
    ...record.entries.map((node) => ({ kind: 'entry', id: node.id, sheet: () => entrySheet(node) })),
    ...record.actors.map((node) => ({ kind: 'actor', id: node.id, sheet: () => actorSheet(node) })),
    ...record.events.map((node) => ({ kind: 'event', id: node.id, sheet: () => eventSheet(node) })),
    ...record.themes.map((node) => ({ kind: 'theme', id: node.id, sheet: () => themeSheet(node) })),
    ...record.themes.flatMap(({ id, questions }) =>
      questions.map((node) => ({ kind: 'question', id: `${id}/${node.id}`, sheet: () => questionSheet(node) })),
    ),
    ...record.places.map((node) => ({ kind: 'place', id: node.id, sheet: () => placeSheet(node) })),
    ...record.terms.map((node) => ({ kind: 'term', id: node.id, sheet: () => termSheet(node) })),
    ...record.statements.map((node) => ({ kind: 'statement', id: node.id, sheet: () => statementSheet(node) })),
  ];
}
