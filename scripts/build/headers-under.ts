/** The rules of a `_headers` file for a site under a base path: hosts match the whole path of a request. */
export const headersUnder = (base: string, rules: string): string => rules.replace(/^\//gm, `${base.replace(/\/+$/, '')}/`);
