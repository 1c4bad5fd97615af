/** Filters the timeline. Stores the choice in the URL, so that it survives a reload and can be shared. */
class TimelineFilter extends HTMLElement {
  #status!: HTMLElement;

  connectedCallback() {
    this.#status = this.querySelector('[role=status]')!;
    const params = new URLSearchParams(location.search);
    for (const select of this.#selects()) select.value = params.get(select.name) ?? '';
    for (const select of this.#selects()) if (select.selectedIndex < 0) select.value = '';
    this.addEventListener('change', () => this.#apply());
    this.querySelector('button')!.addEventListener('click', () => {
      for (const select of this.#selects()) select.value = '';
      this.#apply();
    });
    this.#apply();
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  #apply() {
    const active = this.#selects().filter(({ value }) => value);
    let shown = 0;
    let total = 0;
    for (const year of document.querySelectorAll<HTMLElement>('section.year')) {
      let inYear = 0;
      for (const item of year.querySelectorAll<HTMLElement>('li[data-source]')) {
        total++;
        const matches = active.every(({ name, value }) => item.dataset[name]?.split(' ').includes(value));
        item.hidden = !matches;
        if (matches) inYear++;
      }
      year.hidden = inYear === 0;
      shown += inYear;
    }
    this.#status.textContent =
      active.length === 0 ? `All ${total} events and publications` : `${shown} of ${total} events and publications`;
    const url = new URL(location.href);
    for (const { name, value } of this.#selects()) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    if (url.href !== location.href) history.replaceState(null, '', url);
  }
}

customElements.define('timeline-filter', TimelineFilter);
