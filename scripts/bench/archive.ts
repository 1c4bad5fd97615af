import { stringify } from 'yaml';
import type { StatementKind } from '../../src/schema/statement.ts';
import { chanceOf } from './chance.ts';
import { perEntry, perStatement, QUESTIONS, things } from './proportions.ts';
import { wordsOf } from './words.ts';

/** A file of an archive: path below `content/`, and text. */
export type ArchiveFile = readonly [path: string, text: string];

interface Ledger {
  id: string;
  index: number;
  published: string;
  author: string;
  outlet: string;
  statements: LedgerLine[];
}

interface LedgerLine {
  n: number;
  at: string[];
  kind: StatementKind;
  actors: string[];
  speakers: string[];
  [field: string]: unknown;
}

/**
 * Makes an archive of so many entries in the proportions of the Record, in invented words, that keeps all rules. The same number
 * and seed make the same files.
 */
export function* archive(entries: number, seed = 1): Iterable<ArchiveFile> {
  const chance = chanceOf(seed);
  const total = things(entries);
  const words = wordsOf(chance, total.vocabulary);
  const { sentence } = words;
  const named = (prefix: string, count: number, length: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `${prefix}-${index + 1}`, name: words.name(length) }));
  const actors = named('actor', total.actors, 2);
  const events = named('event', total.events, 4);
  const places = named('place', total.places, 1);
  const themes = named('theme', total.themes, 3);
  const terms = named('term', total.terms, 3);
  const attested = {
    actors: new Map<string, string[]>(),
    events: new Map<string, string[]>(),
    places: new Map<string, string[]>(),
    themes: new Map<string, string[]>(),
  };
  const toldAsFact = new Set<string>();
  const uses = new Map<string, object[]>(terms.map(({ id }) => [id, []]));
  const ledgers: Ledger[] = [];

  for (let index = 0; index < entries; index++) {
    const id = `entry-${index + 1}`;
    const published = dayOf(index, entries);
    /** Those known by now, and those that this entry is the first to name. */
    const upTo = <Thing>(list: readonly Thing[], key: keyof typeof total) => {
      const [before, now] = [index, index + 1].map((count) => (count === 0 ? 0 : Math.min(list.length, things(count)[key])));
      return { known: list.slice(0, now), fresh: list.slice(before, now) };
    };
    const idsOf = ({ known, fresh }: { known: { id: string }[]; fresh: { id: string }[] }, count: number) => [
      ...new Set([...known.slice(0, 2), ...fresh, ...chance.some(known, Math.max(0, count - fresh.length))].map((thing) => thing.id)),
    ];
    const here = {
      actors: idsOf(upTo(actors, 'actors'), perEntry.actors),
      themes: idsOf(upTo(themes, 'themes'), perEntry.themes),
      places: idsOf(upTo(places, 'places'), 12),
      events: idsOf(upTo(events, 'events'), 12),
    };
    const [outlet, author] = here.actors.slice(-2) as [string, string];
    const ledger: Ledger = { id, index, published, author, outlet, statements: [] };
    for (let n = 1; n <= perEntry.statements; n++) {
      const kind = kindOf(chance.next());
      const at = [`p${1 + ((n - 1) % perEntry.passages)}`];
      const pick = (from: readonly string[], mean: number) => [
        // Every thing of the entry stands in some statement; the rest is left to chance.
        ...new Set([...from.filter((_, place) => place % perEntry.statements === n - 1), ...chance.some(from, chance.about(mean))]),
      ];
      const speaker = chance.hits(perStatement.via) ? chance.early(here.actors) : author;
      const via = speaker === author ? [] : [author];
      const quote = chance.hits(perStatement.quotes) ? words.phrase(4) : undefined;
      const text = sentence(perStatement.text - (quote?.length ?? 0));
      const statement: LedgerLine = {
        n,
        at,
        kind,
        speakers: [speaker],
        ...(via.length > 0 && { via }),
        text: quote ? `${text.slice(0, -1)} “${quote}”.` : text,
        ...(quote && { quotes: [{ words: quote, at: at[0] }] }),
        date: dateOf(chance.next(), published, kind),
        events: pick(here.events, perStatement.events * 0.8),
        actors: pick(here.actors, perStatement.actors * 0.9),
        themes: pick(here.themes, perStatement.themes),
        places: pick(here.places, perStatement.places * 0.9),
        ...(chance.hits(perStatement.condition) && { condition: sentence(80) }),
        ...(kind === 'forecast' && {
          horizon: chance.hits(0.3) ? { edtf: `${Number(published.slice(0, 4)) + 1}` } : { edtf: null, ground: 'none given' },
        }),
        ...(chance.hits(perStatement.note) && { note: sentence(perStatement.noteText) }),
      };
      if (statement['themes'] instanceof Array && statement['themes'].length === 0) statement['themes'] = here.themes.slice(0, 1);
      ledger.statements.push(statement);
      const full = `${id}.s${n}`;
      for (const key of ['actors', 'events', 'places', 'themes'] as const)
        for (const each of statement[key] as string[]) attested[key].set(each, [...(attested[key].get(each) ?? []).slice(-40), full]);
      if (kind !== 'forecast') (statement['events'] as string[]).forEach((event) => toldAsFact.add(event));
    }
    ledgers.push(ledger);
    for (let use = 0; use < perEntry.termUses; use++) {
      const statement = ledger.statements[chance.below(perEntry.statements)]!;
      const { known } = upTo(terms, 'terms');
      uses.get(known[chance.below(known.length)]!.id)!.push({
        wording: words.phrase(2),
        entry: id,
        at: statement.at,
        count: 1 + chance.below(2),
        voice: 'own',
        speakers: statement.speakers,
        rests: [`${id}.s${statement.n}`],
      });
    }
    yield [`entries/${id}/statements.yaml`, yaml({ statements: ledger.statements })];
    yield [`entries/${id}/passages.yaml`, passages(chance)];
    yield [`entries/${id}/index.mdx`, entryFile(ledger)];
  }

  yield* actorFiles();
  yield* eventFiles();
  yield* placeFiles();
  yield* themeFiles();
  for (const [order, { id, name }] of terms.entries()) {
    const { rests } = uses.get(id)![0] as { rests: string[] };
    yield [`terms/${id}.mdx`, mdx({ title: name, order: order + 1, uses: uses.get(id), rule: sentence(200) }, cited(12, rests))];
  }
  yield* relationFiles();
  yield ['editions/2026.1/edition.yaml', yaml({ date: '2026-01-31', status: 'in-preparation', note: sentence(80) })];

  function cited(sentences: number, rests: readonly string[]): string {
    const blocks: string[] = [];
    for (let count = 0; count < sentences; count++) {
      const one = `${sentence(perEntry.sentence)}<Cite s="${rests[count % rests.length]!}" />`;
      if (count % 4 === 0) blocks.push(one);
      else blocks.push(`${blocks.pop()} ${one}`);
    }
    return blocks.join('\n\n');
  }

  function entryFile({ id, index, published, author, outlet, statements }: Ledger): string {
    const roles = new Map<string, number[]>();
    for (const { n, actors: of, speakers } of statements)
      for (const actor of [...of, ...speakers, author]) roles.set(actor, [...(roles.get(actor) ?? []), n].slice(0, 3));
    const full = (n: number) => `${id}.s${n}`;
    const rests = (count: number) => Array.from({ length: count }, () => full(1 + chance.below(statements.length)));
    const data = {
      label: `Article ${index + 1}`,
      source: {
        title: words.name(6),
        authors: [author],
        publisher: outlet,
        genre: 'news-analysis',
        language: 'en',
        published: { edtf: published },
        addresses: [{ url: `https://outlet.example/${id}`, label: 'the outlet’s page' }],
      },
      actors: [...roles].map(([actor, ns]) => ({ actor, role: sentence(70), rests: ns.map(full) })),
      themes: [...new Set(statements.flatMap((statement) => statement['themes'] as string[]))],
      summary: { text: sentence(450), rests: rests(8) },
      standpoint: { owner: sentence(200), form: sentence(250), omits: [sentence(120), sentence(120)] },
      notes: Array.from({ length: perEntry.notes }, () => ({ title: sentence(30), text: sentence(300), at: ['p1'], statements: rests(2) })),
      revisions: [{ date: '2026-01-31', text: 'First published.' }],
    };
    const sections = Array.from({ length: 5 }, (_, section) => {
      const numbers = Array.from({ length: 10 }, (_, place) => String(1 + ((section * 10 + place) % statements.length)));
      return `## ${words.name(3)}\n\n${cited(Math.round(perEntry.sentences / 5), numbers)}`;
    });
    return mdx(data, sections.join('\n\n'));
  }

  function* actorFiles(): Iterable<ArchiveFile> {
    for (const [index, { id, name }] of actors.entries()) {
      const rests = attested.actors.get(id) ?? speaksIn(id);
      const [given, family] = name.split(' ') as [string, string];
      const data = {
        names: {
          en: name,
          ...(index % 2 === 0 && { ja: '架空', jaReading: 'かくう' }),
          ru: 'Вымысел',
          variants: [`${family} ${given}`],
          misspellings: [],
        },
        ...(index % 2 === 0 && { person: { family, given } }),
        kind: index % 2 === 0 ? 'person' : 'government-body',
        side: (['japan', 'russia', 'third'] as const)[index % 3],
        ...(index % 3 === 0 && { offices: [{ title: sentence(50), asOf: { edtf: '2020', basis: 'printed' }, rests: rests.slice(0, 1) }] }),
      };
      yield [`actors/${id}.mdx`, mdx(data, cited(Math.min(30, 2 + Math.round(rests.length / 3)), rests))];
    }
  }

  function speaksIn(actor: string): string[] {
    return ledgers
      .flatMap(({ id, statements }) => statements.filter(({ speakers }) => speakers.includes(actor)).map(({ n }) => `${id}.s${n}`))
      .slice(0, 40);
  }

  function* eventFiles(): Iterable<ArchiveFile> {
    for (const [index, { id, name }] of events.entries()) {
      const rests = attested.events.get(id)!;
      const account = (count: number) =>
        Array.from({ length: count }, (_, place) => ({ text: sentence(190), rests: [rests[place % rests.length]!] }));
      const data = {
        title: name,
        kind: 'meeting',
        status: toldAsFact.has(id) ? 'happened' : 'expected',
        date: { edtf: dayOf(index, events.length) },
        places: chance.some(places, 1).map((place) => place.id),
        actors: chance.some(actors, 3).map((actor) => ({ actor: actor.id, part: sentence(30) })),
        account: account(3),
        differences: account(chance.about(1.5)),
      };
      yield [`events/${id}.yaml`, yaml(data)];
    }
  }

  function* placeFiles(): Iterable<ArchiveFile> {
    for (const [index, { id, name }] of places.entries()) {
      const rests = attested.places.get(id)!;
      const data = {
        names: { en: name, ja: '架空', ru: 'Вымысел' },
        kind: 'city',
        coordinates: { lat: Math.round((chance.next() * 40 + 30) * 100) / 100, lon: Math.round((chance.next() * 60 + 110) * 100) / 100 },
        account: Array.from({ length: chance.about(2.5) }, (_, place) => ({ text: sentence(180), rests: [rests[place % rests.length]!] })),
        ...(index % 10 === 9 && { within: places[0]!.id }),
      };
      yield [`places/${id}.yaml`, yaml(data)];
    }
  }

  function* themeFiles(): Iterable<ArchiveFile> {
    for (const [order, { id, name }] of themes.entries()) {
      const questions = Array.from({ length: QUESTIONS }, (_, number) => ({
        id: `question-${number + 1}`,
        question: `${sentence(80).slice(0, -1)}?`,
        positions: ledgers.map(({ id: entry, statements }) => {
          const bearing = statements.filter((statement) => (statement['themes'] as string[]).includes(id));
          if (bearing.length === 0 || chance.hits(0.22)) return { entry, silent: true };
          const rests = chance.some(bearing, chance.about(2.4)).map(({ n }) => `${entry}.s${n}`);
          return { entry, text: sentence(230), rests: rests.length > 0 ? rests : [`${entry}.s${bearing[0]!.n}`] };
        }),
      }));
      yield [
        `themes/${id}.mdx`,
        mdx({ title: name, scope: sentence(100), order: order + 1, questions }, cited(12, attested.themes.get(id)!)),
      ];
    }
  }

  /** One file for each later entry, as a large archive would have them. */
  function* relationFiles(): Iterable<ArchiveFile> {
    for (const later of ledgers) {
      const relations: object[] = [];
      const seen = new Set<string>();
      for (let count = 0; count < perEntry.relations; count++) {
        const earlier = chance.hits(0.7) && later.index > 0 ? ledgers[chance.below(later.index)]! : later;
        const [from, to] = [later, earlier].map(({ id, statements }) => ({ id, line: statements[chance.below(statements.length)]! })) as [
          { id: string; line: LedgerLine },
          { id: string; line: LedgerLine },
        ];
        const answers = to.line.kind === 'forecast' && earlier !== later && chance.hits(0.3);
        const kind = answers ? 'answers' : (['updates', 'corroborates', 'qualifies', 'qualifies'] as const)[chance.below(4)]!;
        const ids = { from: `${from.id}.s${from.line.n}`, to: `${to.id}.s${to.line.n}` };
        const key = Object.values(ids).join();
        if (ids.from === ids.to || seen.has(key)) continue;
        seen.add(key);
        relations.push({ ...ids, kind, ...(answers && { outcome: 'not-met' }), why: sentence(200) });
      }
      yield [`relations/${later.id}.yaml`, yaml({ relations })];
    }
  }
}

// Days are quoted, as the schema wants them: told of timestamps, the writer does so.
const yaml = (data: object) => stringify(data, { customTags: ['timestamp'], lineWidth: 160 });

const mdx = (data: object, body: string) => `---\n${yaml(data)}---\n\n${body}\n`;

function kindOf(share: number): StatementKind {
  let rest = share;
  for (const [kind, part] of Object.entries(perStatement.kinds)) if ((rest -= part) < 0) return kind as StatementKind;
  return 'opinion';
}

/** Days from 1990 to 2025, in order. */
function dayOf(index: number, of: number): string {
  const [first, last] = [Date.UTC(1990, 0, 1), Date.UTC(2025, 11, 1)];
  return new Date(first + Math.floor(((last - first) * (index + 1)) / of)).toISOString().slice(0, 10);
}

function dateOf(share: number, published: string, kind: StatementKind): object {
  const year = Number(published.slice(0, 4));
  if (share < 0.4) return { edtf: null, ground: 'the article names no period' };
  if (kind === 'forecast') return { edtf: `${year + 1}`, basis: 'printed' };
  return share < 0.7 ? { edtf: `${year - 1}` } : { edtf: published, basis: 'inferred', ground: 'told as of the day of publication' };
}

function passages(chance: ReturnType<typeof chanceOf>): string {
  const hash = () =>
    Array.from({ length: 8 }, () =>
      chance
        .below(2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    ).join('');
  return yaml({
    passages: Object.fromEntries(
      Array.from({ length: perEntry.passages }, (_, index) => [`p${index + 1}`, { sha256: hash(), words: 40 + chance.below(60) }]),
    ),
  });
}
