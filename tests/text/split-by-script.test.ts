import { describe, expect, test } from 'vitest';
import { splitByScript } from '../../src/text/split-by-script.ts';

/** Formats each run with its language in brackets. */
const formatRuns = (text: string) => splitByScript(text).map(({ text: run, lang }) => (lang ? `[${lang} ${run}]` : run));

describe('splitByScript', () => {
  test.each([
    ['', []],
    ['TASS agency', ['TASS agency']],
    ['Sputnik 日本', ['Sputnik ', '[ja 日本]']],
    ['サハリン2', ['[ja サハリン]', '2']],
    ['グロ・ビ', ['[ja グロ・ビ]']],
    ['НК «Роснефть»', ['[ru НК «Роснефть]', '»']],
    ['Україна', ['[uk Україна]']],
    ['Tokyo, 東京都 and Токио', ['Tokyo, ', '[ja 東京都]', ' and ', '[ru Токио]']],
    ['人々', ['[ja 人々]']],
  ])('splits “%s” into runs of one script', (text, runs) => expect(formatRuns(text)).toEqual(runs));

  test.each(['Tokyo, 東京都 and Токио', '— Ивая · 岩屋 —', ' '])('keeps every character of “%s”', (text) => {
    expect(
      splitByScript(text)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
  });
});
