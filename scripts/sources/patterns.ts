/** Words in English, Japanese and Russian that show the role of a block. */
export const patterns = {
  /** Notices on cookies and privacy, of any length. */
  consent:
    /\bcookies?\b|\bwe value your privacy\b|\b(?:privacy|cookie) (?:policy|settings|preferences)\b|クッキー|Cookie|個人情報|файл\S* cookie|\bкуки\b|персональных данных/i,
  /** Menus, buttons and calls to action: short texts about the site. */
  furniture:
    /^(?:[*＊·•—–_=\-\s]{3,}|(?:accept|reject|allow)(?: all)?|skip to|menu|home|search|sign (?:in|up)|log ?in|subscribe|register|share|tweet|print|e-?mail|copy link|follow us|advertisement|sponsored|no time to read|get a summary|listen|read more|load more|view comments|comments?\b|leave a|previous (?:article|post)|next (?:article|post)|back to top|tags?:|all rights reserved|©|\(c\)|newsletter|download|ログイン|会員登録|新規登録|メニュー|検索|シェア|広告|続きを読む|次の記事|前の記事|ページ(?:の)?トップ|無断転載|войти|вход|регистрация|подпис|поделиться|реклама|меню|поиск|главная|комментар|следующая|предыдущая|все права защищены|читать далее|принять)/i,
  /** The foot of a page: copyright and links, also if it reads like a sentence. */
  foot: /\ball rights reserved\b|^(?:©|\(c\)|copyright)\s*\d{4}|^(?:enter your e-?mail|sign up\b)|^(?:terms (?:of (?:use|service)|and conditions)|privacy|contact(?: us)?)$/i,
  byline:
    /^(?:by|text by|author|authors|written by|words by)\b[:\s]+\S|^(?:文|著者|執筆|筆者|記者)\s*[=＝:：]\s*\S|^(?:автор|авторы|текст)\s*[:：]\s*\S/i,
  caption:
    /^(?:photo|image|picture|caption|figure|pictured|credit)s?\b\s*[:©(.–—-]|^\(?(?:photo|image) (?:by|courtesy)|^(?:写真|画像|図)\s*[=＝:：]|^(?:фото|снимок|иллюстрация)\s*[:：©]/i,
  /** The credit of the photographer at the end of a caption. */
  credit: /\b(?:photo(?:graph)?|image|picture)s?\s*[:©]\s*\S.{0,60}$/i,
  note: /^(?:reprinted|republished|originally published|first published|translated (?:by|from)|editor[’']?s note|about the author|the author is|this (?:article|report) (?:was|is|first)|disclaimer|source:|note:|notes$)|^(?:本稿は|本記事は|初出|著者紹介|筆者紹介|翻訳|編集部注|出典)|^(?:перевод|об авторе|источник|примечание|впервые опубликован|редакция)/i,
  related:
    /^(?:related(?: (?:articles|stories|news|posts))?|read (?:also|more on|next)|see also|more (?:on|from|stories)|you may also like|recommended|most read|関連記事|関連リンク|あわせて読みたい|おすすめ|читайте также|по теме|похожие|ещё по теме|еще по теме)\s*[:：]?/iu,
  /** The end of a sentence at the end of a block. */
  sentence: /[.!?。！？…][”"»’')）」』\]]*$/,
};

/** Returns the name in a byline, without the place: `By A. Writer in Tokyo` → `A. Writer`. */
export function nameInByline(text: string): string {
  return text
    .replace(/^(?:by|text by|authors?|written by|words by|文|著者|執筆|筆者|記者|авторы?|текст)\s*[=＝:：]?\s*/i, '')
    .replace(/ in \p{Lu}[\p{L} .’'-]*$/u, '')
    .trim();
}
