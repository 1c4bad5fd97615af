import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { readContent } from '../../src/loader/read-content.ts';
import { sha256 } from '../../src/text/sha256.ts';

/** Numbers per article, as in the real archive at edition 2026.1. */
const [MIN_STATEMENTS, MAX_STATEMENTS, ACTORS, EVENTS, PLACES, RELATIONS] = [25, 80, 12, 10, 6, 20];
/** Numbers of the whole archive, which do not grow with the articles. */
const [THEMES, QUESTIONS, TERMS] = [10, 2, 5];

/**
 * Writes an archive of articles to the `content` folder of a project. Each article is a variation of an article in the fixture
 * archive, with 25 to 80 statements and its own words, actors, events and places. The same count returns the same files.
 *
 * @returns the number of statements
 */
export function generateArchive(root: string, fixture: string, articles: number): number {
  const { content } = readContent(fixture);
  const templates = content.ledgers.flatMap(({ data }) => data.statements);
  const event = content.events.find(({ data }) => data.status === 'happened')!.data;
  const random = createRandom(articles);
  const integer = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(list: readonly Item[]) => list[integer(list.length)]!;
  // Four of five words are common. The vocabulary of the others grows with the archive.
  const words = (count: number) =>
    range(count)
      .map(() => coinWord(integer(random() < 0.8 ? 300 : 300 + articles * 200)))
      .join(' ');
  const sentence = (count = 12) => `${capitalize(words(count))}.`;
  const prose = (statement: string) => `${sentence(30)} <Cite s="${statement}" />`;
  let names = 0;
  const name = () => `${capitalize(coinWord(8000 + names++))} ${capitalize(words(1))}`;
  const write = (path: string, data: object, body?: string) => {
    const file = join(root, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    const yaml = stringify(data, { aliasDuplicateObjects: false, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
    writeFileSync(file, body === undefined ? yaml : `---\n${yaml}---\n\n${body}\n`);
  };

  for (const path of ['editions', 'retired.yaml']) cpSync(join(fixture, 'content', path), join(root, 'content', path), { recursive: true });
  const written: { id: string; author: string; size: number }[] = [];
  const allActors: string[] = [];
  const allEvents: string[] = [];

  for (const number of range(articles)) {
    const id = `article-${number}`;
    const entry = content.entries[number % content.entries.length]!.data;
    const published = formatDay(number * 60);
    const later = formatDay(number * 60 + 200);
    const ids = (kind: string, count: number) => range(count).map((n) => `${kind}-${number}-${n}`);
    const [actors, events, places] = [ids('actor', ACTORS), ids('event', EVENTS), ids('place', PLACES)];
    const [publisher = '', author = '', ...others] = actors;
    const cite = (n: number) => [`${id}.s${n}`];

    const statements = range(MIN_STATEMENTS + integer(MAX_STATEMENTS - MIN_STATEMENTS + 1)).map((n) => {
      const { kind, condition, text } = templates[n % templates.length]!;
      // The first statements attest the actors, events and places of the article.
      const isFirst = n <= ACTORS;
      const isForecast = kind === 'forecast' && !isFirst;
      return {
        n,
        at: [`p${Math.ceil(n / 2)}`],
        kind: isFirst ? 'reported-fact' : kind,
        speakers: [isFirst && n > 2 ? actors[n - 1] : pick(others)],
        via: [n % 3 === 0 ? publisher : author],
        text: `${text.replace(/[“”]/g, '')} ${sentence(14)}`,
        date: { edtf: isForecast ? later : published },
        events: [events[n - 1] ?? pick([...events, ...allEvents.slice(-50)])],
        actors: [pick(allActors.length > 0 && random() < 0.3 ? allActors : others)],
        themes: [`theme-${(n % THEMES) + 1}`],
        places: [places[n - 1] ?? pick(places)],
        ...(condition && { condition }),
        ...(isForecast && { horizon: { edtf: later } }),
      };
    });
    const passages = range(Math.ceil(statements.length / 2)).map(
      (n) => [`p${n}`, { sha256: sha256(words(60)), words: 60, opening: words(6) }] as const,
    );
    const named = new Set(statements.flatMap(({ speakers, via, actors }) => [...speakers, ...via.flat(), ...actors]));
    write(`entries/${id}/statements.yaml`, { statements });
    write(`entries/${id}/passages.yaml`, { passages: Object.fromEntries(passages) as object });
    write(
      `entries/${id}/index.mdx`,
      {
        ...entry,
        label: `Article ${number}`,
        source: { ...entry.source, title: name(), authors: [author], publisher, published: { edtf: published } },
        actors: [...named].map((actor) => ({ actor, role: sentence(4), rests: cite(1) })),
        themes: range(THEMES).map((n) => `theme-${n}`),
        summary: { text: sentence(20), rests: cite(1) },
        notes: [],
      },
      statements.map(({ n }) => `${n % 10 === 1 ? `## ${capitalize(words(2))}\n\n` : ''}${sentence()} <Cite s="${n}" />`).join('\n\n'),
    );
    for (const [index, actor] of actors.entries()) {
      const kind = index === 0 ? { kind: 'outlet' } : { kind: 'person', person: { family: name(), given: words(1) } };
      write(
        `actors/${actor}.mdx`,
        { names: { en: name(), variants: [name()] }, description: words(6), side: 'third', ...kind },
        prose(`${id}.s${index + 1}`),
      );
    }
    for (const [index, each] of events.entries()) {
      const links = { places: [pick(places)], actors: [{ actor: pick(actors), part: sentence(3) }] };
      const account = [{ text: sentence(), rests: cite(index + 1) }];
      write(`events/${each}.yaml`, { ...event, title: name(), date: { edtf: published }, ...links, account });
    }
    for (const [index, place] of places.entries()) {
      const coordinates = { lat: 30 + integer(300) / 10, lon: 120 + integer(600) / 10 };
      write(`places/${place}.yaml`, {
        names: { en: name() },
        description: words(6),
        kind: 'city',
        coordinates,
        account: [{ text: sentence(), rests: cite(index + 1) }],
      });
    }
    const relations = range(written.length > 0 ? RELATIONS : 0).map((n) => {
      const earlier = pick(written);
      return { from: `${id}.s${n}`, to: `${earlier.id}.s${1 + integer(earlier.size)}`, kind: 'corroborates', why: sentence() };
    });
    write(`relations/${id}.yaml`, { relations });
    written.push({ id, author, size: statements.length });
    allActors.push(...actors);
    allEvents.push(...events);
  }

  for (const n of range(THEMES)) {
    const position = (entry: string) =>
      random() < 0.4 ? { entry, silent: true } : { entry, text: sentence(15), rests: [`${entry}.s${1 + integer(20)}`] };
    const questions = range(QUESTIONS).map((question) => ({
      id: `question-${n}-${question}`,
      question: `${capitalize(words(8))}?`,
      positions: written.map(({ id }) => position(id)),
    }));
    write(`themes/theme-${n}.mdx`, { title: name(), scope: sentence(), order: n, questions }, prose('article-1.s1'));
  }
  for (const n of range(Math.min(TERMS, articles))) {
    const users = written.filter((_, index) => index % TERMS === n - 1);
    const use = { at: ['p1'], count: 1, voice: 'own' };
    const uses = users.map(({ id, author }) => ({ ...use, wording: name(), entry: id, speakers: [author], rests: [`${id}.s1`] }));
    write(`terms/term-${n}.mdx`, { title: name(), order: n, rule: sentence(), uses }, prose(`article-${n}.s1`));
  }
  return written.reduce((sum, { size }) => sum + size, 0);
}

/** Returns the integers from 1 to a limit. */
const range = (limit: number) => Array.from({ length: limit }, (_, index) => index + 1);

const SYLLABLES = 'ka mo ri ten sol va be nor dil ha pe zu gra li on tek sa ul wen da'.split(' ');

/** Returns an invented word, a different one for each number. */
const coinWord = (number: number): string =>
  SYLLABLES[number % SYLLABLES.length]! + (number < SYLLABLES.length ? '' : coinWord(Math.floor(number / SYLLABLES.length)));

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const formatDay = (days: number) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10);

/** Returns a generator of pseudo-random numbers from 0 to 1 (Park–Miller). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
