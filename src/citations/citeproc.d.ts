declare module 'citeproc' {
  import type { CslItem } from './csl.ts';

  export interface Engine {
    updateItems(ids: string[]): void;
    makeBibliography(): [object, string[]] | false;
    makeCitationCluster(cites: { id: string; locator?: string; label?: string; suffix?: string }[]): string;
  }

  const CSL: {
    /** Words that title case leaves small. */
    SKIP_WORDS: string[];
    Output: { Formatters: { title: (engine: Engine, text: string) => string } };
    Engine: new (
      sys: { retrieveLocale: (language: string) => string; retrieveItem: (id: string) => CslItem },
      style: string,
      language: string,
    ) => Engine;
  };
  export default CSL;
}
