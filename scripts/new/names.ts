import { findDate } from '../sources/printed-date.ts';
import type { Authors } from './draft.ts';

const LABEL =
  /^(?:by|text by|authors?|written by|words by|文|著者|執筆|筆者|авторы?|текст)(?:\s*[=＝:：]\s*|(?<=[a-z])\s+)|^(?:автор|текст)\s+(?=\p{Lu})/iu;

/** A word of a name: capitalised or an initial. Particles may be between them. */
const WORD = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}’'-]*)";
const NAME = new RegExp(`^${WORD}(?:\\s*(?:(?:de|da|di|del|der|van|von|bin|al|el|la|le)\\s+)*${WORD}){1,4}$`, 'u');
const JAPANESE_NAME =
  /^(?:\p{Script=Han}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々\s]{1,8}|[\p{Script=Katakana}ー・＝=\s]{3,24})$/u;
const HONORIFIC = /^(?:dr|prof|professor|mr|mrs|ms|sir|dame|проф|профессор|д-р|доктор)\.?\s+(?=\p{Lu})/iu;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const ROLE =
  /(?<!\p{L})(?:writers?|correspondents?|editors?|reporters?|staff|columnists?|contributors?|fellow|professor|director|analyst|news|agency|reuters|bureau|desk|корреспондент|редактор|обозреватель|журналист|спецкор|политолог|эксперт|профессор)(?!\p{L})|(?:記者|編集委員|特派員|論説委員|支局長|教授)$/iu;

/** Returns whether a text begins with words that introduce authors, such as `By` or `文＝`. */
export const hasBylineLabel = (text: string) => LABEL.test(text);

/** Returns whether a line consists of capitalised words only, as names of people, outlets and places do. */
export const isNameLine = (text: string) =>
  /^(?:(?:\p{Lu}[\p{L}.’'-]*|and|и|de|van|von|[,&|·•])\s*){2,9}$/u.test(text) && /^\p{Lu}/u.test(text);

/**
 * Splits a byline into names: at `and`, `;`, `и`, `、` and `・`. Drops the label, honorifics, and what follows `|`. A part that may be a
 * place or a role leaves a doubt.
 */
export function splitNames(byline: string): Authors {
  const [dated = '', ...rest] = byline.replace(LABEL, '').split(/\s*[|•\t]\s*|\s+[·–—/]\s+/);
  const date = findDate(dated)?.wording;
  const first = date ? dated.slice(0, dated.indexOf(date)).replace(/[\s,(（]+$/, '') : dated;
  const doubts: string[] = [];
  const text = first.replace(/\s*[（(][^（）()]*[）)]\s*$/, '').trim();
  if (text !== first.trim()) doubts.push(`leaves out "${first.trim().slice(text.length).trim()}"`);
  if (rest.some((part) => part && !/\d/.test(part))) doubts.push(`leaves out "${rest.join(' | ')}"`);
  const names: string[] = [];
  const groups = text.split(/\s*(?:;|；|、|，|\s&\s|\s+and\s+|\s+и\s+)\s*/iu).flatMap(splitKana);
  for (const [index, group] of groups.entries()) {
    // A comma separates names before an `and`. Elsewhere a place or a role may follow it.
    const [name = '', ...parts] = group
      .replace(/\s+in\s+\p{Lu}[\p{L} .’'-]*$/u, '')
      .split(/\s*,\s*/)
      .map((part) => part.replace(HONORIFIC, '').trim());
    names.push(name);
    for (const part of parts.filter(Boolean)) {
      if (SUFFIX.test(part)) names[names.length - 1] += ` ${part}`;
      else if (isName(part) && index < groups.length - 1) names.push(part);
      else if (isName(part)) {
        names.push(part);
        doubts.push(`"${part}" may be another author or a place`);
      } else doubts.push(`leaves out "${part}"`);
    }
  }
  const cleaned = names.map((name) => name.replace(ROLE_SUFFIX, '').trim()).filter(Boolean);
  const odd = cleaned.filter((name) => !isName(name));
  if (odd.length > 0) return { names: [text].filter(Boolean), doubt: `"${odd[0]}" may be no name` };
  return { names: cleaned.map(toTitleCase), ...(doubts.length > 0 && { doubt: doubts.join(' · ') }) };
}

const ROLE_SUFFIX = /(?<=\p{Script=Han}{3,})(?:記者|氏)$/u;

/** Splits at `・`, which also joins the parts of one foreign name in katakana. */
const splitKana = (text: string) => (/^[\p{Script=Katakana}ー・\s]+$/u.test(text) ? [text] : text.split('・'));

/** Returns whether a text has the form of a person's name, and no word of a role or an agency. */
export function isName(text: string): boolean {
  const name = text.replace(/\s+(?:jr|sr|ii|iii|iv)\.?$/i, '');
  return (NAME.test(name) || JAPANESE_NAME.test(name)) && !ROLE.test(name) && !/\d/.test(name);
}

const toTitleCase = (name: string) =>
  name === name.toUpperCase() ? name.toLowerCase().replace(/(?<![\p{L}’])\p{L}/gu, (letter) => letter.toUpperCase()) : name;
