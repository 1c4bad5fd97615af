declare module 'citeproc' {
  import type { CslItem } from './csl.ts';

  /** A node of a style or locale as citeproc-js takes it instead of XML. */
  export interface StyleNode {
    name: string;
    attrs: Record<string, string>;
    children: (StyleNode | string)[];
  }

  export interface Engine {
    locale: Record<string, unknown>;
    opt: { lang: string };
    updateItems(ids: string[]): void;
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
    makeCitationCluster(items: { id: string; locator?: string; label?: string; suffix?: string }[]): string;
  }

  const CSL: {
    /** Words that title case leaves small. */
    SKIP_WORDS: string[];
    /** Puts texts in case: by the words that the locale keeps small, and by the rules of languages for letters. */
    Output: { Formatters: { title: (state: Pick<Engine, 'locale' | 'opt'> & { tmp: { lang_array: string[] } }, text: string) => string } };
    Engine: new (
      sys: { retrieveLocale: (language: string) => StyleNode; retrieveItem: (id: string) => CslItem },
      style: StyleNode,
      language: string,
    ) => Engine;
  };
  export default CSL;
}
