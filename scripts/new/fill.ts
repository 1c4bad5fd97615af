import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { UserError } from '../../src/loader/errors.ts';
import type { Content } from '../../src/record/content.ts';
import type { Entry } from '../../src/schema/entry.ts';
import type { Statement } from '../../src/schema/statement.ts';
import { toExactForm } from '../../src/search/engine/query.ts';
import { formsOf } from './outline.ts';

/** A name that texts may contain, in exact form, and what has it. */
interface KnownName {
  form: string;
  field: 'actors' | 'places';
  id: string;
}

/**
 * Fills fields of statements that lack them: the number, who passes the statement on, and the events, actors and places that its text
 * names. Fields that are written stay, also if they are empty. Themes that the text names are only a comment.
 *
 * On the 216 statements of the first five articles, 99 % of the places and 91 % of the actors that it finds are right. It finds 80 % and
 * 75 % of those that editors wrote. Themes that are named are right in 69 %.
 *
 * @param text of `statements.yaml`. Statements may be incomplete. Those in { } are left as they are.
 * @returns the text, a line for each statement with what was added, and one for each with what its text names and its lists lack
 */
export function fillStatements(text: string, { authors = [], publisher }: Partial<Entry['source']>, content: Content) {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new UserError(`statements.yaml: ${error.message}`, 'correct it first');
  const list = document.get('statements');
  const maps = (isSeq(list) ? list.items : []).filter(
    (item): item is YAMLMap.Parsed => isMap(item) && !item.flow && !item.has('withdrawn'),
  );
  const statements = maps.map((map) => map.toJS(document) as Partial<Statement>);
  const findNames = createFinder(content, statements);
  const own = [...authors, ...(publisher ? [publisher] : [])];
  const passedOnBy = authors.length > 1 ? [`[${authors.join(', ')}]`] : own.slice(0, 1);
  let last = Math.max(0, ...statements.map(({ n }) => n ?? 0));
  const lines: string[] = [];
  const missing: string[] = [];
  const edits = maps.map((map, index) => {
    const { text: words, speakers, via, n } = statements[index]!;
    const voices: unknown[] = [speakers ?? [], via ?? []].flat(2);
    const isComplete = voices.length === 0 || voices.some((voice) => own.includes(voice as string));
    if (!isComplete) voices.push(...own);
    const named = findNames(words ?? '');
    const found = {
      via: isComplete ? [] : passedOnBy,
      events: named.events,
      actors: named.actors.filter((id) => !voices.includes(id)),
      places: named.places,
    };
    const added = Object.entries(found).flatMap(([name, ids]) =>
      map.has(name) || ids.length === 0 ? [] : [`${name}: [${ids.join(', ')}]`],
    );
    const number = map.has('n') ? [] : [`n: ${++last}`];
    if (added.length > 0) lines.push(`s${n ?? last}  ${added.join('  ')}`);
    const lacking = (['events', 'actors', 'places'] as const).flatMap((name) => {
      const ids = map.has(name) ? found[name].filter((id) => !(statements[index]![name] ?? []).some((each) => each === id)) : [];
      return ids.length > 0 ? [`${name}: [${ids.join(', ')}]`] : [];
    });
    if (lacking.length > 0) missing.push(`s${n ?? last}  ${lacking.join('  ')}`);
    if (!map.has('themes')) added.push(`themes: []${named.themes.length > 0 ? ` # perhaps ${named.themes.join(', ')}` : ''}`);
    return { map, number, added };
  });
  // From the end, so that the offsets of earlier statements stay.
  const filled = edits.reduceRight((result, { map, number, added }) => {
    const [start, end] = map.range;
    const indent = `\n${' '.repeat(start - text.lastIndexOf('\n', start) - 1)}`;
    const newline = text.indexOf('\n', start + text.slice(start, end).trimEnd().length);
    const after = newline < 0 ? text.length : newline;
    const fields = [...number, result.slice(start, after), ...added].join(indent);
    return result.slice(0, start) + fields + result.slice(after);
  }, text);
  return { text: filled, lines, missing };
}

/** Returns a function that finds what a text names. A name inside a longer one, as Tokyo in Tokyo Foundation, does not count. */
function createFinder({ actors, places, events, themes }: Content, statements: readonly Partial<Statement>[]) {
  const nameItems = (field: KnownName['field'], id: string, forms: readonly string[]): KnownName[] =>
    [...new Set(forms.map(toExactForm))].map((form) => ({ form, field, id }));
  const names = [
    ...actors.flatMap(({ id, data }) => nameItems('actors', id, [...formsOf(data.names), ...(data.person ? [data.person.family] : [])])),
    ...places.flatMap(({ id, data }) => nameItems('places', id, formsOf(data.names))),
    // Ids that have no file yet.
    ...(['actors', 'places'] as const).flatMap((field) =>
      [...new Set(statements.flatMap((each) => each[field] ?? []))].flatMap((id) => nameItems(field, id, [id])),
    ),
  ];
  const byLength = [...Map.groupBy(names, ({ form }) => form)].toSorted(([a], [b]) => b.length - a.length);
  const isNamed = (text: string, forms: readonly string[]) => forms.some((form) => text.includes(toExactForm(form)));
  return (text: string) => {
    // “Sakhalin-2” also names the island.
    const exact = [text, ...(text.match(/\p{Lu}\p{L}+(?=-\d)/gu) ?? [])].map(toExactForm).join('|');
    const found: (KnownName & { at: number })[] = [];
    let rest = exact;
    for (const [form, items] of byLength) {
      if (!rest.includes(form)) continue;
      rest = rest.replaceAll(form, ' | ');
      found.push(...items.map((item) => ({ ...item, at: exact.indexOf(form) })));
    }
    const idsOf = (name: KnownName['field']) => [
      ...new Set(found.toSorted((a, b) => a.at - b.at).flatMap(({ field, id }) => (field === name ? [id] : []))),
    ];
    return {
      actors: idsOf('actors'),
      places: idsOf('places'),
      events: events.flatMap(({ id, data }) => (isNamed(exact, [data.title, ...data.variants]) ? [id] : [])),
      themes: themes.flatMap(({ id, data }) => (isNamed(exact, [data.title, ...data.variants]) ? [id] : [])),
    };
  };
}
