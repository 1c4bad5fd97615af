import { isEdtf } from '../../src/dates/parse.ts';
import { genres } from '../../src/schema/entry.ts';
import { id as idSchema } from '../../src/schema/ids.ts';
import { splitWords } from '../sources/article.ts';
import { roles, type ClassifiedArticle, type Role } from '../sources/classify-blocks.ts';
import { slugify, type EntryAnswers } from './entry-proposal.ts';
import type { Prompter } from './prompter.ts';

/** Prompts for the roles of blocks whose classification is unsure. Returns them by the number of the block. */
export async function promptRoles(prompter: Prompter, { blocks }: ClassifiedArticle): Promise<Map<number, Role>> {
  const answers = new Map<number, Role>();
  const choices = roles.map((value) => ({ value, hint: ROLE_HINTS[value] }));
  for (const { n, text, role, unsure } of blocks) {
    if (!unsure) continue;
    const question = `Block ${n}, ${splitWords(text).length} words: ${excerpt(text, 70)}`;
    answers.set(n, (await prompter.choice(question, choices, role)) as Role);
  }
  return answers;
}

/** Prompts for the fields of an entry. The initial values are proposals. Fields that have an option are skipped. */
export async function promptEntry(prompter: Prompter, proposed: EntryAnswers, options: ReadonlySet<string>): Promise<EntryAnswers> {
  const answers = structuredClone(proposed);
  const line = async (option: string, question: string, initial: string, validate?: (answer: string) => string | undefined) =>
    options.has(option) ? initial : prompter.line(question, { initial, ...(validate && { validate }) });
  answers.title = await line('title', 'Title, as printed', proposed.title);
  answers.publisher = await line('publisher', 'Publisher (actor id)', proposed.publisher, validateId);
  const authors = await line('author', 'Authors (actor ids, separated by spaces)', proposed.authors.join(' '), validateIds);
  answers.authors = splitList(authors);
  const edtf = await line('date', 'Published (EDTF, such as 2024-11-07 or 2024-11~)', proposed.published.edtf ?? '', validateDate);
  if (edtf !== (proposed.published.edtf ?? '')) answers.published = { ...proposed.published, edtf, basis: 'inferred' };
  const { basis, ground = '' } = answers.published;
  if (basis && basis !== 'printed') answers.published.ground = await line('ground', 'How is the date known?', ground);
  const genreChoices = [...genres, ''].map((value) => ({ value }));
  if (!options.has('genre')) answers.genre = await prompter.choice('Genre', genreChoices);
  const url = await line('url', 'URL of the article', '', (text) => (URL.canParse(text) ? undefined : 'not a URL'));
  if (url) answers.addresses = [{ url, label: new URL(url).hostname }];
  const year = edtf.slice(0, 4);
  const id = proposed.id || slugify(`${answers.publisher} ${year}`);
  answers.id = await line('id', 'Id of the entry (a permanent part of its URL)', id, validateId);
  const label = proposed.label || `${answers.publisher} ${year}`.trim().slice(0, 30);
  const validateLabel = (text: string) => (text.length > 30 ? 'longer than 30 characters' : undefined);
  answers.label = await line('label', 'Short label, at most 30 characters', label, validateLabel);
  return answers;
}

const ROLE_HINTS: Record<Role, string> = {
  title: 'the title of the article',
  outlet: 'the name of the outlet',
  byline: 'the authors',
  date: 'the date of publication',
  standfirst: 'p0, before the body',
  body: 'p1, p2 …: the text',
  heading: 'a heading in the text; not a passage',
  caption: 'c1 …: the caption of a picture',
  note: 'n1 …: a note on the author or the publication',
  related: 'r1 …: a related headline',
  furniture: 'menus, buttons, cookie notices; not a passage',
};

/** Returns the first characters of a text without control characters. */
export const excerpt = (text: string, length: number) =>
  (text.length > length ? `${text.slice(0, length)}…` : text).replace(/[\p{Cc}\p{Cf}]/gu, '�');

const splitList = (text: string) => text.split(/[\s,]+/).filter(Boolean);
const validateId = (text: string) => (idSchema.safeParse(text).success ? undefined : 'use lower-case ASCII words joined by hyphens');
const validateIds = (text: string) => splitList(text).map(validateId).find(Boolean);
const validateDate = (text: string) => (isEdtf(text) ? undefined : 'not an EDTF date, such as 2016-12-15 or 2024-11~');
