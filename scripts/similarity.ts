import { stemmer } from 'stemmer';
import type { Statement } from '../src/schema/statement.ts';
import { splitWords } from './article-texts.ts';

/** What a text is about: `question:…`, `event:…`, `actor:…`, `theme:…`, `place:…`, stems of words, and figures. */
export type Features = Set<string>;

/** How much an id that two statements share counts, compared with a word. */
const WEIGHTS: Record<string, number> = { question: 4, event: 3, actor: 1.5, place: 1.5, theme: 1 };

/** Stems of words that name no subject. */
const STOP =
  /^(?:a|an|and|are|as|at|be|been|by|did|do|does|for|from|ha|had|have|he|her|hi|him|if|in|into|is|it|of|on|or|she|so|say|said|that|the|their|they|thi|to|wa|were|what|when|which|who|will|with|would|not|no|other|than|whether|after|befor|nor|ani|all|also|sai|tell|nobodi|noth|articl|onli|name|mention|report|call|give|known|took|take|came|come|becam|went|made|make|left|us|them|there|those|these|itself|place|countri|held|began|begun|begin|write|speak|quot|voic|print|through|word|doe|earlier|least|becaus|but|whose|anoth)$/;

const wordFeatures = (text: string) =>
  splitWords(text)
    .map((word) => (/^\d/.test(word) ? word : stemmer(word.replace(/['’]s$/, ''))))
    .filter((word) => !STOP.test(word));

/** Returns the features of a statement. */
export const statementFeatures = ({ text, events, actors, themes, places, speakers }: Statement): Features =>
  new Set([
    ...events.map((id) => `event:${id}`),
    ...[...actors, ...speakers].flatMap((id) => (typeof id === 'string' ? [`actor:${id}`] : [])),
    ...themes.map((id) => `theme:${id}`),
    ...places.map((id) => `place:${id}`),
    ...wordFeatures(text),
  ]);

/** Returns the features of a text about an item, such as `event:ferry-pact`. */
export const textFeatures = (text: string, item?: string): Features => new Set([...(item ? [item] : []), ...wordFeatures(text)]);

/**
 * Returns a function that compares two sets of features: 0 to about 1. What few statements share counts most. What a fifth of them share
 * counts nothing, as the two countries of the Record.
 *
 * @param words largest part of the statements that may share a word
 */
export function createSimilarity(all: readonly Features[], words = 1 / 5): (a: Features, b: Features) => number {
  const counts = new Map<string, number>();
  for (const features of all) for (const each of features) counts.set(each, (counts.get(each) ?? 0) + 1);
  const weight = (feature: string) => {
    const count = counts.get(feature) ?? 1;
    if (count > Math.max(10, all.length * (feature.includes(':') ? 1 / 5 : words))) return 0;
    return (WEIGHTS[feature.slice(0, Math.max(0, feature.indexOf(':')))] ?? 1) * Math.log((all.length + 1) / count);
  };
  const norm = (features: Features) => Math.sqrt([...features].reduce((sum, each) => sum + weight(each) ** 2, 0)) || 1;
  return (a, b) => [...a].reduce((sum, each) => sum + (b.has(each) ? weight(each) ** 2 : 0), 0) / (norm(a) * norm(b));
}
