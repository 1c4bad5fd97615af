import { getBounds } from '../dates/bounds.ts';
import { isActive } from '../record/content.ts';
import type { Entry, Passages } from '../schema/entry.ts';
import { extractQuotations, extractWordings, MAX_QUOTATION_WORDS } from '../schema/field-types.ts';
import type { Statement, Voice } from '../schema/statement.ts';
import { isSameText } from '../text/matching.ts';
import { type Rule, rule, unknownPassage, type Violation } from './rule.ts';

/** Rules about the frontmatter of entries. */
export const entryRules: Rule[] = [
  rule('entry-has-ledger-and-passages', 'Every entry has a statements.yaml and a passages.yaml.', function* (content) {
    for (const [name, files] of [
      ['statements.yaml', content.ledgers],
      ['passages.yaml', content.passages],
    ] as const) {
      for (const { id, file } of content.entries) {
        if (!files.some((each) => each.id === id))
          yield { file, path: [], message: `missing “${name}”`, hint: `write content/entries/${id}/${name}` };
      }
    }
  }),
  rule(
    'entry-rests-on-its-own-ledger',
    'The summary, the roles and the notes of an entry cite only statements of that entry.',
    function* (content) {
      for (const { id, file, data } of content.entries) {
        const lists: [Violation['path'], string[]][] = [
          [['summary', 'rests'], data.summary.rests],
          ...data.actors.map(({ rests }, index): [Violation['path'], string[]] => [['actors', index, 'rests'], rests]),
          ...data.notes.map(({ statements }, index): [Violation['path'], string[]] => [['notes', index, 'statements'], statements]),
        ];
        for (const [path, rests] of lists) {
          const other = rests.find((statementId) => !statementId.startsWith(`${id}.`));
          if (other)
            yield { file, path, message: `cites “${other}”, a statement of another entry`, hint: `cite only statements of “${id}”` };
        }
      }
    },
  ),
  rule('entry-note-points-into-the-article', 'Every locator of an editor’s note is a passage of the article.', function* (content) {
    const passages = new Map(content.passages.map(({ id, data }) => [id, data.passages]));
    for (const { id, file, data } of content.entries) {
      const known = passages.get(id) ?? {};
      for (const [index, note] of data.notes.entries()) {
        for (const locator of note.at)
          if (!(locator in known)) yield { file, path: ['notes', index, 'at'], ...unknownPassage(locator, known) };
      }
    }
  }),
  rule('actor-of-the-ledger-has-a-role', 'Every role in an entry belongs to an actor in its ledger.', function* (content) {
    const ledgers = new Map(content.ledgers.map(({ id, data }) => [id, data.statements]));
    for (const { id, file, data } of content.entries) {
      const statements = ledgers.get(id);
      if (!statements) continue;
      const named = new Set(statements.flatMap(({ actors, speakers, via }) => [...actors, ...speakers, ...via.flat()]));
      for (const [index, { actor }] of data.actors.entries()) {
        if (!named.has(actor)) {
          const hint = 'name it in a statement, or remove the role';
          yield { file, path: ['actors', index, 'actor'], message: `“${actor}” has a role but is not in the ledger`, hint };
        }
      }
    }
  }),
  rule('entry-theme-has-statements', 'The themes that an entry lists are the themes of its statements.', function* (content) {
    const ledgers = new Map(content.ledgers.map(({ id, data }) => [id, data.statements]));
    for (const { id, file, data } of content.entries) {
      const statements = ledgers.get(id);
      if (!statements || data.themes.length === 0) continue;
      const used = new Set(statements.flatMap(({ themes }) => themes));
      const path = ['themes'];
      for (const theme of data.themes) {
        const hint = `remove “${theme}” from themes, or add it to a statement`;
        if (!used.has(theme)) yield { file, path, message: `no statement has the theme “${theme}”`, hint };
      }
      for (const theme of used) {
        const hint = `add “${theme}” to themes, or remove themes: they are then those of the statements`;
        if (!data.themes.includes(theme))
          yield { file, path, message: `statements have the theme “${theme}”, but the entry does not`, hint };
      }
    }
  }),
  rule('entry-is-dated', 'Every article has a day, month or year of publication, printed or inferred.', function* (content) {
    for (const { file, data } of content.entries) {
      if (!getBounds(data.source.published.edtf).from) {
        const hint = 'add the nearest date that the evidence supports, with basis: inferred and its ground';
        yield { file, path: ['source', 'published', 'edtf'], message: 'no date of publication', hint };
      }
    }
  }),
];

/** Rules about the statements of a ledger. */
export const statementRules: Rule[] = [
  rule('ledger-belongs-to-an-entry', 'Every statements.yaml and every passages.yaml is in the folder of an entry.', function* (content) {
    const entryIds = new Set(content.entries.map(({ id }) => id));
    for (const { id, file } of [...content.ledgers, ...content.passages]) {
      if (!entryIds.has(id))
        yield { file, path: [], message: `“content/entries/${id}” has no index.mdx`, hint: 'write the entry, or rename the folder' };
    }
  }),
  rule('statement-number-is-unique', 'No two statements of a ledger have the same number.', function* (content) {
    for (const { file, data } of content.ledgers) {
      const seen = new Set<number>();
      for (const [index, { n }] of data.statements.entries()) {
        const hint = 'give the later statement the next free number';
        if (seen.has(n)) yield { file, path: ['statements', index, 'n'], message: `duplicate statement number “${n}”`, hint };
        seen.add(n);
      }
    }
  }),
  rule(
    'statement-numbers-have-no-gap',
    'The numbers of a ledger run from 1 without a gap. Statements are withdrawn, never deleted.',
    function* (content) {
      for (const { file, data } of content.ledgers) {
        const numbers = new Set(data.statements.map(({ n }) => n));
        const missing = Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1).filter((n) => !numbers.has(n));
        if (missing.length > 0) {
          const message = `missing statement ${missing.length > 1 ? 'numbers' : 'number'} “${missing.slice(0, 5).join(', ')}”`;
          yield { file, path: ['statements'], message, hint: 'restore the statement and mark it as withdrawn: numbers are never reused' };
        }
      }
    },
  ),
  perStatement(
    'statement-has-known-locator',
    'Every locator of a statement is a passage of its article.',
    function* (statement, { passages }) {
      for (const [index, locator] of statement.at.entries())
        if (!(locator in passages)) yield { path: ['at', index], ...unknownPassage(locator, passages) };
    },
  ),
  rule('passage-has-statement', 'Every passage of an article has at least one statement.', function* (content) {
    const ledgers = new Map(content.ledgers.map(({ id, data }) => [id, data.statements]));
    for (const { id, file, data } of content.passages) {
      const statements = ledgers.get(id);
      if (!statements) continue;
      const covered = new Set(statements.filter(isActive).flatMap(({ at }) => at));
      for (const locator of Object.keys(data.passages)) {
        const hint = 'add its statements to statements.yaml';
        if (!covered.has(locator)) yield { file, path: ['passages', locator], message: `no statement cites passage “${locator}”`, hint };
      }
    }
  }),
  perStatement('forecast-has-horizon', 'Every forecast has a horizon, even if the article gives none.', function* (statement) {
    const hint = 'add horizon, for example { edtf: null, ground: none given }';
    if (statement.kind === 'forecast' && !statement.horizon) yield { path: ['kind'], message: 'forecast without a horizon', hint };
  }),
  perStatement('only-a-forecast-has-horizon', 'Only a forecast has a horizon.', function* ({ kind, horizon }) {
    const hint = 'change the kind to forecast, or remove the horizon';
    if (kind !== 'forecast' && horizon) yield { path: ['horizon'], message: `horizon on a statement of kind “${kind}”`, hint };
  }),
  perStatement('quotation-is-short', `A quotation has at most ${MAX_QUOTATION_WORDS} words.`, function* ({ quotes }) {
    for (const [index, { words }] of quotes.entries()) {
      const count = words.split(/\s+/).length;
      const message = `“${words}” has ${count} words, more than ${MAX_QUOTATION_WORDS}`;
      if (count > MAX_QUOTATION_WORDS)
        yield { path: ['quotes', index, 'words'], message, hint: 'shorten it: quote only if the exact words matter' };
    }
  }),
  perStatement(
    'quotation-is-declared',
    'Every text in quotation marks in a statement is declared in its quotes, and every declared quotation is shown in its text: direct speech in “double marks”, the article’s own wording in ‘single marks’.',
    function* ({ text, condition = '', quotes }) {
      for (const [kind, open, close] of [
        ['direct', '“', '”'],
        ['wording', '‘', '’'],
      ] as const) {
        const declared = quotes.filter((quote) => quote.kind === kind).map(({ words }) => words);
        const extract = (prose: string) => (kind === 'direct' ? extractQuotations(prose) : extractWordings(prose, declared));
        const shown = extract(text);
        for (const words of [...shown, ...extract(condition)]) {
          const hint = `add { words, at, kind: ${kind} } to quotes, or use the Record’s own words`;
          if (!declared.some((each) => isSameText(each, words)))
            yield { path: ['text'], message: `${open}${words}${close} is not declared in quotes`, hint };
        }
        for (const [index, quote] of quotes.entries()) {
          const message = `${open}${quote.words}${close} is declared in quotes but not shown in the text`;
          const hint = `show it in ${open} ${close}, or remove it from quotes`;
          if (quote.kind === kind && !shown.some((each) => isSameText(each, quote.words)))
            yield { path: ['quotes', index, 'words'], message, hint };
        }
      }
    },
  ),
  perStatement(
    'quotation-stands-in-a-passage-of-its-statement',
    'The locator of a quotation is one of the locators of its statement.',
    function* (statement) {
      for (const [index, { at }] of statement.quotes.entries()) {
        const hint = `use ${statement.at.join(' or ')}, or add ${at} to at`;
        if (!statement.at.includes(at)) yield { path: ['quotes', index, 'at'], message: `“${at}” is not a locator of the statement`, hint };
      }
    },
  ),
  perStatement(
    'chain-ends-in-the-article',
    'The chain of voices ends with an author or the publisher of the article.',
    function* ({ speakers, via }, { source }) {
      if (!source) return;
      const ownVoices: unknown[] = [...source.authors, source.publisher];
      const last = [via.at(-1) ?? speakers.at(-1)!].flat();
      if (!last.every((voice) => ownVoices.includes(voice))) {
        const message = `the chain of voices ends with “${last.map(nameOf).join(', ')}”, not with an author or the publisher`;
        yield { path: [via.length > 0 ? 'via' : 'speakers'], message, hint: `end via with ${ownVoices.join(' or ')}` };
      }
    },
  ),
  perStatement('no-voice-relays-itself', 'No voice appears twice in a chain of voices.', function* ({ speakers, via }) {
    const names = [...speakers, ...via.flat()].map(nameOf);
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (repeated) yield { path: ['via'], message: `“${repeated}” appears twice in the chain of voices`, hint: 'name each voice once' };
  }),
  perStatement(
    'said-is-not-after-publication',
    'No statement was made after its article was published.',
    function* ({ said }, { published }) {
      const from = said && getBounds(said.edtf).from;
      const message = `said on “${from}”, after publication (${published})`;
      if (from && published && from > published)
        yield { path: ['said', 'edtf'], message, hint: 'correct `said.edtf`, or move the date to `date` or `horizon`' };
    },
  ),
  perStatement(
    'reported-fact-is-not-in-the-future',
    'No reported fact begins after its article was published.',
    function* ({ kind, date }, { published }) {
      const { from } = getBounds(date.edtf);
      const message = `begins on “${from}”, after publication (${published})`;
      if (kind === 'reported-fact' && from && published && from > published)
        yield { path: ['date', 'edtf'], message, hint: 'change the kind to forecast, or correct the date' };
    },
  ),
];

interface Article {
  /** Undefined if the ledger has no entry. */
  source: Entry['source'] | undefined;
  passages: Passages['passages'];
  /** Last possible day of publication. */
  published: string | null;
}

/** Creates a rule that checks each statement by itself. The paths of its violations begin at the statement. */
function perStatement(
  id: string,
  description: string,
  check: (statement: Statement, article: Article) => Iterable<Omit<Violation, 'file'>>,
): Rule {
  return rule(id, description, function* (content) {
    const sources = new Map(content.entries.map(({ id, data }) => [id, data.source]));
    const passages = new Map(content.passages.map(({ id, data }) => [id, data.passages]));
    for (const { id: entry, file, data } of content.ledgers) {
      const source = sources.get(entry);
      const published = source ? getBounds(source.published.edtf).to : null;
      const article = { source, passages: passages.get(entry) ?? {}, published };
      for (const [index, statement] of data.statements.entries()) {
        for (const violation of check(statement, article)) yield { ...violation, file, path: ['statements', index, ...violation.path] };
      }
    }
  });
}

const nameOf = (voice: Voice) => (typeof voice === 'string' ? voice : voice.unnamed);
