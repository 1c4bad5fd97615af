import { isEdtf } from '../../src/dates/parse.ts';
import { genres } from '../../src/schema/entry.ts';
import { id as plainId } from '../../src/schema/ids.ts';
import { splitWords } from '../sources/article.ts';
import { roles, type ClassifiedArticle, type Role } from '../sources/classify-blocks.ts';
import type { Prompter } from './prompter.ts';
import { slugify, type EntryAnswers } from './entry-proposal.ts';

/** Asks what the blocks are of which the outline is unsure: number → role. */
export async function promptRoles(asker: Prompter, { blocks }: ClassifiedArticle): Promise<Map<number, Role>> {
  const given = new Map<number, Role>();
  for (const { n, text, role, unsure } of blocks) {
    if (!unsure) continue;
    const question = `Block ${n}, ${splitWords(text).length} words: ${excerpt(text, 70)}`;
    given.set(
      n,
      (await asker.choice(
        question,
        roles.map((value) => ({ value, hint: MEANS[value] })),
        role,
      )) as Role,
    );
  }
  return given;
}

/** Asks for what is not known of an entry, with what was proposed to begin from. What an option has said is not asked. */
export async function promptEntry(asker: Prompter, proposed: EntryAnswers, said: ReadonlySet<string>): Promise<EntryAnswers> {
  const answers = structuredClone(proposed);
  const line = async (name: string, question: string, initial: string, refuse?: (answer: string) => string | undefined) =>
    said.has(name) ? initial : asker.line(question, { initial, ...(refuse && { refuse }) });
  answers.title = await line('title', 'Title, as printed', proposed.title);
  answers.publisher = await line('publisher', 'Publisher, as actor id', proposed.publisher, validateId);
  answers.authors = list(
    await line('author', 'Authors, as actor ids, parted by spaces; none where it is unsigned', proposed.authors.join(' '), validateIds),
  );
  const edtf = await line('date', 'Published, in EDTF: 2024-11-07, 2024-11~ …', proposed.published.edtf ?? '', validateDate);
  if (edtf !== (proposed.published.edtf ?? '')) answers.published = { ...proposed.published, edtf, basis: 'inferred' };
  if (answers.published.basis && answers.published.basis !== 'printed')
    answers.published.ground = await line(
      'ground',
      'How is the date known, if it is not printed in full?',
      proposed.published.ground ?? '',
    );
  if (!said.has('genre'))
    answers.genre = await asker.choice(
      'Genre',
      [...genres, ''].map((value) => ({ value })),
    );
  if (!said.has('url')) {
    const url = await asker.line('Address at which it was seen');
    if (url) answers.addresses = [{ url, label: new URL(url).hostname }];
  }
  const year = edtf.slice(0, 4);
  answers.id = await line(
    'id',
    'Id of the entry: part of its address, for good',
    proposed.id || slugify(`${answers.publisher} ${year}`),
    validateId,
  );
  answers.label = await line(
    'label',
    'Short label for margins, at most 30 characters',
    proposed.label || `${answers.publisher} ${year}`.trim().slice(0, 30),
    (text) => (text.length > 30 ? 'too long' : undefined),
  );
  return answers;
}

const MEANS: Record<Role, string> = {
  title: 'the article’s title',
  outlet: 'the outlet’s name',
  byline: 'the authors',
  date: 'the day of publication',
  standfirst: 'p0, before the body',
  body: 'p1, p2 …: the text itself',
  heading: 'within the text; no passage',
  caption: 'c1 …: below a picture',
  note: 'n1 …: on provenance or author',
  related: 'r1 …: a related headline',
  furniture: 'menus, buttons, consent; no passage',
};

/** The first characters of a text, for the terminal alone. */
export const excerpt = (text: string, length: number) =>
  (text.length > length ? `${text.slice(0, length)}…` : text).replace(/[\p{Cc}\p{Cf}]/gu, '�');

const list = (text: string) => text.split(/[\s,]+/).filter(Boolean);
const validateId = (text: string) => (plainId.safeParse(text).success ? undefined : 'lower-case ASCII words joined by hyphens');
const validateIds = (text: string) => list(text).map(validateId).find(Boolean);
const validateDate = (text: string) => (isEdtf(text) ? undefined : 'not a date in EDTF: 2016-12-15, 2024-11~ …');
