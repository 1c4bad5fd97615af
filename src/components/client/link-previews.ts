import css from '../../styles/preview.css?inline';
import { adoptStyles } from './adopt-styles';

/** Paths of pages that have a preview. */
const PREVIEWED = /\/(?:entries\/[\w-]+\/s\d+|(?:actors|events|terms|places)\/[\w-]+)\/$/;
/** Numbers of statements after a sentence. */
const CITATION = '.cite, .references';
/** Rows of marks, one for each statement. */
const STRIP = '.cells, .column-marks';
/** Where links only lead to their pages: navigation, lists, tables, facts and figures. */
const PLAIN = '[popover], nav, header, table, li, dl, figure, .facts, record-search, .cite-box';

/** Delays in ms. A pointer crosses a link in less than the first, Tab passes it in less than the second, and a hand reaches the box in the third. */
const HOVER_MS = 350;
const FOCUS_MS = 600;
const LEAVE_MS = 300;
/** Maximum distance of a tap from the middle of a cell in px. */
const REACH = 44;

const pages = new Map<string, Promise<Node[]>>();
const hovers = matchMedia('(hover: hover) and (pointer: fine)');
let popover: HTMLElement | undefined;
let timer = 0;
/** Whether the timer or the open preview is due to the pointer: only then does the pointer end it. */
let isPointed = false;

// Links lead to their pages. If a pointer or the keyboard focus rests on a link in the text, or a pointer on a mark in a strip,
// a preview opens next to it.
// Without a mouse, a tap on the number of a statement, or in a strip, opens a preview. Without the popover API, there are no previews.
if ('showPopover' in HTMLElement.prototype) {
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    const link = pointerType === 'mouse' && hovers.matches ? findLink(target) : undefined;
    if (link) openAfter(HOVER_MS, link, true);
    else if (isPointed) wait(LEAVE_MS, close);
    if (popover?.contains(target as Node)) clearTimeout(timer);
  });
  document.addEventListener('focusin', ({ target }) => {
    const link = findLink(target);
    if (link?.matches(':focus-visible') && hovers.matches) openAfter(FOCUS_MS, link, false);
    else if (!popover?.contains(target as Node)) close();
  });
  document.addEventListener('click', (event) => {
    const cell = findCell(event);
    const link = cell ?? findLink(event.target);
    clearTimeout(timer);
    if (!link || !(cell ?? link.closest(CITATION)) || hovers.matches || event.metaKey || event.ctrlKey || event.shiftKey) {
      // By keyboard, a click does not close the preview. Its link may lead to another place of this page.
      if (link) close();
      return;
    }
    event.preventDefault();
    open(link).catch(() => location.assign(link.href));
  });
}

function close() {
  clearTimeout(timer);
  popover?.hidePopover();
}

function wait(delay: number, run: () => void) {
  clearTimeout(timer);
  timer = window.setTimeout(run, delay);
}

function openAfter(delay: number, link: HTMLAnchorElement, pointed: boolean) {
  isPointed = pointed;
  wait(delay, () => void open(link).catch(() => undefined));
}

function findLink(target: EventTarget | null): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('main a[href]') : null;
  if (!link || link.origin !== location.origin || (link.closest(PLAIN) && !link.closest(`${CITATION}, ${STRIP}`))) return undefined;
  const isOtherPage = PREVIEWED.test(link.pathname) && link.pathname !== location.pathname;
  return isOtherPage || findStatement(link) ? link : undefined;
}

/** Returns the nearest cell of the strip that was tapped: a cell is smaller than a fingertip. Far from all cells, it returns undefined. */
function findCell({ target, clientX, clientY }: MouseEvent): HTMLAnchorElement | undefined {
  const strip = target instanceof Element ? target.closest(STRIP) : null;
  return [...(strip?.querySelectorAll('a') ?? [])]
    .map((cell) => {
      const { x, y, width, height } = cell.getBoundingClientRect();
      return { cell, distance: Math.hypot(x + width / 2 - clientX, y + height / 2 - clientY) };
    })
    .filter(({ distance }) => distance < REACH)
    .toSorted((a, b) => a.distance - b.distance)[0]?.cell;
}

/** Returns the statement on this page to which a link leads. */
const findStatement = (link: HTMLAnchorElement) =>
  /^#s\d+$/.test(link.hash) && link.pathname === location.pathname ? document.querySelector(`.statement${link.hash}`) : null;

/** Opens the preview of a link. Rejects if its page cannot be loaded. */
async function open(link: HTMLAnchorElement) {
  const statement = findStatement(link);
  const content = statement ? statement.querySelectorAll('.text, .facts') : await (pages.get(link.pathname) ?? load(link.pathname));
  popover ??= createPopover();
  const [body, more] = popover.children as unknown as [HTMLElement, HTMLAnchorElement];
  body.replaceChildren(...[...content].map((node) => node.cloneNode(true)));
  more.href = statement?.querySelector<HTMLAnchorElement>('.text a')?.href ?? link.href;
  // A strip is hidden from assistive technology, and the styles of its figure must not apply to its preview.
  if (link.closest(STRIP)) document.body.append(popover);
  else link.after(popover);
  popover.showPopover();
  link.classList.add('shown');
  position(popover, link);
}

function load(path: string): Promise<Node[]> {
  const loading = (async () => {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    // Removes styles, which the Content Security Policy of this page would block.
    const html = (await response.text()).replace(/<style\b[^]*?<\/style>/g, '');
    const page = new DOMParser().parseFromString(html, 'text/html');
    const card = page.querySelector('template')?.content.children;
    if (card) return [...card];
    const title = page.createElement('b');
    title.textContent = page.querySelector('h1')?.textContent.trim() ?? '';
    return [title, ...page.querySelectorAll('[data-preview], .prose > p:first-of-type')];
  })();
  pages.set(path, loading);
  loading.catch(() => pages.delete(path));
  return loading;
}

function createPopover(): HTMLElement {
  adoptStyles(css);
  const element = document.createElement('div');
  element.popover = 'auto';
  element.className = 'preview';
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', 'Preview');
  const more = document.createElement('a');
  more.className = 'whole';
  more.textContent = 'Open';
  element.append(document.createElement('div'), more);
  element.addEventListener('beforetoggle', () => document.querySelector('.shown')?.classList.remove('shown'));
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
