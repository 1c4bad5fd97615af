/** A field with a list of options (ARIA combobox). Arrow keys select an option, Enter opens it, Escape clears the selection. */
export class Combobox {
  readonly #field: HTMLInputElement;
  readonly #list: HTMLElement;
  #active = -1;

  /** @param list element with role `listbox` and an id */
  constructor(field: HTMLInputElement, list: HTMLElement) {
    this.#field = field;
    this.#list = list;
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    field.addEventListener('keydown', (event) => this.#handleKey(event));
  }

  /** Replaces the options. The active option stays active if it is still in the list. */
  show(options: readonly HTMLElement[]) {
    const active = this.#list.children[this.#active]?.getAttribute('href');
    this.#list.replaceChildren(...options);
    this.#list.hidden = options.length === 0;
    this.#field.setAttribute('aria-expanded', String(options.length > 0));
    this.#activate(active ? options.findIndex((option) => option.getAttribute('href') === active) : -1);
  }

  clearActive() {
    this.#activate(-1);
  }

  #handleKey(event: KeyboardEvent) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const count = this.#list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count > 0) {
      event.preventDefault();
      // The field itself is one more position, between the last option and the first.
      this.#activate(((this.#active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && this.#active >= 0) {
      event.preventDefault();
      (this.#list.children[this.#active] as HTMLElement).click();
    } else if (event.key === 'Escape' && this.#active >= 0) {
      event.preventDefault();
      this.clearActive();
    }
  }

  #activate(index: number) {
    this.#active = index;
    for (const [at, option] of [...this.#list.children].entries()) option.setAttribute('aria-selected', String(at === index));
    const option = this.#list.children[index];
    if (option) {
      this.#field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else this.#field.removeAttribute('aria-activedescendant');
  }
}
