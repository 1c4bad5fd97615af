import type { Citable } from './citable.ts';
import type { CslItem } from './csl.ts';

/** What a citation is made from: its items, and where in the second. */
export interface Template {
  items: CslItem[];
  locators: string[];
}

/** Numbers that stand in a template for those of a statement and of its paragraph: no title, name or address of the Record holds them. */
const STATEMENT = '8446744073709';
const PARAGRAPH = '6223372036854';

/**
 * What a citable thing's citation is made from, and how to make the citation out of what that gives. Statements of one article differ
 * in their number and, most of them, in that of one paragraph; a style treats one number as it treats another. So they share a
 * template with other numbers in their place, and `fill` puts the real ones back into its texts.
 */
export function templateOf({ csl, subject, original }: Citable): { template: Template; fill: <Text extends object>(made: Text) => Text } {
  const items = [csl, ...(original ? [original.source.csl] : [])].map(citedFields);
  const locators = original?.locators ?? [];
  if (subject.kind !== 'statement' || subject.node.data.withdrawn || items.some(holdsStandIn))
    return { template: { items, locators }, fill: (made) => made };

  const [own, ...source] = items as [CslItem, ...CslItem[]];
  const number = String(subject.node.data.n);
  const paragraph = locators.length === 1 ? /^p([1-9]\d*)$/.exec(locators[0]!)?.[1] : undefined;
  return {
    template: {
      items: [{ ...own, id: 'statement', title: numbered(own.title, number), URL: numbered(own.URL, number) }, ...source],
      locators: paragraph ? [`p${PARAGRAPH}`] : locators,
    },
    fill: (made) =>
      Object.fromEntries(
        Object.entries(made).map(([key, text]) => [
          key,
          (text as string).replaceAll(STATEMENT, number).replaceAll(PARAGRAPH, paragraph ?? PARAGRAPH),
        ]),
      ) as typeof made,
  };
}

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
