import type { AstroIntegration } from 'astro';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Removes from the inline styles of each page of a build the rules that cannot apply there. Must run before `csp`. */
export function trimStyles(): AstroIntegration {
  return {
    name: 'trim-styles',
    hooks: {
      'astro:build:done'({ dir }) {
        const folder = fileURLToPath(dir);
        const scripts = globSync('_assets/*.js', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
        const added = new Set(scripts.join('\n').match(/[\w-]+/g));
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          writeFileSync(path, trimPage(readFileSync(path, 'utf8'), added));
        }
      },
    },
  };
}

/** A rule of minified CSS that contains no other. */
const RULE = /([^{}]+)\{([^{}]*)\}/g;
/** What limits a selector without naming what it matches: arguments of pseudo-classes, attributes, pseudo-classes. */
const CONDITION = /\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]|::?[\w-]+/g;
/** Preludes that are not selectors: at-rules and keyframes. A line break separates the style sheets of a page. */
const NO_SELECTOR = /^\s*(?:@|from$|to$|[\d.%,]+$)/;
/** Classes of what a link preview may copy from another page. */
const PREVIEWED = /^(?:voice|japan|russia|third|unnamed|by-japan|by-russia|text|facts|record)$/;
/** Elements whose scripts render statements: with voice marks of all kinds, and names in all scripts. */
const RENDERS_STATEMENTS = /^record-(?:search|notebook)$/;
const VOICE_MARK = /^(?:joint|(?:by-)?(?:and-)?(?:japan|russia|third|unnamed))$/;

/**
 * Returns a page without the rules whose classes or elements it lacks, and without the fonts whose characters it lacks.
 *
 * @param added words of the scripts, which may add classes and elements with these names
 */
export function trimPage(html: string, added: ReadonlySet<string>): string {
  const markup = html.replace(/<style>[^]*?<\/style>/g, '');
  const classes = [...markup.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/).map((name) => `.${name}`));
  const elements = [...markup.matchAll(/<([a-z][\w-]*)/g)].map(([, name = '']) => name);
  const present = new Set([...classes, ...elements]);
  const characters = [...new Set(markup)].map((character) => character.codePointAt(0)!);

  const rendersStatements = elements.some((name) => RENDERS_STATEMENTS.test(name));
  const isMark = (name: string) => PREVIEWED.test(name) || (rendersStatements && VOICE_MARK.test(name));
  const isPresent = (name: string) => present.has(name) || added.has(name.replace('.', '')) || isMark(name.slice(1));
  const canMatch = (selector: string) => (selector.match(/\.?[a-z][\w-]*/gi) ?? []).every(isPresent);
  const isUsed = (prelude: string, declarations: string) => {
    const range = rendersStatements ? undefined : /unicode-range:([^;]*)/.exec(declarations)?.[1];
    if (range) return parseRange(range).some(([first, last]) => characters.some((code) => first <= code && code <= last));
    return NO_SELECTOR.test(prelude) || prelude.replace(CONDITION, '').split(',').some(canMatch);
  };
  return html.replace(/(?<=<style>)[^]*?(?=<\/style>)/g, (css) =>
    css
      .replace(RULE, (rule, prelude: string, declarations: string) => (isUsed(prelude, declarations) ? rule : ''))
      .replace(/@[^{};]+\{\}/g, ''),
  );
}

/** Parses a `unicode-range` of CSS: `U+20-FF,U+2116`. */
const parseRange = (range: string) =>
  range.split(',').map((part) => {
    const [first = 0, last = first] = part
      .trim()
      .slice(2)
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return [first, last] as const;
  });
