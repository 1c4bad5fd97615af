import apa from './csl/apa.csl?raw';
import chicago from './csl/chicago-fullnote-bibliography.csl?raw';
import locale from './csl/locales-en-US.xml?raw';
import mla from './csl/modern-language-association.csl?raw';

/** The official styles of the CSL project as XML, by their names in its repository of styles. */
export const cslStyles = { apa, 'chicago-fullnote-bibliography': chicago, 'modern-language-association': mla } as const;

export type CslStyleName = keyof typeof cslStyles;

/** The official locale en-US as XML. */
export const cslLocale = locale;
