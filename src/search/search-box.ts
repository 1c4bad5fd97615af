/** What of Pagefind's module the box uses. */
interface Pagefind {
  init(): Promise<void>;
  search(query: string, options?: object): Promise<{ results: { data(): Promise<Result> }[] }>;
  debouncedSearch(query: string, options?: object, wait?: number): Promise<{ results: { data(): Promise<Result> }[] } | null>;
}

interface Result {
  url: string;
  excerpt: string;
  meta: { title: string };
  filters: { kind?: string[] };
}

/** One result as `find` gives it. */
interface Found {
  url: string;
  title: string;
  kind: string;
}

/** How many results are shown at once. */
const SHOWN = 20;

/** Live search over the form of the search page: results as one types, the query in the address. */
class RecordSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;
  #input!: HTMLInputElement;
  #results!: HTMLElement;
  #count!: HTMLElement;

  connectedCallback() {
    this.#input = this.querySelector('input')!;
    this.#results = this.querySelector('.results')!;
    this.#count = this.querySelector('.count')!;
    this.#input.addEventListener('focus', () => void this.#load());
    this.#input.addEventListener('input', () => void this.#search());
    this.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#search();
    });
    const query = new URLSearchParams(location.search).get('q');
    if (query) {
      this.#input.value = query;
      void this.#search();
    }
  }

  #load(): Promise<Pagefind> {
    return (this.#pagefind ??= (async () => {
      const address = `${this.dataset['base']}pagefind/pagefind.js`;
      const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
      await pagefind.init();
      return pagefind;
    })());
  }

  /** Every result of a query, in the order in which the page shows them. */
  async find(text: string, filters: Record<string, string[]> = {}, sort?: string): Promise<Found[]> {
    const pagefind = await this.#load();
    const chosen = Object.fromEntries(Object.entries(filters).map(([name, any]) => [name, { any }]));
    const { results } = await pagefind.search(text, { filters: chosen, ...(sort === 'date' && { sort: { date: 'asc' } }) });
    const data = await Promise.all(results.map((result) => result.data()));
    return data.map(({ url, meta, filters: { kind } }) => ({ url, title: meta.title, kind: kind?.[0] ?? '' }));
  }

  async #search() {
    const query = this.#input.value.trim();
    const url = new URL(location.href);
    if (query) url.searchParams.set('q', query);
    else url.searchParams.delete('q');
    history.replaceState(null, '', url);
    if (!query) {
      this.#count.textContent = '';
      this.#results.replaceChildren();
      return;
    }
    let found: Awaited<ReturnType<Pagefind['debouncedSearch']>>;
    try {
      found = await (await this.#load()).debouncedSearch(query, {}, 60);
    } catch {
      this.#count.textContent = 'The search could not be loaded. The index below lists everything.';
      return;
    }
    if (!found) return;
    const results = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
    if (query !== this.#input.value.trim()) return;
    const total = found.results.length;
    this.#count.textContent = total === 0 ? `Nothing is found for ‘${query}’.` : `${total} ${total === 1 ? 'result' : 'results'}`;
    this.#results.replaceChildren(...results.map(line));
  }
}

function line({ url, excerpt, meta, filters }: Result): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title;
  const kind = document.createElement('span');
  kind.className = 'kind';
  kind.textContent = ` ${filters.kind?.join(', ') ?? ''}`;
  const text = document.createElement('p');
  text.append(...marked(excerpt));
  item.append(link, kind, text);
  return item;
}

/** An excerpt's text with its marks; nothing else of its HTML is taken over. */
function marked(excerpt: string): (Node | string)[] {
  return excerpt.split(/<mark>(.*?)<\/mark>/s).map((part, index) => {
    const text = new DOMParser().parseFromString(part, 'text/html').body.textContent;
    if (index % 2 === 0) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

customElements.define('record-search', RecordSearch);
