/** A run of text in one script, with its language if that is not English. */
export interface ScriptRun {
  text: string;
  lang?: string;
}

const JAPANESE = String.raw`\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}`;
const CYRILLIC = String.raw`\p{Script=Cyrillic}`;
/** A run in one script from its first letter to its last, with the spaces, digits and punctuation between them. */
const FOREIGN = new RegExp(
  [JAPANESE, CYRILLIC].map((script) => String.raw`[${script}](?:[${script}\p{N}\s\p{P}]*[${script}])?`).join('|'),
  'gu',
);
const UKRAINIAN = /[іїєґ]/i;

/** Splits a text into runs of one script. Han and kana count as Japanese, Cyrillic as Russian, or as Ukrainian if it has letters that only Ukrainian has. */
export function splitByScript(text: string): ScriptRun[] {
  const runs: ScriptRun[] = [];
  let from = 0;
  for (const { 0: run, index } of text.matchAll(FOREIGN)) {
    if (index > from) runs.push({ text: text.slice(from, index) });
    runs.push({ text: run, lang: langOf(run) });
    from = index + run.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from) });
  return runs;
}

function langOf(run: string): string {
  if (!/\p{Script=Cyrillic}/u.test(run)) return 'ja';
  return UKRAINIAN.test(run) ? 'uk' : 'ru';
}
