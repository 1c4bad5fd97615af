const KEY = 'scheme';

/** Remembers which of light and dark a reader chose; the choice itself works by CSS alone. */
for (const choice of document.querySelectorAll<HTMLInputElement>('.scheme input')) {
  if (choice.id === localStorage.getItem(KEY)) choice.checked = true;
  choice.addEventListener('change', () => localStorage.setItem(KEY, choice.id));
}
