import { expect, it } from 'vitest';
import ChangeList from '../../src/components/ChangeList.astro';
import { render } from '../support/render.ts';

it('marks the language of both wordings of a changed name', async () => {
  const lines = [
    { key: 'actor north', name: 'North', address: '/actors/north/', fields: [{ field: 'names.ru', before: 'Север', after: null }] },
  ];
  const document = await render(ChangeList, { lines });
  expect(document.querySelector('del [lang=ru]')?.textContent).toBe('Север');
  expect(document.querySelector('dd')?.textContent?.trim()).toBe('Север → not given');
});
