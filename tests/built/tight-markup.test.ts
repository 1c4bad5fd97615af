import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { tighten } from '../../scripts/build/tight-markup.ts';

describe('white space that only a template’s layout left', () => {
  test.each([
    ['at the ends of a link', 'see <a href="/"> the page </a> now', 'see <a href="/">the page</a> now'],
    ['between a link and the mark after it', '<a href="/">one</a> ; <a href="/">two</a> .', '<a href="/">one</a>; <a href="/">two</a>.'],
    ['before the end of a void element, and the slash with it', '<meta name="a" content="b" />', '<meta name="a" content="b">'],
    ['beside blocks', '<ul>\n  <li> one </li>\n  <li>two</li>\n</ul>', '<ul><li>one</li><li>two</li></ul>'],
    [
      'in the head',
      '<head> <title> A  page </title>\n <meta charset="utf-8"> </head>',
      '<head><title>A page</title><meta charset="utf-8"></head>',
    ],
  ])('goes %s', (_, html, tight) => {
    expect(tighten(html)).toBe(tight);
  });

  test.each([
    ['between inline elements', '<p>a <b>b</b> <i>c</i> d</p>'],
    ['where layout is the content', '<pre>a\n  b</pre><textarea>\n x  y</textarea>'],
    ['in scripts and styles', '<script>a  =  `\n`</script><style>a  b {}</style>'],
  ])('stays %s', (_, html) => {
    expect(tighten(html)).toBe(html);
  });

  it('goes at once: a second time changes nothing', () => {
    const piece = fc.constantFrom(
      ' ',
      '\n',
      'word',
      '<p>',
      '</p>',
      '<a href="/">',
      '</a>',
      '<li id="x">',
      '<b>',
      '</b>',
      '<pre>',
      '</pre>',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const tight = tighten(pieces.join(''));
        expect(tighten(tight)).toBe(tight);
      }),
    );
  });
});
