/** Filters the drawing, the undated events and the list. Each choice has a URL, so that it can be shared, and “Back” returns to the last. */
class TimelineFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')!;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', () => this.#apply(form, 'pushState'));
    // The controls have their first values only after the event. The button, which had the focus, is hidden then.
    form.addEventListener('reset', () =>
      setTimeout(() => {
        this.#apply(form, 'pushState');
        form.querySelector('input')!.focus();
      }),
    );
    addEventListener('popstate', () => this.#restore(form));
    this.#restore(form);
  }

  /** Sets the controls to the choice in the URL. Unknown values are ignored. */
  #restore(form: HTMLFormElement) {
    const params = new URLSearchParams(location.search);
    for (const control of form.elements) {
      // “All” comes first. A choice after it replaces it.
      if (control instanceof HTMLInputElement && ['', params.get(control.name)].includes(control.value)) control.checked = true;
      if (control instanceof HTMLSelectElement) {
        control.value = params.get(control.name) ?? '';
        if (control.selectedIndex < 0) control.value = '';
        if (control.value) control.closest('details')!.open = true;
      }
    }
    this.#apply(form, 'replaceState');
  }

  #apply(form: HTMLFormElement, store: 'pushState' | 'replaceState') {
    const active = [...new FormData(form)].filter(([, value]) => value) as [string, string][];
    const rows = [...document.querySelectorAll<HTMLElement>('tr[data-source]')];
    const shown = rows.filter(({ dataset }) => active.every(([name, value]) => dataset[name]?.split(' ').includes(value)));
    for (const row of rows) row.hidden = !shown.includes(row);
    for (const year of document.querySelectorAll<HTMLElement>('.years tbody')) {
      year.hidden = !year.querySelector('tr[data-source]:not([hidden])');
      document.querySelector<HTMLElement>(`nav a[href="#${year.id}"]`)!.closest('li')!.hidden = year.hidden;
    }
    const pages = new Set(shown.map((row) => row.querySelector('a')!.pathname));
    for (const link of document.querySelectorAll('.ev, .shelf a')) {
      const isShown = pages.has(new URL(link.getAttribute('href')!, location.href).pathname);
      if (link instanceof HTMLElement) link.closest('li')!.hidden = !isShown;
      link.classList.toggle('off', !isShown);
      if (isShown) link.removeAttribute('tabindex');
      else link.setAttribute('tabindex', '-1');
    }
    form.querySelector('output')!.textContent =
      `${active.length === 0 ? 'All' : `${shown.length} of`} ${rows.length} events and publications`;
    form.querySelector<HTMLElement>('[type=reset]')!.hidden = active.length === 0;
    const url = new URL(location.href);
    url.search = new URLSearchParams(active).toString();
    if (url.href !== location.href) history[store](null, '', url);
  }
}

customElements.define('timeline-filter', TimelineFilter);

/** How long the tip stays after the pointer has left the mark, in ms: the pointer may cross the space between them. */
const LEAVE_MS = 200;

/** Opens a tip at the mark that has the pointer or the focus. It replaces the browser's own tip. Escape closes it. */
function addTips(plot: HTMLElement) {
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true'); // The name of the link has the same words.
  plot.after(tip);
  let timer = 0;
  const close = (delay: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => (tip.hidden = true), delay);
  };
  const open = (link: SVGAElement) => {
    clearTimeout(timer);
    tip.replaceChildren(...describe(link));
    tip.hidden = false;
    const [box, mark] = [plot.getBoundingClientRect(), (link.querySelector('.mark') ?? link).getBoundingClientRect()];
    const left = Math.min(Math.max(mark.left - box.left + 14, 0), box.width - tip.offsetWidth);
    tip.style.left = `${plot.offsetLeft + left}px`;
    tip.style.top = `${plot.offsetTop + mark.bottom - box.top + 6}px`;
  };
  for (const link of plot.querySelectorAll<SVGAElement>('a')) {
    const title = link.querySelector('title')!;
    link.dataset['tip'] = title.textContent;
    // The name of a link contains its visible label.
    const label = link.querySelector('text')?.textContent.trim().replace(/\s+/g, ' ');
    link.setAttribute('aria-label', [label, title.textContent].filter(Boolean).join(': '));
    title.remove();
    link.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && !link.classList.contains('off') && open(link));
    link.addEventListener('pointerleave', () => close(LEAVE_MS));
    link.addEventListener('focus', () => link.matches(':focus-visible') && open(link));
    link.addEventListener('blur', () => close(0));
  }
  tip.addEventListener('pointerenter', () => clearTimeout(timer));
  tip.addEventListener('pointerleave', () => close(LEAVE_MS));
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && close(0));
}

/** Returns the title, then the date and status, then the articles with their numbers of statements from the list. */
function describe(link: SVGAElement): HTMLElement[] {
  const [title = '', ...facts] = link.dataset['tip']!.split(' · ');
  const path = link.getAttribute('href')!;
  const counts = [...document.querySelectorAll<HTMLElement>(`.years tr:has(a[href="${CSS.escape(path)}"]) td[data-label]`)];
  const articles = counts.map((cell) => `${cell.dataset['label']}: ${cell.textContent.trim()}`);
  return [title, facts.join(' · '), articles.join(' · ')].filter(Boolean).map((text, index) => {
    const line = document.createElement(index === 0 ? 'b' : 'div');
    line.textContent = text;
    return line;
  });
}

document.querySelectorAll<HTMLElement>('.plot').forEach(addTips);

export {}; // Only a module has its own scope.
