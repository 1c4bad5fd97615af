import { isSlashShortcutOff, setSlashShortcutOff } from './slash-shortcut.ts';

/** The parts of the search page’s form and answer, as its markup has them. */
export function getElements(element: HTMLElement) {
  const part = <Kind extends HTMLElement = HTMLElement>(selector: string) => element.querySelector<Kind>(selector)!;
  return {
    form: part<HTMLFormElement>('form'),
    input: part<HTMLInputElement>('input[type=search]'),
    answer: part('.answer'),
    list: part('[role=listbox]'),
    notice: part('.notice'),
    count: part('.count'),
    status: part('[role=status]'),
    groups: part('.groups'),
    filters: part('.facets'),
    chosen: part('.chosen'),
    narrow: part<HTMLDetailsElement>('.narrow'),
    slash: part<HTMLInputElement>('.keys input'),
    sort: part<HTMLSelectElement>('select'),
  };
}

export type SearchElements = ReturnType<typeof getElements>;

/** The filters lie open where there is room beside the results; the key `/` does what the reader chose. */
export function setUpElements({ narrow, slash }: SearchElements) {
  const wide = matchMedia('(min-width: 60rem)');
  const open = () => (narrow.open = wide.matches);
  wide.addEventListener('change', open);
  open();
  slash.checked = !isSlashShortcutOff();
  slash.addEventListener('change', () => setSlashShortcutOff(!slash.checked));
}
