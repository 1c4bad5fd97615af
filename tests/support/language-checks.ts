/** Words of a page in Japanese, Chinese, Korean or Cyrillic script whose element is in no language that has it. */
export function languageFaults(document: Document): string[] {
  return textsOf(document.body).flatMap(({ text, lang }) => (fits(text, lang) ? [] : [`${lang}: ${text.trim().slice(0, 60)}`]));
}

/** Every text that a reader sees or hears, with the language of the element in which it stands. */
function textsOf(element: Element, above = 'en'): { text: string; lang: string }[] {
  if (/^(?:script|style)$/.test(element.localName)) return [];
  const lang = element.getAttribute('lang') ?? above;
  const spoken = ['alt', 'title', 'aria-label', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []);
  return [
    ...spoken.map((text) => ({ text, lang })),
    ...[...element.childNodes].flatMap((node) => {
      if (node.nodeType === 3) return [{ text: node.textContent ?? '', lang }];
      return node.nodeType === 1 ? textsOf(node as Element, lang) : [];
    }),
  ];
}

/** Scripts, with the languages in which their words can be. */
const SCRIPTS: [RegExp, RegExp][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, /^ja\b/],
  [/\p{Script=Han}/u, /^(?:ja|zh|ko)\b/],
  [/\p{Script=Hangul}/u, /^ko\b/],
  [/\p{Script=Cyrillic}/u, /^(?:ru|uk|be|bg|sr|kk|mn)\b/],
];

const fits = (text: string, lang: string) => SCRIPTS.every(([script, languages]) => !script.test(text) || languages.test(lang));
