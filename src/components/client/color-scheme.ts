/** Key in localStorage; readers' browsers have it, so it must not change. */
const KEY = 'scheme';

/** Stores the chosen colour scheme. The switch itself works by CSS alone. */
for (const choice of document.querySelectorAll<HTMLInputElement>('.scheme input')) {
  if (choice.id === localStorage.getItem(KEY)) choice.checked = true;
  choice.addEventListener('change', () => localStorage.setItem(KEY, choice.id));
}
