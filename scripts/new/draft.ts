/** The roles of blocks that are passages, with the letter of their locators. */
const LETTERS = { standfirst: 'p0', body: 'p', caption: 'c', note: 'n', related: 'r' } as const;
export const passageRoles = Object.keys(LETTERS) as (keyof typeof LETTERS)[];

/** The roles of blocks that are not passages. */
export const otherRoles = ['title', 'outlet', 'byline', 'date', 'heading', 'furniture'] as const;

export type Role = (typeof passageRoles)[number] | (typeof otherRoles)[number];
export const roles: readonly Role[] = [...passageRoles, ...otherRoles];

/** A value that was found, and, if it is unsure, the reason. */
export interface Proposal {
  value: string;
  doubt?: string;
}

/** A block of an article with its proposed role and, if the role is unsure, the reason. A tab separates the cells of a table row. */
export interface Block {
  text: string;
  role: Role;
  doubt?: string;
}

/** What a saved article shows about itself. */
export interface Draft {
  blocks: Block[];
  title?: Proposal;
  authors: Authors;
  outlet?: Proposal;
  date?: DateProposal;
  language: Proposal;
  url?: string;
}

/** Names of authors, as printed. */
export interface Authors {
  names: string[];
  doubt?: string;
}

/** A date of publication. `edtf` is null if no year is printed. */
export interface DateProposal {
  edtf: string | null;
  wording: string;
  doubt?: string;
}

/** Returns the locator of each block; undefined if its role is not a passage. */
export function locatorsOf(blocks: readonly { role: Role }[]): (string | undefined)[] {
  const counts: Record<string, number> = {};
  return blocks.map(({ role }) => {
    const letter = role in LETTERS ? LETTERS[role as keyof typeof LETTERS] : undefined;
    return letter === 'p0' ? letter : letter && `${letter}${(counts[letter] = (counts[letter] ?? 0) + 1)}`;
  });
}

/** Returns passages by locator. Several standfirsts are joined. */
export function passagesOf(blocks: readonly Pick<Block, 'role' | 'text'>[]): Map<string, string> {
  const passages = new Map<string, string>();
  for (const [index, locator] of locatorsOf(blocks).entries()) {
    const { text } = blocks[index]!;
    if (locator) passages.set(locator, passages.has(locator) ? `${passages.get(locator)} ${text}` : text);
  }
  return passages;
}

/** Returns the first characters of a text without control characters. */
export const excerpt = (text: string, length: number) =>
  (text.length > length ? `${text.slice(0, length)}…` : text).replaceAll('\t', ' ').replace(/[\p{Cc}\p{Cf}]/gu, '�');
