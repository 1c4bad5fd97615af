/** The list of options below a field: arrows choose, Enter opens, Escape lets go. The field keeps the focus (ARIA combobox). */
export class Combobox {
  readonly #field: HTMLInputElement;
  readonly #list: HTMLElement;
  #active = -1;

  /** @param list an element with role `listbox` and an id */
  constructor(field: HTMLInputElement, list: HTMLElement) {
    this.#field = field;
    this.#list = list;
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': list.id,
      'aria-expanded': 'false',
    }))
      field.setAttribute(name, value);
    field.addEventListener('keydown', (event) => this.#press(event));
  }

  /** Shows these options; the one that was chosen stays so where it is still among them. */
  show(options: readonly HTMLElement[]) {
    const chosen = this.#list.children[this.#active]?.getAttribute('href');
    this.#list.replaceChildren(...options);
    this.#list.hidden = options.length === 0;
    this.#field.setAttribute('aria-expanded', String(options.length > 0));
    this.#choose(chosen ? options.findIndex((option) => option.getAttribute('href') === chosen) : -1);
  }

  /** Lets go of what is chosen. */
  clearActive() {
    this.#choose(-1);
  }

  #press(event: KeyboardEvent) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const count = this.#list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count > 0) {
      event.preventDefault();
      // One more than there are options: between the last and the first stands the field itself.
      this.#choose(((this.#active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && this.#active >= 0) {
      event.preventDefault();
      (this.#list.children[this.#active] as HTMLElement).click();
    } else if (event.key === 'Escape' && this.#active >= 0) {
      event.preventDefault();
      this.#choose(-1);
    }
  }

  #choose(index: number) {
    this.#active = index;
    for (const [at, option] of [...this.#list.children].entries()) option.setAttribute('aria-selected', String(at === index));
    const chosen = this.#list.children[index];
    if (chosen) {
      this.#field.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else this.#field.removeAttribute('aria-activedescendant');
  }
}
