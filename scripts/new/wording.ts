import type { Role } from './draft.ts';

/** Returns whether a block must not be taken for anything but text without a question: a sentence, a list item or a row of a table. */
export const isProtected = (text: string) => SENTENCE.test(text) || /^「.*」$/.test(text) || BULLET.test(text) || text.includes('\t');

/** Returns whether a block contains a sentence, or is as long as one. */
export const isProse = (text: string) =>
  weight(text) > 110 || (weight(text) >= 20 && (isProtected(text) || /[.!?…][”"»’)\]]*\s|[。！？]/.test(text)));

/** Returns the length in Latin or Cyrillic letters. A Japanese character counts as 2.5. */
export const weight = (text: string) => text.length + 1.5 * (text.match(/[\u3040-\u9fff]/g)?.length ?? 0);

/** The end of a sentence, or of a line that introduces one, at the end of a block. */
export const SENTENCE = /[.!?:;。！？：；…][\]”"»’'‘“)）」』】]*$/;
export const BULLET = /^(?:[•‣◦▪■●○◆◇・*＊–—-]\s*(?=\S)(?![*＊·•—–_=\-\s]*$)|\(?\d{1,3}[.)]\s)/;

/** A line without a letter or a digit, which only separates. */
export const SEPARATOR = /^[^\p{L}\p{N}]+$/u;

/** A heading of related articles, alone in its block. */
export const RELATED_HEADING =
  /^(?:related(?: (?:articles|stories|news|posts|content))?|read (?:also|more|next)|see also|more (?:on this|stories|news)|you may also like|recommended|most read|関連(?:記事|リンク|ニュース)|あわせて読みたい|おすすめ(?:記事)?|читайте также|(?:материалы )?по теме|похожие (?:материалы|новости)|ещё по теме|еще по теме)\s*[:：]?$/iu;

/** A whole block that is a button, a menu item or a counter of the site. */
const BUTTON = new RegExp(
  `^(?:${[
    '(?:accept|reject|allow)(?: all)?(?: cookies)?|manage preferences|skip to (?:main )?content|menu|home|search|sign (?:in|up|out)|log ?(?:in|out)|subscribe(?: now)?|register|share(?: this(?: article)?)?|tweet|print|e-?mail|copy link|follow us|advertisement|sponsored|listen(?: to this article)?|(?:read|load|show) more|(?:view|leave a|post a) comments?|comments?|(?:previous|next) (?:article|post)|back to top|all rights reserved|newsletter|download|facebook|twitter|x|telegram|whatsapp|linkedin|terms (?:of (?:use|service)|and conditions)|privacy(?: policy)?|cookie (?:policy|settings)|contact(?: us)?|about us',
    '\\d(?:[\\d.,]*\\d)?k? (?:comments?|shares?|likes?|views?)|\\d+ min(?:ute)?s? read|\\d+ (?:комментари\\p{L}+|просмотр\\p{L}*)|コメント\\s?\\d+(?:件)?|\\d+件のコメント',
    'ログイン|会員登録|新規登録|メニュー|検索|シェア|シェアする|広告|続きを読む|次の記事|前の記事|ページ(?:の)?トップ(?:へ)?|ホーム|印刷',
    'войти|вход|регистрация|подписаться|поделиться|реклама|меню|поиск|главная|комментарии|читать далее|принять|распечатать|версия для печати|наверх',
  ].join('|')})$`,
  'iu',
);

/** Words of blocks that look like something other than the body. Each is only a proposal. */
const LOOKS: [Role, string, RegExp][] = [
  ['caption', 'begins like a caption', /^\(?(?:photo|image|picture|figure|pictured)s?(?: caption| credit| by| courtesy(?: of)?)?\s*[:,/©=|]\s*|^(?:写真|画像|図)(?:説明)?\s*[=＝:：]|^(?:фото|снимок|иллюстрация)\s*[:：©/]/iu],
  ['caption', 'ends with the credit of a picture', /\b(?:photo(?:graph)?|image|picture)s?\s*[:©]\s*\S.{0,60}$/iu],
  ['note', 'begins like a note of the editors', /^(?:originally published|first published (?:in|by|on)|reprinted|republished|translated (?:by|from)|editor[’']?s note|about the author|the author is|a version of this (?:article|story)|this (?:article|report|piece|story) (?:was|is) (?:first|originally|updated|corrected)|(?:correction|disclaimer)\s*:|初出|著者紹介|筆者紹介|編集部注|об авторе|примечание редакции|от редакции|впервые опубликован|перевод\s*[:：])/iu],
  ['related', 'begins like a link to another article', /^(?:read (?:also|more|next)|see also|related|関連(?:記事)?|あわせて読みたい|читайте также|по теме)\s*[:：]\s*\S/iu],
  ['furniture', 'reads like a notice on cookies or privacy', /\b(?:we|us|our (?:site|website|partners)|(?:this|the) (?:web)?site) (?:and \S+ \S+ )?(?:uses?|store|value|set)\b.*\b(?:cookies?|privacy)\b|(?:当|本)(?:サイト|ウェブサイト).*(?:クッキー|Cookie)|(?:クッキー|Cookie)(?:の使用|を使用)|(?:сайт|мы) использу\p{L}+ (?:файлы )?(?:cookie|куки)/iu],
  ['furniture', 'reads like a paywall', /\b(?:(?:for|to) subscribers only|(?:already|become) a (?:subscriber|member)|to (?:continue|keep) reading|free articles? (?:left|remaining)|(?:choose|see) (?:a|your) plan|subscribe (?:now )?to (?:read|continue|unlock))\b|会員限定|有料会員|残り\d+文字|続きを読むには|только для подписчиков|чтобы (?:продолжить|читать) (?:чтение|далее|дальше)|оформите подписку|(?:бесплатн\p{L}+ стат\p{L}+)/iu],
  ['furniture', 'reads like a copyright notice', /^(?:©|\(c\)|copyright\b)|\ball rights reserved\b|無断(?:転載|複製)|все права защищены|ссылка (?:на \S+ )?обязательна/iu],
  ['furniture', 'reads like an advert of the site', /^(?:follow|join|download|get|subscribe|sign up|like|enter)\b.*\b(?:app|newsletters?|e-?mail|letter|channel|telegram|facebook|twitter|whatsapp|story|inbox)\b|^(?:подпис(?:ывайтесь|аться)|следите за|читайте нас|скачайте)(?!\p{L})|(?:アプリ|メールマガジン|メルマガ|ニュースレター).*(?:登録|ダウンロード|フォロー)/iu],
  ['furniture', 'reads like the credit of a picture', /^(?:getty images|reuters|ap photo|afp|epa|shutterstock|istock|alamy|tass|ria novosti|kyodo|jiji|ロイター|共同通信社|時事)(?:\s*[/|,]\s*\S.{0,40})?$/iu],
]; // prettier-ignore

/** Returns the role that the words of a block suggest, with the reason if it is unsure. */
export function proposeByWording(text: string): { role: Role; doubt?: string } | undefined {
  if (SEPARATOR.test(text) || BUTTON.test(text) || RELATED_HEADING.test(text) || /^https?:\/\/\S+$/.test(text))
    return { role: 'furniture' };
  if (text.length > 900) return undefined;
  const [role, doubt] = LOOKS.find(([, , pattern]) => pattern.test(text)) ?? [];
  if (!role) return undefined;
  // A copyright sign opens no sentence of an article.
  if (/^(?:©|\(c\)|copyright (?:©|\(c\)|\d))/i.test(text) && text.length < 80 && !isProtected(text)) return { role };
  return { role, doubt: doubt! };
}
