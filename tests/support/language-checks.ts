/** Returns texts in Japanese, Chinese, Korean or Cyrillic script whose element has a language without that script. */
export function languageFaults(document: Document): string[] {
  return textsOf(document.body).flatMap(({ text, lang }) => (fits(text, lang) ? [] : [`${lang}: ${text.trim().slice(0, 60)}`]));
}

/** Returns every visible or spoken text with the language of its element. */
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

/** Scripts and the languages that use them. */
const SCRIPTS: [RegExp, RegExp][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, /^ja\b/],
  [/\p{Script=Han}/u, /^(?:ja|zh|ko)\b/],
  [/\p{Script=Hangul}/u, /^ko\b/],
  [/\p{Script=Cyrillic}/u, /^(?:ru|uk|be|bg|sr|kk|mn)\b/],
];

const fits = (text: string, lang: string) => SCRIPTS.every(([script, languages]) => !script.test(text) || languages.test(lang));
