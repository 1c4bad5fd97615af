import { expect, it } from 'vitest';
import ChangeList from '../../src/components/ChangeList.astro';
import { render } from '../support/render.ts';

it('a change of a name says in which language its wordings are', async () => {
  const lines = [
    { key: 'actor china', name: 'China', address: '/actors/china/', fields: [{ field: 'names.ru', before: 'Китай', after: null }] },
  ];
  const document = await render(ChangeList, { title: 'Corrections', lines });
  expect(document.querySelector('del [lang=ru]')?.textContent).toBe('Китай');
  expect(document.querySelector('dd')?.textContent?.replace(/\s+/g, ' ').trim()).toBe('Китай → nothing');
});
