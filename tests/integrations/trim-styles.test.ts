import { describe, expect, it } from 'vitest';
import { trimPage } from '../../src/integrations/trim-styles.ts';

/** Returns the styles that remain on a page with these contents. */
const trim = (css: string, body: string, ...added: string[]) =>
  /<style>([^]*)<\/style>/.exec(trimPage(`<html><style>${css}</style><body>${body}`, new Set(added)))![1];

describe('trimPage', () => {
  it.each([
    ['a class of the page', '.a{x:y}', '<p class="b a">'],
    ['an element of the page', 'p>b{x:y}', '<p><b>'],
    ['one of several selectors', '.z,p:hover{x:y}', '<p>'],
    ['no class or element', ':root{x:y}*{x:y}[hidden]{x:y}', ''],
    ['classes that a condition excludes or lists', 'p:not(.z),p:is(.y,:has(.z)){x:y}', '<p>'],
    ['steps of an animation', '@keyframes k{0%{x:y}to{x:y}}', ''],
    ['at-rules without a selector', '@page{margin:0}', ''],
    ['used rules inside a condition', '@media (width>=1em){p{x:y}}', '<p>'],
    ['a font of characters on the page', '@font-face{unicode-range:U+20-FF,U+3042;src:x}', 'あ'],
    ['all fonts on the search page, whose results have other characters', '@font-face{unicode-range:U+3042;src:x}', '<record-search>'],
    ['voice marks of all kinds where scripts render statements', '.joint.and-third,.by-and-russia{x:y}', '<record-notebook>'],
    ['system fonts', '@font-face{font-family:A;src:local(x)}', ''],
    ['system fonts after a line break between style sheets', 'p{x:y}\n@font-face{font-family:A;src:local(x)}', '<p>'],
    ['classes that a preview copies from another page', '.voice{x:y}', ''],
  ])('keeps rules for %s', (_, css, body) => {
    expect(trim(css, body)).toBe(css);
  });

  it('keeps rules for classes and elements that a script may add', () => {
    expect(trim('li.off{x:y}', '', 'li', 'off')).toBe('li.off{x:y}');
  });

  it.each([
    ['classes that the page lacks', '.a{x:y}', '<p class="ab">'],
    ['elements that the page lacks', 'table td{x:y}', '<p>'],
    ['a selector of which only a part is on the page', 'p .z:hover{x:y}', '<p>'],
    ['conditions that are empty without their rules', '@media print{.a{x:y}}', ''],
    ['fonts of characters that the page lacks', '@font-face{unicode-range:U+3040-309F;src:x}', 'a'],
  ])('removes rules for %s', (_, css, body) => {
    expect(trim(css, body)).toBe('');
  });
});
