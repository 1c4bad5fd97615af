import { getBounds } from '../dates/bounds.ts';
import type { Violation, Rule } from './rule.ts';

/** What holds of every entry. */
export const entryRules: Rule[] = [
  {
    id: 'entry-has-ledger-and-passages',
    description: 'Every entry has a statements.yaml and a passages.yaml beside it.',
    *check(content) {
      for (const [name, files] of [
        ['statements.yaml', new Set(content.ledgers.map(({ id }) => id))],
        ['passages.yaml', new Set(content.passages.map(({ id }) => id))],
      ] as const) {
        for (const { id, file } of content.entries) {
          if (!files.has(id)) {
            yield { file, path: [], message: `has no ${name} that can be read`, hint: `write content/entries/${id}/${name}` };
          }
        }
      }
    },
  },
  {
    id: 'entry-rests-on-its-own-ledger',
    description: 'What an entry says of its article rests on that article’s statements.',
    *check(content) {
      for (const { id, file, data } of content.entries) {
        const lists: [(string | number)[], string[]][] = [
          [['summary', 'rests'], data.summary.rests],
          ...data.actors.map(({ rests }, index): [(string | number)[], string[]] => [['actors', index, 'rests'], rests]),
          ...data.notes.map(({ statements }, index): [(string | number)[], string[]] => [['notes', index, 'statements'], statements]),
        ];
        for (const [path, rests] of lists) {
          const other = rests.find((rest) => !rest.startsWith(`${id}.`));
          if (other)
            yield { file, path, message: `rests on ${other}, a statement of another article`, hint: `name statements of ${id} only` };
        }
      }
    },
  },
  {
    id: 'entry-note-points-into-the-article',
    description: 'Every locator of an editor’s note is a passage of its article.',
    *check(content) {
      const passages = new Map(content.passages.map(({ id, data }) => [id, data.passages]));
      for (const { id, file, data } of content.entries) {
        const known = passages.get(id) ?? {};
        for (const [index, note] of data.notes.entries()) {
          for (const locator of note.at) {
            if (!(locator in known))
              yield { file, path: ['notes', index, 'at'], message: `the article has no passage ${locator}`, hint: 'correct the locator' };
          }
        }
      }
    },
  },
  {
    id: 'actor-of-the-ledger-has-a-role',
    description: 'Every actor that a ledger names has its role in the entry, and every role is of an actor that the ledger names.',
    *check(content) {
      const ledgers = new Map(content.ledgers.map((each) => [each.id, each.data.statements]));
      for (const { id, file, data } of content.entries) {
        const statements = ledgers.get(id);
        if (!statements) continue;
        const named = new Set(
          statements.flatMap((statement) => [
            ...statement.actors,
            ...[...statement.speakers, ...statement.via].filter((voice) => typeof voice === 'string'),
          ]),
        );
        const roles = new Set(data.actors.map(({ actor }) => actor));
        for (const actor of named) {
          if (!roles.has(actor))
            yield {
              file,
              path: ['actors'],
              message: `${actor} is in the ledger but has no role in the entry`,
              hint: `add { actor: ${actor}, role: …, rests: […] }`,
            };
        }
        for (const [index, { actor }] of data.actors.entries()) {
          if (!named.has(actor))
            yield {
              file,
              path: ['actors', index, 'actor'],
              message: `${actor} is in no statement of the ledger`,
              hint: 'name it in a statement, or take the role out',
            };
        }
      }
    },
  },
  {
    id: 'entry-theme-has-statements',
    description: 'The themes of an entry are those of its statements.',
    *check(content) {
      const ledgers = new Map(content.ledgers.map((each) => [each.id, each.data.statements]));
      for (const { id, file, data } of content.entries) {
        const used = new Set(ledgers.get(id)?.flatMap((statement) => statement.themes));
        if (!ledgers.has(id)) continue;
        const findings: Violation[] = [
          ...data.themes
            .filter((theme) => !used.has(theme))
            .map((theme) => ({
              file,
              path: ['themes'],
              message: `no statement of the ledger belongs to ${theme}`,
              hint: 'take the theme out, or give it to its statements',
            })),
          ...[...used]
            .filter((theme) => !data.themes.includes(theme))
            .map((theme) => ({
              file,
              path: ['themes'],
              message: `statements belong to ${theme}, the entry does not`,
              hint: `add ${theme} to themes`,
            })),
        ];
        yield* findings;
      }
    },
  },
  {
    id: 'entry-is-dated',
    description: 'Every article has a day, month or year of publication, be it inferred.',
    *check(content) {
      for (const { file, data } of content.entries) {
        if (!getBounds(data.source.published.edtf).from) {
          yield {
            file,
            path: ['source', 'published', 'edtf'],
            message: 'no date of publication',
            hint: 'give the nearest date that the evidence bears, with basis inferred and its ground',
          };
        }
      }
    },
  },
];
