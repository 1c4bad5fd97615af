import { NOT_STORED, readSetting, storeSetting } from './stored-setting';

/** Key in localStorage; readers' browsers have it, so it must not change. */
const KEY = 'scheme';

/** Stores the chosen colour scheme. The switch itself works by CSS alone. */
for (const choice of document.querySelectorAll<HTMLInputElement>('.scheme input')) {
  if (choice.id === readSetting(KEY)) choice.checked = true;
  choice.addEventListener('change', () => {
    document.querySelector('.scheme [role=status]')!.textContent = storeSetting(KEY, choice.id) ? '' : NOT_STORED;
  });
}
