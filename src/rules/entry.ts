import { getBounds } from '../dates/bounds.ts';
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
  rule(
    'actor-of-the-ledger-has-a-role',
    'Every actor in a ledger has a role in its entry, and every role belongs to an actor in the ledger.',
    function* (content) {
      const ledgers = new Map(content.ledgers.map(({ id, data }) => [id, data.statements]));
      for (const { id, file, data } of content.entries) {
        const statements = ledgers.get(id);
        if (!statements) continue;
        const named = new Set(statements.flatMap(({ actors, speakers, via }) => [...actors, ...speakers, ...via.flat()]));
        const roles = new Set(data.actors.map(({ actor }) => actor));
        for (const actor of named) {
          if (typeof actor === 'string' && !roles.has(actor)) {
            const hint = `add { actor: ${actor}, role: …, rests: […] }, or run npm run new -- --fill ${id}`;
            yield { file, path: ['actors'], message: `“${actor}” is in the ledger but has no role in the entry`, hint };
          }
        }
        for (const [index, { actor }] of data.actors.entries()) {
          if (!named.has(actor)) {
            const hint = 'name it in a statement, or remove the role';
            yield { file, path: ['actors', index, 'actor'], message: `“${actor}” has a role but is not in the ledger`, hint };
          }
        }
      }
    },
  ),
  rule('entry-theme-has-statements', 'The themes of an entry are the themes of its statements.', function* (content) {
    const ledgers = new Map(content.ledgers.map(({ id, data }) => [id, data.statements]));
    for (const { id, file, data } of content.entries) {
      const statements = ledgers.get(id);
      if (!statements) continue;
      const used = new Set(statements.flatMap(({ themes }) => themes));
      const path = ['themes'];
      for (const theme of data.themes) {
        const hint = `remove “${theme}” from themes, or add it to a statement`;
        if (!used.has(theme)) yield { file, path, message: `no statement has the theme “${theme}”`, hint };
      }
      for (const theme of used) {
        const hint = `add “${theme}” to themes, or run npm run new -- --fill ${id}`;
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
