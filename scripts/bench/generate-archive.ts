import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { readContent } from '../../src/loader/read-content.ts';
import { sha256 } from '../../src/text/sha256.ts';

/** Numbers of the real archive at edition 2026.1, per article. */
const MIN_STATEMENTS = 25;
const MAX_STATEMENTS = 80;
const ACTORS = 12;
const EVENTS = 10;
const PLACES = 6;
const RELATIONS = 20;
/** Numbers that do not grow with the articles. */
const THEMES = 10;
const QUESTIONS = 2;
const TERMS = 5;

const SYLLABLES = 'ka mo ri ten sol va be nor dil ha pe zu gra li on tek sa ul wen da'.split(' ');

/**
 * Writes the content of an archive of articles below a project's root. Each article is a variation of an article in the fixture
 * archive: with its own id, words, actors, events and places, and 25 to 80 statements. The same count returns the same files.
 *
 * @returns the number of statements
 */
export function generateArchive(root: string, fixture: string, articles: number): number {
  const { content } = readContent(fixture);
  const templates = content.ledgers.flatMap(({ data }) => data.statements);
  const random = createRandom(articles);
  const integer = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(list: readonly Item[]) => list[integer(list.length)]!;
  // Four of five words are common; the vocabulary of the others grows with the archive.
  const words = (count: number) => Array.from({ length: count }, () => coinWord(integer(random() < 0.8 ? 300 : 300 + articles * 200)));
  const sentence = (count = 12) => `${capitalize(words(count).join(' '))}.`;
  let names = 0;
  const name = () => `${capitalize(coinWord(8000 + names++))} ${capitalize(pick(words(3)))}`;
  const write = (path: string, data: object, body?: string) => {
    const file = join(root, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    const yaml = stringify(data, {
      aliasDuplicateObjects: false,
      lineWidth: 0,
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
    });
    writeFileSync(file, body === undefined ? yaml : `---\n${yaml}---\n\n${body}\n`);
  };

  for (const path of ['editions', 'retired.yaml']) cpSync(join(fixture, 'content', path), join(root, 'content', path), { recursive: true });
  const ledgers: { id: string; author: string; size: number }[] = [];
  const actors: string[] = [];
  const events: string[] = [];

  for (let index = 0; index < articles; index++) {
    const id = `article-${index + 1}`;
    const entry = content.entries[index % content.entries.length]!.data;
    const published = formatDay(index * 60);
    const statementId = (n: number) => `${id}.s${n}`;
    const own = range(ACTORS).map((n) => `actor-${index + 1}-${n}`);
    const ownEvents = range(EVENTS).map((n) => `event-${index + 1}-${n}`);
    const places = range(PLACES).map((n) => `place-${index + 1}-${n}`);
    const [publisher = '', author = '', ...others] = own;
    const known = [...others, ...range(5).flatMap(() => (actors.length > 0 ? [pick(actors)] : []))];

    const statements = range(MIN_STATEMENTS + integer(MAX_STATEMENTS - MIN_STATEMENTS + 1)).map((n) => {
      const { kind, condition, text } = templates[n % templates.length]!;
      // The first statements attest what belongs to the article: an actor, an event and a place each.
      const first = n <= ACTORS;
      const forecast = kind === 'forecast' && !first;
      return {
        n,
        at: [`p${Math.ceil(n / 2)}`],
        kind: first ? 'reported-fact' : kind,
        speakers: [first && n > 2 ? own[n - 1] : pick(others)],
        via: [n % 3 === 0 ? publisher : author],
        text: `${text.replace(/[“”]/g, '')} ${sentence(14)}`,
        date: { edtf: forecast ? formatDay(index * 60 + 200) : published },
        events: [ownEvents[n - 1] ?? pick([...ownEvents, ...events.slice(-50)])],
        actors: [pick(known)],
        themes: [`theme-${(n % THEMES) + 1}`],
        places: [places[n - 1] ?? pick(places)],
        ...(condition && { condition }),
        ...(forecast && { horizon: { edtf: formatDay(index * 60 + 200) } }),
      };
    });
    const named = new Set(statements.flatMap(({ speakers, via, actors }) => [...speakers, ...via, ...actors]));
    write(`entries/${id}/statements.yaml`, { statements });
    const passage = (n: number) => [`p${n}`, { sha256: sha256(words(60).join(' ')), words: 60 }] as const;
    const passages: object = Object.fromEntries(range(Math.ceil(statements.length / 2)).map(passage));
    write(`entries/${id}/passages.yaml`, { passages });
    const frontmatter = {
      ...entry,
      label: `Article ${index + 1}`,
      source: { ...entry.source, title: name(), authors: [author], publisher, published: { edtf: published } },
      actors: [...named].map((actor) => ({ actor, role: sentence(4), rests: [statementId(1)] })),
      themes: range(THEMES).map((n) => `theme-${n}`),
      summary: { text: sentence(20), rests: [statementId(1), statementId(2)] },
      notes: [],
    };
    const precis = statements.map(
      ({ n }) => `${n % 10 === 1 ? `## ${capitalize(pick(words(2)))}\n\n` : ''}${sentence()} <Cite s="${n}" />`,
    );
    write(`entries/${id}/index.mdx`, frontmatter, precis.join('\n\n'));

    for (const [position, actor] of own.entries())
      write(
        `actors/${actor}.mdx`,
        {
          names: { en: name(), variants: [name()] },
          kind: position === 0 ? 'outlet' : 'person',
          side: 'third',
          ...(position > 0 && { person: { family: name(), given: pick(words(1)) } }),
        },
        `${sentence(30)} <Cite s="${statementId(position + 1)}" />`,
      );
    for (const [position, event] of ownEvents.entries())
      write(`events/${event}.yaml`, {
        ...content.events.find(({ data }) => data.status === 'happened')!.data,
        title: name(),
        date: { edtf: published },
        places: [pick(places)],
        actors: [{ actor: pick(own), part: sentence(3) }],
        account: [{ text: sentence(), rests: [statementId(position + 1)] }],
      });
    for (const [position, place] of places.entries())
      write(`places/${place}.yaml`, {
        names: { en: name() },
        kind: 'city',
        coordinates: { lat: 30 + integer(300) / 10, lon: 120 + integer(600) / 10 },
        account: [{ text: sentence(), rests: [statementId(position + 1)] }],
      });
    const relations = range(ledgers.length > 0 ? RELATIONS : 0).map((n) => {
      const { id: earlier, size } = pick(ledgers);
      return { from: statementId(n), to: `${earlier}.s${1 + integer(size)}`, kind: 'corroborates', why: sentence() };
    });
    write(`relations/${id}.yaml`, { relations });
    ledgers.push({ id, author, size: statements.length });
    actors.push(...own);
    events.push(...ownEvents);
  }

  for (const n of range(THEMES)) {
    const questions = range(QUESTIONS).map((question) => ({
      id: `question-${n}-${question}`,
      question: `${capitalize(words(8).join(' '))}?`,
      positions: ledgers.map(({ id }, index) =>
        (index + question) % 3 === 0
          ? { entry: id, silent: true }
          : { entry: id, text: sentence(15), rests: [`${id}.s${1 + integer(20)}`] },
      ),
    }));
    write(`themes/theme-${n}.mdx`, { title: name(), scope: sentence(), order: n, questions }, `${sentence(30)} <Cite s="article-1.s1" />`);
  }
  for (const n of range(Math.min(TERMS, articles))) {
    const users = ledgers.filter((_, index) => index % TERMS === n - 1);
    const uses = users.map(({ id, author }) => ({
      wording: name(),
      entry: id,
      at: ['p1'],
      count: 1,
      voice: 'own',
      speakers: [author],
      rests: [`${id}.s1`],
    }));
    write(`terms/term-${n}.mdx`, { title: name(), order: n, rule: sentence(), uses }, `${sentence(20)} <Cite s="article-${n}.s1" />`);
  }
  return ledgers.reduce((sum, { size }) => sum + size, 0);
}

/** Returns the integers from 1 to a limit. */
const range = (limit: number) => Array.from({ length: limit }, (_, index) => index + 1);

/** Returns an invented word, a different one for each number. */
function coinWord(number: number): string {
  const base = SYLLABLES.length;
  return SYLLABLES[number % base]! + (number >= base ? coinWord(Math.floor(number / base)) : '');
}

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const formatDay = (days: number) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10);

/** Returns a generator of pseudo-random numbers from 0 to 1 (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
