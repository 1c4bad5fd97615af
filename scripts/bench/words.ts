import type { Chance } from './chance.ts';

/** Invented prose: no word of it means anything, and none is taken from a text. */
export interface Words {
  /** A sentence of about so many characters, with a capital and a full stop. */
  sentence: (characters: number) => string;
  /** A few words of a sentence, without capital or stop. */
  phrase: (words: number) => string;
  /** A name that was not given before, of so many words. */
  name: (words: number) => string;
}

const ONSETS = ['b', 'br', 'd', 'dr', 'f', 'g', 'gr', 'k', 'kl', 'l', 'm', 'n', 'p', 'pl', 'r', 's', 'sk', 'st', 't', 'tr', 'v', 'z'];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou'];
const CODAS = ['', '', 'n', 'r', 'l', 's', 'm', 'k'];

/** @param vocabulary how many different words the prose draws on */
export function wordsOf(chance: Chance, vocabulary: number): Words {
  const coined = new Set<string>();
  while (coined.size < vocabulary) coined.add(coin(chance, coined.size < 200 ? 1 : chance.below(2) + 2));
  const words = [...coined];
  const names = new Set<string>();
  const phrase = (count: number) => Array.from({ length: count }, () => chance.early(words)).join(' ');
  const name = (count: number): string => {
    const made = Array.from({ length: count }, () => capital(coin(chance, 2))).join(' ');
    if (names.has(made)) return name(count);
    names.add(made);
    return made;
  };
  return {
    phrase,
    name,
    sentence: (characters) => {
      let text = chance.early(words);
      while (text.length < characters) text += ` ${chance.early(words)}`;
      return `${capital(text)}.`;
    },
  };
}

function coin(chance: Chance, syllables: number): string {
  const one = (parts: readonly string[]) => parts[chance.below(parts.length)]!;
  return Array.from({ length: syllables }, () => one(ONSETS) + one(NUCLEI) + one(CODAS)).join('');
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
