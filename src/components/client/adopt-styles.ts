/** Adds rules to the page. Rules of elements that only scripts create need no place in the HTML. */
export function adoptStyles(css: string): void {
  const styleSheet = new CSSStyleSheet();
  styleSheet.replaceSync(css);
  document.adoptedStyleSheets.push(styleSheet);
}
