import type { TheRecord } from '../../src/record/model.ts';
import { closestMatch } from '../../src/text/edit-distance.ts';
import { localizedNames, type Names } from '../../src/schema/names.ts';
import type { Report } from './report.ts';
import { actorReport, entryReport, eventReport, placeReport, questionReport, statementReport, termReport, themeReport } from './reports.ts';

/** Something that can be asked for: what it is, its id, what it is called, and its sheet. */
interface Known {
  kind: string;
  id: string;
  names: readonly (string | undefined)[];
  sheet: () => Report;
}

/** The most ids that are suggested for one that is unknown. */
const SUGGESTIONS = 8;

/**
 * What goes by an id: `shinzo-abe`, `tass-2026.s11`, `energy/meaning-for-japan`. Where two kinds share one, both;
 * `actor/japan` or `place/japan` asks for one of them. Where nothing goes by the id, the one thing that is called so: `Shinzo Abe`, `安倍晋三`.
 */
export function findReports(record: TheRecord, asked: string): Report[] {
  const known = knownIn(record);
  const byId = known.filter(({ kind, id }) => id === asked || `${kind}/${id}` === asked || id.endsWith(`/${asked}`));
  return (byId.length > 0 ? byId : onlyOne(calledSo(known, asked))).map(({ sheet }) => sheet());
}

/** Ids that are like one that is unknown: those of things that share the name, else those that hold it as a word, else the nearest. */
export function suggestIds(record: TheRecord, asked: string): string[] {
  const known = knownIn(record);
  const called = calledSo(known, asked);
  if (called.length > 0) return called.map(({ kind, id }) => `${kind}/${id}`);
  const ids = [...new Set(known.map(({ id }) => id))];
  const holding = ids.filter((id) => `-${id.replace(/[/.]/g, '-')}-`.includes(`-${asked}-`));
  const near = closestMatch(asked, ids);
  return holding.length > 0 ? holding.slice(0, SUGGESTIONS) : near ? [near] : [];
}

const calledSo = (known: readonly Known[], asked: string) =>
  known.filter(({ names }) => names.some((name) => name?.toLowerCase() === asked.toLowerCase()));

const onlyOne = <Thing>(things: readonly Thing[]) => (things.length === 1 ? things : []);

const namesIn = (names: Names) => [
  names.en,
  ...localizedNames(names).flatMap(({ name, reading }) => [name, reading]),
  ...names.variants,
  ...names.misspellings,
];

function knownIn(record: TheRecord): Known[] {
  return [
    ...record.entries.map((node) => ({
      kind: 'entry',
      id: node.id,
      names: [node.data.label, node.data.source.title],
      sheet: () => entryReport(node),
    })),
    ...record.actors.map((node) => ({ kind: 'actor', id: node.id, names: namesIn(node.data.names), sheet: () => actorReport(node) })),
    ...record.events.map((node) => ({ kind: 'event', id: node.id, names: [node.data.title], sheet: () => eventReport(node) })),
    ...record.themes.map((node) => ({ kind: 'theme', id: node.id, names: [node.data.title], sheet: () => themeReport(node) })),
    ...record.themes.flatMap(({ id, questions }) =>
      questions.map((node) => ({ kind: 'question', id: `${id}/${node.id}`, names: [], sheet: () => questionReport(node) })),
    ),
    ...record.places.map((node) => ({ kind: 'place', id: node.id, names: namesIn(node.data.names), sheet: () => placeReport(node) })),
    ...record.terms.map((node) => ({ kind: 'term', id: node.id, names: [node.data.title], sheet: () => termReport(node) })),
    ...record.statements.map((node) => ({ kind: 'statement', id: node.id, names: [], sheet: () => statementReport(node) })),
  ];
}
