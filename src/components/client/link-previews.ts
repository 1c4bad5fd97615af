/** Paths of pages that have a preview. */
const PREVIEWED = /\/(?:entries\/[\w-]+\/s\d+|actors\/[\w-]+|events\/[\w-]+|terms\/[\w-]+|places\/[\w-]+)\/$/;

/** Delay before a link with the keyboard focus opens its preview, in ms. Longer than the gap between presses of Tab. */
const FOCUS_DELAY_MS = 600;

const pages = new Map<string, Promise<Node[]>>();
let popover: HTMLElement | undefined;
let timer = 0;

// Opens a preview on a click on a link to a statement, actor, event, term or place, or when the link keeps the keyboard focus.
// Without this script or without the popover API, the links are plain links.
if ('showPopover' in HTMLElement.prototype) {
  document.addEventListener('click', (event) => {
    const link = findLink(event.target);
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link).catch(() => location.assign(link.href));
  });
  document.addEventListener('focusin', (event) => {
    clearTimeout(timer);
    const link = findLink(event.target);
    // Without a preview, the link still leads to its page.
    if (link?.matches(':focus-visible')) timer = window.setTimeout(() => void open(link).catch(() => undefined), FOCUS_DELAY_MS);
  });
}

function findLink(target: EventTarget | null): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('main a[href]') : null;
  if (!link || link.closest('[popover], .page-head nav, svg, .neighbours, record-search') || link.origin !== location.origin)
    return undefined;
  const isOtherPage = PREVIEWED.test(link.pathname) && link.pathname !== location.pathname;
  return isOtherPage || findStatement(link) ? link : undefined;
}

/** Returns the statement on this page to which a link leads. */
function findStatement(link: HTMLAnchorElement): HTMLElement | null {
  return /^#s\d+$/.test(link.hash) && link.pathname === location.pathname
    ? document.querySelector<HTMLElement>(`.statement${link.hash}`)
    : null;
}

/** Opens the preview of a link. Rejects if its page cannot be loaded. */
async function open(link: HTMLAnchorElement) {
  const statement = findStatement(link);
  const content = statement ? [...statement.querySelectorAll('.text, .facts')] : await (pages.get(link.pathname) ?? load(link.pathname));
  popover ??= createPopover();
  const links = statement
    ? [
        createLink(link.href, 'Go to its line in the ledger'),
        createLink(statement.querySelector<HTMLAnchorElement>('.number')!.href, 'Open its page'),
      ]
    : [createLink(link.href, 'Open the page')];
  popover.replaceChildren(...content.map((node) => node.cloneNode(true)), ...links);
  link.after(popover);
  popover.showPopover();
  position(popover, link);
}

function load(path: string): Promise<Node[]> {
  const loading = (async () => {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    // Removes styles, which the Content Security Policy of this page would block.
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

function createLink(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.className = 'whole';
  link.textContent = text;
  return link;
}

function createPopover(): HTMLElement {
  const element = document.createElement('div');
  element.popover = 'auto';
  element.className = 'preview';
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', 'Preview');
  // Close it on a click on a link: the target may be on this page, behind the popover.
  element.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) element.hidePopover();
  });
  return element;
}

/** Positions the preview under the link, or above it if there is no space, inside the window. */
function position(element: HTMLElement, link: HTMLElement) {
  const anchor = link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = element;
  const under = anchor.bottom + 6;
  const top = under + height < innerHeight ? under : Math.max(8, anchor.top - height - 6);
  element.style.setProperty('inset-block-start', `${top}px`);
  element.style.setProperty('inset-inline-start', `${Math.max(8, Math.min(anchor.left, innerWidth - width - 8))}px`);
}
