import { replaceEras } from '../../src/search/engine/query-date.ts';
import { findDate } from '../sources/printed-date.ts';
import type { DateProposal } from './draft.ts';

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

function parseLabelledDate(part: string): LabelledDate | undefined {
  const date = findDate(part);
  if (!date || !part.includes(date.wording) || stripRest(part.replace(date.wording, ' ').replace(LABELS, ' '))) return undefined;
  const kind = UPDATED.test(part) ? 'updated' : PUBLISHED.test(part) ? 'published' : 'plain';
  return { ...date, kind };
}

const stripRest = (text: string) => text.replace(REST, ' ').replace(/[^\p{L}\p{N}]+/gu, '');

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

const toProposal = ({ edtf, wording }: DateProposal, doubt?: string): DateProposal => ({ edtf, wording, ...(doubt && { doubt }) });
