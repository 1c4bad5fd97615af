import type { Citable } from './citable.ts';
import type { CslItem } from './csl.ts';
import { titleCase } from './engine.ts';

/** What a citation is made from: its items, and where in the second. */
export interface Template {
  items: CslItem[];
  locators: string[];
}

/** A template, and how to make the citation out of what it gives. */
export interface Filled {
  template: Template;
  fill: <Text extends object>(made: Text) => Text;
}

/** Numbers that stand in a template for those of a statement and of its paragraph: no title, name or address of the Record holds them. */
const STATEMENT = '8446744073709';
const PARAGRAPH = '6223372036854';
/** A title and an address that stand for those of a page. A style that puts titles in its own case cannot leave this one as it is. */
const TITLE = `A${STATEMENT} standIn title`;
const ADDRESS = `https://example.org/${PARAGRAPH}/`;

/**
 * What a citable thing's citation is made from, and how to make the citation out of what that gives. Statements of one article differ
 * in their number and, most of them, in that of one paragraph; pages of the Record in title and address. A style treats one number as it
 * treats another, and one plain title as another. So they share a template with a stand-in in their place, and `fill` puts the real
 * ones back into its texts. What a style could treat otherwise has a template of its own.
 */
export function templateOf(citable: Citable): Filled {
  const { csl, subject, original } = citable;
  const own = templateOfItsOwn(citable);
  if (own.template.items.some(holdsStandIn)) return own;
  if (subject.kind === 'statement' && !subject.node.data.withdrawn) return statementTemplate(own.template, subject.node.data.n);
  if (
    csl.type !== 'entry-encyclopedia' ||
    original ||
    csl.language !== 'en' ||
    !PLAIN_TITLE.test(csl.title) ||
    !PLAIN_ADDRESS.test(csl.URL)
  )
    return own;
  return pageTemplate(own.template);
}

/** The template that a thing shares with no other: all that its citations say stands in it. */
export function templateOfItsOwn({ csl, original }: Citable): Filled {
  const items = [csl, ...(original ? [original.source.csl] : [])].map(citedFields);
  return { template: { items, locators: original?.locators ?? [] }, fill: (made) => made };
}

function statementTemplate({ items, locators }: Template, n: number): Filled {
  const [own, ...source] = items as [CslItem, ...CslItem[]];
  const number = String(n);
  const paragraph = locators.length === 1 ? /^p([1-9]\d*)$/.exec(locators[0]!)?.[1] : undefined;
  return {
    template: {
      items: [{ ...own, id: 'statement', title: numbered(own.title, number), URL: numbered(own.URL, number) }, ...source],
      locators: paragraph ? [`p${PARAGRAPH}`] : locators,
    },
    fill: (made) => eachText(made, (text) => text.replaceAll(STATEMENT, number).replaceAll(PARAGRAPH, paragraph ?? PARAGRAPH)),
  };
}

/**
 * Titles of which a style changes nothing but the case of letters: words of Latin letters and digits, parted by single spaces, commas,
 * hyphens, dashes and apostrophes. None begins or ends with a sign that could meet the style's own, or holds a mark or an abbreviation.
 */
const PLAIN_TITLE = /^[A-Za-zÀ-ÖØ-öø-ž][A-Za-zÀ-ÖØ-öø-ž\d]*(?:(?:,? |[-–’])[A-Za-zÀ-ÖØ-öø-ž\d]+)*$/;
const PLAIN_ADDRESS = /^https?:\/\/[a-z\d./:-]+\/$/i;

function pageTemplate({ items: [own], locators }: Template): Filled {
  const { title, URL } = own!;
  return {
    template: { items: [{ ...own!, id: 'page', title: TITLE, URL: ADDRESS }], locators },
    fill: (made) =>
      eachText(made, (text) => {
        const filled = text
          .replaceAll(titleCase(TITLE), () => titleCase(title))
          .replaceAll(TITLE, title)
          .replaceAll(ADDRESS, URL);
        if (filled.includes(STATEMENT) || filled.includes(PARAGRAPH))
          throw new Error(`a style does with titles or addresses what no template can: ${text}`);
        return filled;
      }),
  };
}

const eachText = <Text extends object>(made: Text, change: (text: string) => string) =>
  Object.fromEntries(Object.entries(made).map(([key, text]) => [key, change(text as string)])) as Text;

/** The number with which a text ends, but for a slash, made the template's. */
function numbered(text: string, number: string): string {
  const end = text.replace(/\/$/, '');
  if (!end.endsWith(number)) throw new Error(`“${text}” does not end in the number of its statement, ${number}`);
  return end.slice(0, -number.length) + STATEMENT + text.slice(end.length);
}

const holdsStandIn = (item: CslItem) => [STATEMENT, PARAGRAPH].some((number) => JSON.stringify(item).includes(number));

/** An item without what no style prints. */
function citedFields({ abstract: _, keyword: __, note: ___, ...cited }: CslItem): CslItem {
  return { ...cited, abstract: '' };
}
