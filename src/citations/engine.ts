import CSL, { type Engine } from 'citeproc';
import type { CslItem } from './csl.ts';
import { officialLocale, officialStyle } from './official-styles.ts';

// A style is parsed once; items differ from citation to citation.
const engines = new Map<string, { engine: Engine; items: Map<string, CslItem> }>();

/** The processor of an official style in the locale en-US, with these items and no others. */
export function engineFor(official: string, cited: readonly CslItem[]): Engine {
  let made = engines.get(official);
  if (!made) {
    const items = new Map<string, CslItem>();
    const sys = { retrieveLocale: () => officialLocale, retrieveItem: (id: string) => items.get(id)! };
    // CSL counts ‘near’ among the prepositions that titles keep small; where the articles' titles have it, it is an adjective.
    CSL.SKIP_WORDS = CSL.SKIP_WORDS.filter((word) => word !== 'near');
    made = { engine: new CSL.Engine(sys, officialStyle(official), 'en-US'), items };
    engines.set(official, made);
  }
  made.items.clear();
  for (const item of cited) made.items.set(item.id, item);
  made.engine.updateItems(cited.map(({ id }) => id));
  return made.engine;
}

/** An English title in CSL's title case, as the styles that want it put it: all of them in one locale, by the same function. */
export function titleCase(title: string): string {
  const [made] = engines.values();
  const { locale, opt } = (made ?? fail()).engine;
  return CSL.Output.Formatters.title({ locale, opt, tmp: { lang_array: ['en', opt.lang] } }, title);
}

function fail(): never {
  throw new Error('no style has been used yet, and titles are put in case by the locale of one');
}
