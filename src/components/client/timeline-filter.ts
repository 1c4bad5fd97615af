/** Filters the drawing, the undated events and the list. Stores the choice in the URL, so that it survives a reload and can be shared. */
class TimelineFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')!;
    const params = new URLSearchParams(location.search);
    for (const control of form.elements) {
      if (control instanceof HTMLInputElement && params.get(control.name) === control.value) control.checked = true;
      if (control instanceof HTMLSelectElement) {
        control.value = params.get(control.name) ?? '';
        if (control.selectedIndex < 0) control.value = '';
        if (control.value) control.closest('details')!.open = true;
      }
    }
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', () => this.#apply(form));
    // The controls have their first values only after the event.
    form.addEventListener('reset', () => setTimeout(() => this.#apply(form)));
    this.#apply(form);
  }

  #apply(form: HTMLFormElement) {
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
      link.toggleAttribute('inert', !isShown);
      if (isShown) link.removeAttribute('tabindex');
      else link.setAttribute('tabindex', '-1');
    }
    form.querySelector('output')!.textContent =
      `${active.length === 0 ? 'All' : `${shown.length} of`} ${rows.length} events and publications`;
    const url = new URL(location.href);
    url.search = new URLSearchParams(active).toString();
    if (url.href !== location.href) history.replaceState(null, '', url);
  }
}

customElements.define('timeline-filter', TimelineFilter);
