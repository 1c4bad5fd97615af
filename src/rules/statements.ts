import { getBounds } from '../dates/bounds.ts';
import { MAX_QUOTATION_WORDS, extractQuotations } from '../schema/text.ts';
import type { Entry } from '../schema/entry.ts';
import type { Passages } from '../schema/passages.ts';
import type { Statement, Voice } from '../schema/statement.ts';
import { isActive } from '../record/content.ts';
import type { Violation, Rule } from './rule.ts';

/** What holds of every statement of a ledger. */
export const statementRules: Rule[] = [
  {
    id: 'ledger-belongs-to-an-entry',
    description: 'Every statements.yaml and every passages.yaml stands beside the index.mdx of its entry.',
    *check(content) {
      const known = new Set(content.entries.map(({ id }) => id));
      for (const { id, file } of [...content.ledgers, ...content.passages]) {
        if (!known.has(id))
          yield { file, path: [], message: `content/entries/${id} has no index.mdx`, hint: 'write the entry, or rename the folder' };
      }
    },
  },
  {
    id: 'statement-number-is-unique',
    description: 'No two statements of a ledger have one number.',
    *check(content) {
      for (const { file, data } of content.ledgers) {
        const seen = new Map<number, number>();
        for (const [index, { n }] of data.statements.entries()) {
          const first = seen.get(n);
          if (first === undefined) seen.set(n, index);
          else yield at(file, index, 'n', `number ${n} is given twice`, 'give the later statement the next free number');
        }
      }
    },
  },
  {
    id: 'statement-numbers-have-no-gap',
    description: 'The numbers of a ledger run from 1 without a gap: a statement is withdrawn, never deleted.',
    *check(content) {
      for (const { file, data } of content.ledgers) {
        const numbers = new Set(data.statements.map(({ n }) => n));
        const missing = Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1).filter((n) => !numbers.has(n));
        if (missing.length > 0) {
          yield {
            file,
            path: ['statements'],
            message: `number ${missing.slice(0, 5).join(', ')} is missing`,
            hint: 'restore the statement, and withdraw it where it should not stand: numbers are never dropped or reused',
          };
        }
      }
    },
  },
  perStatement(
    'statement-has-known-locator',
    'Every locator of a statement is a passage of its article.',
    function* (file, index, statement, { passages: known }) {
      for (const [position, locator] of statement.at.entries()) {
        if (!(locator in known))
          yield at(file, index, ['at', position], `the article has no passage ${locator}`, `use one of ${range(Object.keys(known))}`);
      }
    },
  ),
  {
    id: 'passage-has-statement',
    description: 'Every passage of an article has at least one statement in its ledger.',
    *check(content) {
      const ledgers = new Map(content.ledgers.map((each) => [each.id, each]));
      for (const { id, file, data } of content.passages) {
        const ledger = ledgers.get(id);
        if (!ledger) continue;
        const covered = new Set(ledger.data.statements.filter(isActive).flatMap((statement) => statement.at));
        for (const locator of Object.keys(data.passages)) {
          if (!covered.has(locator))
            yield {
              file,
              path: ['passages', locator],
              message: `no statement rests on ${locator}`,
              hint: 'add its statements to statements.yaml',
            };
        }
      }
    },
  },
  perStatement(
    'forecast-has-horizon',
    'Every forecast says until when it reaches, if only that none is given.',
    function* (file, index, statement) {
      if (statement.kind === 'forecast' && !statement.horizon) {
        yield at(file, index, 'kind', 'a forecast without a horizon', 'add horizon, such as { edtf: null, ground: none given }');
      }
    },
  ),
  perStatement('only-a-forecast-has-horizon', 'Only a forecast has a horizon.', function* (file, index, statement) {
    if (statement.kind !== 'forecast' && statement.horizon) {
      yield at(file, index, 'horizon', `a horizon on a statement of kind ${statement.kind}`, 'make it a forecast, or take the horizon out');
    }
  }),
  perStatement('quotation-is-short', `A quotation has at most ${MAX_QUOTATION_WORDS} words.`, function* (file, index, statement) {
    for (const [position, { words }] of statement.quotes.entries()) {
      const count = words.split(/\s+/).length;
      if (count > MAX_QUOTATION_WORDS) {
        yield at(
          file,
          index,
          ['quotes', position, 'words'],
          `a quotation of ${count} words`,
          `keep at most ${MAX_QUOTATION_WORDS} words: quote only where the wording itself is the fact`,
        );
      }
    }
  }),
  perStatement(
    'quotation-is-declared',
    'Whatever stands in “quotation marks” in a statement is declared in its quotes, and whatever is declared is shown.',
    function* (file, index, statement) {
      const declared = statement.quotes.map(({ words }) => words);
      for (const words of [statement.text, statement.condition ?? ''].flatMap(extractQuotations)) {
        if (!declared.includes(words))
          yield at(
            file,
            index,
            'text',
            `“${words}” is not declared in quotes`,
            'add { words, at } to quotes, or put it in the Record’s own words',
          );
      }
      const shown = extractQuotations(statement.text);
      for (const [position, words] of declared.entries()) {
        if (!shown.includes(words))
          yield at(
            file,
            index,
            ['quotes', position, 'words'],
            `“${words}” is declared but not shown in the text`,
            'show it in “ ”, or take it out of quotes',
          );
      }
    },
  ),
  perStatement(
    'quotation-stands-in-a-passage-of-its-statement',
    'The locator of a quotation is one of its statement’s.',
    function* (file, index, statement) {
      for (const [position, quote] of statement.quotes.entries()) {
        if (!statement.at.includes(quote.at))
          yield at(
            file,
            index,
            ['quotes', position, 'at'],
            `${quote.at} is not among the statement’s locators`,
            `use ${statement.at.join(' or ')}, or add ${quote.at} to at`,
          );
      }
    },
  ),
  perStatement(
    'chain-ends-in-the-article',
    'The chain of voices ends in a voice of the article: one of its authors or its outlet.',
    function* (file, index, statement, { source }) {
      if (!source) return;
      const own = [...source.authors, source.publisher];
      const last = statement.via.at(-1) ?? statement.speakers.at(-1);
      if (typeof last !== 'string' || !own.includes(last)) {
        yield at(
          file,
          index,
          statement.via.length > 0 ? 'via' : 'speakers',
          `the chain ends in “${nameOf(last)}”, which is no voice of the article`,
          `end via with ${own.join(' or ')}`,
        );
      }
    },
  ),
  perStatement('no-voice-relays-itself', 'No voice stands twice in a chain.', function* (file, index, statement) {
    const names = [...statement.speakers, ...statement.via].map(nameOf);
    const twice = names.find((name, position) => names.indexOf(name) !== position);
    if (twice) yield at(file, index, 'via', `“${twice}” stands twice in the chain of voices`, 'name each voice once');
  }),
  perStatement(
    'said-is-not-after-publication',
    'Nothing was said after the day it was published.',
    function* (file, index, statement, { published }) {
      const said = statement.said && getBounds(statement.said.edtf).from;
      if (said && published && said > published)
        yield at(
          file,
          index,
          ['said', 'edtf'],
          `said from ${said}, published by ${published}`,
          'correct the day, or move it to date or horizon',
        );
    },
  ),
  perStatement(
    'reported-fact-is-not-in-the-future',
    'A reported fact did not begin after the article was published.',
    function* (file, index, statement, { published }) {
      const from = getBounds(statement.date.edtf).from;
      if (statement.kind === 'reported-fact' && from && published && from > published) {
        yield at(
          file,
          index,
          ['date', 'edtf'],
          `begins on ${from}, after publication (${published})`,
          'make it a forecast, or correct the date',
        );
      }
    },
  ),
];

interface StatementContext {
  /** The article as a bibliographic record; undefined where the ledger has no entry. */
  source: Entry['source'] | undefined;
  passages: Passages['passages'];
  /** Last day on which the article can have been published. */
  published: string | null;
}

function perStatement(
  id: string,
  truth: string,
  find: (file: string, index: number, statement: Statement, around: StatementContext) => Iterable<Violation>,
): Rule {
  return {
    id,
    description: truth,
    *check(content) {
      const entries = new Map(content.entries.map(({ id, data }) => [id, data.source]));
      const passages = new Map(content.passages.map(({ id, data }) => [id, data.passages]));
      for (const ledger of content.ledgers) {
        const source = entries.get(ledger.id);
        const published = source ? getBounds(source.published.edtf).to : null;
        const around = { source, passages: passages.get(ledger.id) ?? {}, published };
        for (const [index, statement] of ledger.data.statements.entries()) yield* find(ledger.file, index, statement, around);
      }
    },
  };
}

function at(file: string, index: number, field: string | (string | number)[], what: string, remedy: string): Violation {
  return { file, path: ['statements', index, ...[field].flat()], message: what, hint: remedy };
}

const nameOf = (voice: Voice | undefined) => (typeof voice === 'string' ? voice : (voice?.unnamed ?? 'nobody'));

function range(locators: string[]): string {
  return locators.length > 4 ? `${locators[0]} … ${locators.at(-1)}` : locators.join(', ');
}
