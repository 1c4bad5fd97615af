/** Where the links are whose pages can be looked into without leaving the page. */
const PREVIEWED = /\/(?:entries\/[\w-]+\/s\d+|actors\/[\w-]+|events\/[\w-]+|terms\/[\w-]+|places\/[\w-]+)\/$/;

/** How long a link must hold the keyboard's focus before its preview opens, in milliseconds. */
const FOCUS_DELAY = 600;

const pages = new Map<string, Promise<Node[]>>();
let box: HTMLElement | undefined;
let timer = 0;

/**
 * A click on a link to a statement, an actor, an event, a term or a place, and the keyboard's focus resting on it, open a
 * small preview; from there the page itself is one click away. Without this script the links are plain links.
 */
document.addEventListener('click', (event) => {
  const link = linkOf(event.target);
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  void open(link);
});
document.addEventListener('focusin', (event) => {
  clearTimeout(timer);
  const link = linkOf(event.target);
  if (link?.matches(':focus-visible')) timer = window.setTimeout(() => void open(link), FOCUS_DELAY);
});

function linkOf(target: EventTarget | null): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('main a[href]') : null;
  if (!link || link.closest('[popover], .page-head nav, svg, .neighbours, record-search') || link.origin !== location.origin)
    return undefined;
  const elsewhere = PREVIEWED.test(link.pathname) && link.pathname !== location.pathname;
  return elsewhere || lineOf(link) ? link : undefined;
}

/** The line of the ledger on this page to which a link leads. */
function lineOf(link: HTMLAnchorElement): HTMLElement | null {
  return /^#s\d+$/.test(link.hash) && link.pathname === location.pathname
    ? document.querySelector<HTMLElement>(`.statement${link.hash}`)
    : null;
}

async function open(link: HTMLAnchorElement) {
  const line = lineOf(link);
  const content = line
    ? [...line.querySelectorAll('.text, .facts')]
    : await (pages.get(link.pathname) ?? load(link.pathname)).catch(() => undefined);
  if (!content) {
    location.href = link.href;
    return;
  }
  box ??= makeBox();
  const ways = line
    ? [way(link.href, 'Go to its line in the ledger'), way(line.querySelector<HTMLAnchorElement>('.number')!.href, 'Open its page')]
    : [way(link.href, 'Open the page')];
  box.replaceChildren(...content.map((node) => node.cloneNode(true)), ...ways);
  link.after(box);
  box.showPopover();
  place(box, link);
}

function load(path: string): Promise<Node[]> {
  const loading = (async () => {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    // Its styles are not needed, and the policy of this page would refuse them.
    const html = (await response.text()).replace(/<style\b[^]*?<\/style>/g, '');
    const page = new DOMParser().parseFromString(html, 'text/html');
    const title = page.createElement('p');
    title.className = 'kicker';
    title.textContent = [page.querySelector('.kicker'), page.querySelector('h1')].map((node) => node?.textContent?.trim()).join(' · ');
    const prose = page.querySelector('.prose p');
    return [title, ...page.querySelectorAll('[data-preview]'), ...(prose ? [prose] : [])];
  })();
  pages.set(path, loading);
  loading.catch(() => pages.delete(path));
  return loading;
}

function way(href: string, words: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.className = 'whole';
  link.textContent = words;
  return link;
}

function makeBox(): HTMLElement {
  const made = document.createElement('div');
  made.popover = 'auto';
  made.className = 'preview';
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', 'Preview');
  // A way on the same page leaves the popover open over what it leads to.
  made.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) made.hidePopover();
  });
  return made;
}

/** Under the link, or above it where there is no room; never beyond the window. */
function place(popover: HTMLElement, link: HTMLElement) {
  const anchor = link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const under = anchor.bottom + 6;
  const top = under + height < innerHeight ? under : Math.max(8, anchor.top - height - 6);
  popover.style.setProperty('inset-block-start', `${top}px`);
  popover.style.setProperty('inset-inline-start', `${Math.max(8, Math.min(anchor.left, innerWidth - width - 8))}px`);
}
