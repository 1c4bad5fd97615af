import { NOT_STORED, readSetting, storeSetting } from './stored-setting';

/** Key in localStorage; readers' browsers have it, so it must not change. */
const SCHEME_KEY = 'scheme';

/** Stores the chosen colour scheme. The switch itself works by CSS alone. */
for (const choice of document.querySelectorAll<HTMLInputElement>('.scheme input')) {
  if (choice.id === readSetting(SCHEME_KEY)) choice.checked = true;
  choice.addEventListener('change', () => {
    document.querySelector('.scheme [role=status]')!.textContent = storeSetting(SCHEME_KEY, choice.id) ? '' : NOT_STORED;
  });
}

/** How long a button confirms that it has copied, in milliseconds. */
const CONFIRMED_MS = 2500;

/**
 * Shows the copy buttons of a page (CopyButton.astro), which are hidden without JavaScript. Each copies the text of the element whose id
 * is in `data-copy`. If the browser refuses, it selects the text for the reader to copy.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const label = [...button.childNodes];
  let timer = 0;
  button.hidden = false;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => {
    const source = document.getElementById(button.dataset['copy']!)!;
    void copy(source).then((isCopied) => {
      // A local preview has placeholder addresses (RFC 2606).
      const done = source.textContent.includes('.invalid/') ? 'Copied with a placeholder address' : 'Copied';
      button.textContent = isCopied ? done : 'Selected: press Ctrl-C or ⌘C';
      clearTimeout(timer);
      timer = window.setTimeout(() => button.replaceChildren(...label), isCopied ? CONFIRMED_MS : 4 * CONFIRMED_MS);
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

// Makes each heading of a section a link to itself, so that readers can copy its address.
for (const heading of document.querySelectorAll<HTMLElement>('main h2[id]')) {
  if (heading.closest('summary') || heading.querySelector('a')) continue;
  const link = document.createElement('a');
  link.href = `#${heading.id}`;
  link.append(...heading.childNodes);
  heading.append(link);
}

// Opens the folds around the target of the address. Older browsers do not.
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let fold = target?.closest('details:not([open])');
  if (!target || !fold) return;
  for (; fold; fold = fold.parentElement?.closest('details:not([open])')) fold.setAttribute('open', '');
  target.scrollIntoView();
}
addEventListener('hashchange', openTarget);
openTarget();
