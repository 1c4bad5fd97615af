/** How long a button confirms that it has copied, in milliseconds. */
const CONFIRMED = 2500;

/**
 * Shows the copy buttons of a page (CopyButton.astro), which are hidden without JavaScript. Each copies the text of the element whose id
 * is in `data-copy`. If the browser refuses, it selects the text for the reader to copy.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const label = [...button.childNodes];
  let timer = 0;
  button.hidden = false;
  button.addEventListener('click', () => {
    const source = document.getElementById(button.dataset['copy']!)!;
    void copy(source).then((isCopied) => {
      // A local preview has placeholder addresses (RFC 2606).
      const done = source.textContent.includes('.invalid/') ? 'Copied with a placeholder address' : 'Copied';
      button.textContent = isCopied ? done : 'Selected: press Ctrl-C or ⌘C';
      clearTimeout(timer);
      timer = window.setTimeout(() => button.replaceChildren(...label), isCopied ? CONFIRMED : 4 * CONFIRMED);
    });
  });
}

/** Copies the text of an element. Shows and selects it instead if the page has no permission or no secure origin. */
async function copy(source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    return true;
  } catch {
    source.closest('details')?.setAttribute('open', '');
    source.hidden = false;
    getSelection()!.selectAllChildren(source);
    return false;
  }
}
