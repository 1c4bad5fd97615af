/** A web address, with or without its protocol: host, path, parameters. */
const ADDRESS = /^(?:https?:\/\/)?(?:(?:www|m|amp)\.)?((?:[\w-]+\.)+[a-z]{2,}(?::\d+)?)(\/[^?#\s]*)(\?[^#\s]*)?(?:#\S*)?$/i;

/**
 * Returns the host, the path and the parameters of a web address: `https://www.tass.com/politics/1/amp?id=2#top` → `tass.com/politics/1?id=2`.
 * Returns undefined if the text is not a web address.
 */
export function normalizeAddress(text: string): string | undefined {
  const [, host, path = '', parameters = ''] = ADDRESS.exec(text) ?? [];
  if (host === undefined) return undefined;
  return (host + path.replace(/^\/amp(?=\/)|(?:\/amp|\/index\.html?|\.amp)?\/?$/gi, '')).toLowerCase() + parameters;
}

/** Returns whether a normalized address is another one, except for parameters that it adds: where readers found it, or in which form. */
export function isSameAddress(typed: string, address: string): boolean {
  const [[typedPath, typedParameters], [path, parameters]] = [typed.split('?'), address.split('?')];
  const added = typedParameters?.split('&') ?? [];
  return typedPath === path && (parameters?.split('&') ?? []).every((parameter) => added.includes(parameter));
}
