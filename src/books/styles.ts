/** Styles of a chapter, in the EPUB and on paper. Colours come from the reader, so that a dark theme works. */
export const CHAPTER_STYLES = `
body { line-height: 1.45; }
h1, h2, h3 { line-height: 1.2; font-weight: 600; break-after: avoid; page-break-after: avoid; hyphens: none; text-align: left; }
h1 { font-size: 1.7em; margin: 1em 0 0.7em; }
h2 { font-size: 1.25em; margin: 1.8em 0 0.6em; }
h3 { font-size: 1em; margin: 1.4em 0 0.4em; }
p { margin: 0 0 0.5em; orphans: 2; widows: 2; }
.lede { font-size: 1.1em; }
.facts, small { font-size: 0.85em; line-height: 1.35; font-family: sans-serif; overflow-wrap: break-word; }
.facts small { font-size: 1em; }
.refs { font-size: 0.75em; }
.item { margin: 0 0 0.9em; break-inside: avoid; page-break-inside: avoid; }
.item p { margin: 0 0 0.15em; }
.facts + .facts { margin-top: -0.35em; }
.item .facts + .facts { margin-top: 0; }
.long { break-inside: auto; page-break-inside: auto; }
.long p { margin-bottom: 0.4em; }
.long p:first-child { margin: 0; break-after: avoid; page-break-after: avoid; }
.statement { padding-left: 2em; }
.n { display: inline-block; width: 2em; margin-left: -2em; }
ul { margin: 0 0 0.8em; padding-left: 1.2em; }
li { margin: 0 0 0.3em; }
h2 + .facts { break-after: avoid; page-break-after: avoid; }
dt { font-weight: 600; break-after: avoid; page-break-after: avoid; }
dd { margin: 0 0 0.6em 1.2em; }
.work { padding-left: 1.5em; text-indent: -1.5em; overflow-wrap: break-word; }
.title-page { padding-top: 20%; }
nav ol { list-style: none; padding-left: 1.2em; }
nav > ol { padding: 0; }
`;
