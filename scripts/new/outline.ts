import { UserError } from '../../src/loader/errors.ts';
import type { Content } from '../../src/record/content.ts';
import { genres } from '../../src/schema/entry.ts';
import { localizedNames, type Names } from '../../src/schema/field-types.ts';
import { type Block, type Draft, excerpt, otherRoles, passageRoles, type Proposal, type Role, roles } from './blocks.ts';

type Actors = Content['actors'];

/** Proposes the outline of an entry from a draft and the actors of the Record. A field is unsure if its source is. */
export function proposeOutline(draft: Draft, actors: Actors): Outline {
  const { title, authors, outlet, date, language, url = '', blocks } = draft;
  const publisher = proposePublisher(outlet, actors);
  const ids = authors.names.map((name) => findActor(name, actors)?.id ?? slugify(name));
  const unknown = authors.names.filter((_, index) => !ids[index]);
  const authorDoubt = [authors.doubt, unknown.length > 0 && `write the actor id of ${unknown.join(', ')}`].filter(Boolean).join(' · ');
  const year = date?.edtf?.slice(0, 4) ?? '';
  const name = authors.names[0]
    ?.replace(/\s+(?:jr|sr|i{2,3}|iv)\.?$/i, '')
    .split(' ')
    .at(-1);
  const labelled = name ? authors : outlet;
  const labelName = name ?? findActor(outlet?.value ?? '', actors)?.data.names.en ?? outlet?.value;
  const label = labelName ? [labelName, !date?.doubt && year].filter(Boolean).join(' ') : '';
  const proposals: Partial<OutlineFields> = {
    id: { value: publisher.value && year && !publisher.doubt && !date?.doubt ? `${publisher.value}-${year}` : '' },
    label: { value: label.slice(0, 30).trim(), ...doubtOf(labelled?.doubt) },
    title: title ?? { value: '', doubt: 'found no title' },
    authors: { value: ids.map((id, index) => id || authors.names[index]!).join(', '), ...doubtOf(authorDoubt) },
    publisher,
    language,
    date: date?.edtf
      ? { value: date.edtf, ...doubtOf(date.doubt) }
      : { value: '', doubt: date ? `"${date.wording}" has no year` : 'found no date' },
    // A date without a year remains open; its words are still recorded.
    ...(date && !date.edtf && { basis: { value: 'inferred' }, wording: { value: date.wording } }),
    url: { value: url },
  };
  return { blocks, fields: Object.fromEntries(fieldNames.map((each) => [each, proposals[each] ?? { value: '' }])) as OutlineFields };
}

/** Returns the names of all outlets, in lower case. */
export const outletNames = (actors: Actors) =>
  new Set(actors.filter(({ data }) => data.kind === 'outlet').flatMap(({ data }) => formsOf(data.names)));

/** The fields of a new entry that an outline contains, with a comment for those that are not found in an article. */
const fieldComments = {
  id: 'part of a permanent URL; empty is <publisher>-<year>',
  label: 'at most 30 characters',
  title: 'as printed',
  authors: 'actor ids, separated by commas',
  publisher: 'actor id',
  genre: genres.join(', '),
  language: 'BCP 47, such as en, ja or ru',
  date: 'of publication, EDTF',
  basis: 'printed, reckoned or inferred; empty is printed',
  wording: 'words of a date that is not printed in full',
  ground: 'why this date, if it is not printed',
  url: 'addresses, separated by spaces',
};

export type FieldName = keyof typeof fieldComments;
export const fieldNames = Object.keys(fieldComments) as FieldName[];

/** A field of an outline. `at` names the option or the line that gives the value. */
export type OutlineField = Proposal & { at?: string };
export type OutlineFields = Record<FieldName, OutlineField>;

/** The fields and blocks of an article before an entry is created. */
export interface Outline {
  fields: OutlineFields;
  blocks: Block[];
}

/** Maximum length of the first words of a block, in characters. */
const EXCERPT = 70;
const COMMENT = /(?:^|\s{2,})#(?:\s.*)?$/;

/**
 * Formats an outline as text that a person edits: a line for each field and each block. A question mark marks what is unsure; the
 * reason follows as a comment.
 *
 * @param command that creates the entry
 */
export function formatOutline({ fields, blocks }: Outline, command: string): string {
  const header = [
    'Outline of a saved article. Nothing is written into the project yet.',
    '1. Compare each line with the article. Correct fields and roles.',
    '2. A question mark means unsure; the reason follows #. Delete the mark to accept a line.',
    '   With the mark, a block stays body, and a field stays empty.',
    `3. Run ${command}`,
    `Roles of passages: ${passageRoles.join(', ')}. Other roles: ${otherRoles.join(', ')}.`,
  ];
  const fieldLines = fieldNames.map((name) => {
    const { value, doubt } = fields[name];
    return `${name}${doubt ? '?' : ''}: ${value}`.trimEnd() + (doubt || !value ? `  # ${oneLine(doubt ?? fieldComments[name])}` : '');
  });
  const blockLines = blocks.map(({ text, role, doubt }, index) => {
    const label = `${role}${doubt ? '?' : ''}`.padEnd(12);
    return `${String(index + 1).padStart(4)}  ${label} ${firstWords(text)}${doubt ? `  # ${oneLine(doubt)}` : ''}`;
  });
  return [...header.map((line) => `# ${line}`), '', ...fieldLines, '', ...blockLines, ''].join('\n');
}

/**
 * Parses an edited outline.
 *
 * @param file for messages
 * @param blocks of the article
 * @throws {UserError} with all problems, if a line is invalid, a block is missing, or the article has changed
 */
export function parseOutline(text: string, file: string, blocks: readonly Block[]): Outline {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, { value: '' }])) as OutlineFields;
  const found = new Map<number, Block>();
  const problems: string[] = [];
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const [comment = ''] = COMMENT.exec(raw) ?? [];
    const line = raw.slice(0, raw.length - comment.length).trim();
    const report = (message: string, hint: string) => problems.push(`${file}:${index + 1}: ${message}\n    → ${hint}`);
    const doubt = comment.replace(/^\s*#\s*/, '') || 'not accepted in the outline';
    const [, name, mark, value] = /^([a-z]+)(\??)\s*:\s*(.*)$/.exec(line) ?? [];
    const [, number, role, unsure, words = ''] = /^(\d+)\s+([\p{L}-]+)(\??)(?:\s+(.*))?$/u.exec(line) ?? [];
    if (!line) continue;
    if (name) {
      const field = fieldNames.find((each) => each === name);
      if (!field) report(`unknown field "${name}"`, `use one of ${fieldNames.join(', ')}`);
      else fields[field] = { value: value!.trim(), at: `${file}:${index + 1}: ${name}`, ...(mark && { doubt }) };
    } else if (number) {
      const block = blocks[Number(number) - 1];
      if (!roles.includes(role as Role)) report(`unknown role "${role}"`, `use one of ${roles.join(', ')}`);
      else if (!block)
        report(`the article has no block ${number}`, `it has ${blocks.length}: delete the line, or delete the outline to begin again`);
      else if (found.has(Number(number))) report(`block ${number} occurs twice`, 'delete one of the two lines');
      else if (words && words !== firstWords(block.text))
        report(
          `block ${number} of the article begins "${firstWords(block.text)}"`,
          'the article has changed: move the outline away and run the command again',
        );
      else found.set(Number(number), { text: block.text, role: role as Role, ...(unsure && { doubt }) });
    } else report(`"${excerpt(line, 40)}" is neither a field nor a block`, 'write a field as name: value and a block as number and role');
  }
  const missing = [...blocks.keys()].map((index) => index + 1).filter((n) => !found.has(n));
  if (problems.length === 0 && missing.length > 0)
    problems.push(`${file}: has no line for block ${missing.join(', ')}\n    → write its number and role; furniture leaves it out`);
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  return { fields, blocks: blocks.map((_, index) => found.get(index + 1)!) };
}

/** Returns an outline without its doubts: an unsure block is body, an unsure field is empty. */
export const acceptOutline = ({ fields, blocks }: Outline): Outline => ({
  fields: Object.fromEntries(fieldNames.map((name) => [name, fields[name].doubt ? { value: '' } : fields[name]])) as OutlineFields,
  blocks: blocks.map(({ text, role, doubt }) => ({ text, role: doubt ? 'body' : role })),
});

function proposePublisher(outlet: Proposal | undefined, actors: Actors): OutlineField {
  if (!outlet) return { value: '', doubt: 'found no name of an outlet' };
  const value = findActor(outlet.value, actors)?.id ?? slugify(outlet.value);
  return value ? { value, ...doubtOf(outlet.doubt) } : { value: '', doubt: `write the actor id of ${outlet.value}` };
}

const doubtOf = (doubt: string | undefined) => (doubt ? { doubt } : {});

/** Converts a name to an id: `Beacon Wire` → `beacon-wire`. Empty if the name has letters that are not Latin. */
function slugify(name: string): string {
  const latin = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (/(?!\p{Script=Latin})\p{L}/u.test(latin)) return '';
  return latin
    .replace(/^the /, '')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-|-$/g, '');
}

/** Returns the actor with a name, in any language or variant. */
function findActor(name: string, actors: Actors): Actors[number] | undefined {
  return name ? actors.find(({ data }) => formsOf(data.names).some((form) => withoutArticle(form) === withoutArticle(name))) : undefined;
}

/** Returns all forms of a name, in lower case. */
export const formsOf = (names: Names) =>
  [names.en, ...localizedNames(names).map((form) => form.name), ...names.variants].map((form) => form.toLowerCase().trim());

const withoutArticle = (name: string) => name.toLowerCase().replace(/^the /, '').trim();

/** Returns the first words of a block on one line. The number sign of a comment cannot occur in them. */
const firstWords = (text: string) =>
  excerpt(text.replace(/\s+/g, ' '), EXCERPT)
    .replace(/\s+#(?=\s|$)/g, ' ＃')
    .trim();
const oneLine = (text: string) => text.replace(/\s+/g, ' ').replace(/\s#(?=\s)/g, ' ＃');
