import { getBounds } from '../../src/dates/bounds.ts';
import { isEdtf } from '../../src/dates/parse.ts';
import { findQueryDate, replaceEras } from '../../src/search/engine/query-date.ts';
import type { Authors, DateProposal } from './blocks.ts';

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

/** Returns whether a text has the form of a person's name, and no word of a role or an agency. */
export function isName(text: string): boolean {
  const name = text.replace(/\s+(?:jr|sr|ii|iii|iv)\.?$/i, '');
  return (NAME.test(name) || JAPANESE_NAME.test(name)) && !ROLE.test(name) && !/\d/.test(name);
}

/** What the label of a date says. */
type DateKind = 'published' | 'updated' | 'plain';
type LabelledDate = DateProposal & { kind: DateKind };

const PUBLISHED =
  /(?:first |originally )?(?:published|posted|issued)(?: (?:on|at))?|date of publication|опубликован[оаы]?|дата публикации|размещен[оа]|公開(?:日時?)?|掲載(?:日)?|配信(?:日時?)?|発行(?:日)?|初出/iu;
const UPDATED =
  /(?:last |recently )?(?:updated?|modified|revised|edited)(?: (?:on|at))?|(?:дата |последнее )?(?:обновлен[оаияе]+|обновлён[оа]?|изменен[оаияе]+|изменён[оа]?)|(?:最終)?更新(?:日時?)?|修正(?:日)?/iu;
const LABELS = new RegExp(`(?<!\\p{L})(?:${PUBLISHED.source}|${UPDATED.source})`, 'giu');

/** Parts of a date line that are neither a date nor a label: times, time zones, weekdays, small words. */
const REST =
  /\d{1,2}(?:[:：.]\d{2}){1,2}(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?|\d{1,2}時(?:\d{1,2}分)?|(?<![\p{L}])(?:T|Z|at|on|the|date|дата|в|от|г|года|GMT|UTC|JST|MSK|МСК|мск|[ECMP][SD]?T|CET|CEST|BST|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)(?!\p{L})|[月火水木金土日]曜日?|[(（][月火水木金土日][)）]|[+-]\d{2}:?\d{2}/giu;

/**
 * Parses a line that consists of dates with labels, times and weekdays. Returns undefined for any other line.
 *
 * @returns the dates in the order of the line
 */
export function parseDateLine(line: string): LabelledDate[] | undefined {
  if (line.length > 160) return undefined;
  // A label precedes its date, or follows it, as in Japanese.
  for (const split of ['\n$&', '$&\n']) {
    const parts = replaceEras(line)
      .replace(LABELS, split)
      .split(/[\n|•·;；\t／]|\s[–—-]\s/)
      .filter((part) => stripRest(part));
    const dates = parts.map(parseLabelledDate).filter((date) => date !== undefined);
    if (dates.length > 0 && dates.length === parts.length) return dates;
  }
  return undefined;
}

/** Returns whether a line consists of a time of the day only. */
export const isTime = (line: string) => line.length < 30 && /\d/.test(line) && !stripRest(line);

/**
 * Chooses the date of publication: a date with a label that says published, or else the first date without a label. Any other date
 * is a proposal with a reason.
 *
 * @param dates of date lines; those with a doubt come after the others
 * @param text in which a date may be mentioned
 */
export function choosePublished(dates: readonly LabelledDate[], text: string): DateProposal | undefined {
  const pick = (kind: DateKind) => dates.filter((date) => date.kind === kind && !date.doubt);
  const candidates = [pick('published'), pick('plain'), dates.filter((date) => date.kind !== 'updated')].find(({ length }) => length > 0);
  const [chosen] = candidates ?? [];
  const other = candidates?.find(({ edtf }) => edtf !== chosen?.edtf);
  if (chosen) return toProposal(chosen, chosen.doubt ?? (other && `the text also prints "${other.wording}"`));
  const updated = dates.find(({ kind }) => kind === 'updated');
  if (updated) return toProposal(updated, `"${updated.wording}" is the date of an update`);
  const mentioned = findDate(text);
  return mentioned && toProposal(mentioned, `"${mentioned.wording}" is a date in the text, not a date line`);
}

/** Finds the first date in a text, in English, Japanese, Russian or ISO 8601. Returns undefined if it is not a day or a month. */
export function findDate(text: string): DateProposal | undefined {
  const source = replaceEras(text);
  const found = findQueryDate(source);
  if (!found || found.other) return undefined;
  const { from, to, rest } = found;
  // `rest` is the text without the date, so the date begins at the first difference.
  let start = 0;
  while (start < rest.length && rest[start] === source.trim()[start]) start++;
  const wording = source
    .trim()
    .slice(start, start - rest.length || undefined)
    .trim();
  if (from.length === 'MM-DD'.length) return from === to ? { edtf: null, wording } : undefined;
  const month = from.slice(0, 'YYYY-MM'.length);
  const edtf = from === to ? from : getBounds(month).to === to && from.endsWith('-01') ? month : '';
  return isEdtf(edtf) ? { edtf, wording } : undefined;
}

/** Splits at `・`, which also joins the parts of one foreign name in katakana. */
const splitKana = (text: string) => (/^[\p{Script=Katakana}ー・\s]+$/u.test(text) ? [text] : text.split('・'));

const toTitleCase = (name: string) =>
  name === name.toUpperCase() ? name.toLowerCase().replace(/(?<![\p{L}’])\p{L}/gu, (letter) => letter.toUpperCase()) : name;

function parseLabelledDate(part: string): LabelledDate | undefined {
  const date = findDate(part);
  if (!date || !part.includes(date.wording) || stripRest(part.replace(date.wording, ' ').replace(LABELS, ' '))) return undefined;
  const kind = UPDATED.test(part) ? 'updated' : PUBLISHED.test(part) ? 'published' : 'plain';
  return { ...date, kind };
}

const stripRest = (text: string) => text.replace(REST, ' ').replace(/[^\p{L}\p{N}]+/gu, '');

const toProposal = ({ edtf, wording }: DateProposal, doubt?: string): DateProposal => ({ edtf, wording, ...(doubt && { doubt }) });
