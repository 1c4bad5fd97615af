import CSL, { type Engine } from 'citeproc';
import type { CslItem } from './csl.ts';
import { cslLocale, cslStyles, type CslStyleName } from './csl-styles.ts';

// A style is parsed once; items differ from citation to citation.
const engines = new Map<string, { engine: Engine; items: Map<string, CslItem> }>();

/** The processor of an official style in the locale en-US, with these items and no others. */
export function getCiteproc(official: CslStyleName, cited: readonly CslItem[]): Engine {
  let made = engines.get(official);
  if (!made) {
    const items = new Map<string, CslItem>();
    const sys = { retrieveLocale: () => cslLocale, retrieveItem: (id: string) => items.get(id)! };
    // CSL counts ‘near’ among the prepositions that titles keep small; where the articles' titles have it, it is an adjective.
    CSL.SKIP_WORDS = CSL.SKIP_WORDS.filter((word) => word !== 'near');
    made = { engine: new CSL.Engine(sys, cslStyles[official], 'en-US'), items };
    engines.set(official, made);
  }
  made.items.clear();
  for (const item of cited) made.items.set(item.id, item);
  made.engine.updateItems(cited.map(({ id }) => id));
  return made.engine;
}
