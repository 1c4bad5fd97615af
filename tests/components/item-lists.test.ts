import { expect, it } from 'vitest';
import ChipList from '../../src/components/ChipList.astro';
import Fact from '../../src/components/Fact.astro';
import InlineList from '../../src/components/InlineList.astro';
import { render } from '../support/render.ts';
import ChangeList from '../../src/components/ChangeList.astro';

const items = [
  { name: 'North', address: '/places/north/', count: 3 },
  { name: 'South', address: '#south', count: 0 },
];

it('separates the links of an inline list without stray spaces', async () => {
  const document = await render(InlineList, { items });
  expect(document.body.textContent).toBe('North 3 · South 0');
  expect((await render(InlineList, { items: items.slice(1), separator: ', ' })).body.textContent).toBe('South 0');
});

it('prints a chip without a link if it has no address', async () => {
  const document = await render(ChipList, { items: [...items, { name: 'West' }] });
  expect([...document.querySelectorAll('li')].map((item) => item.textContent)).toEqual(['North 3', 'South 0', 'West']);
  expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['/places/north/', '#south']);
});

it('links the label of a fact if it has an address', async () => {
  const document = await render(Fact, { label: 'North', address: '/places/north/', side: 'japan' });
  expect(document.querySelector('dt > a.japan')?.getAttribute('href')).toBe('/places/north/');
  expect((await render(Fact, { label: 'North' })).querySelector('a')).toBeNull();
});

it('marks the language of both wordings of a changed name', async () => {
  const lines = [
    { key: 'actor north', name: 'North', address: '/actors/north/', fields: [{ field: 'names.ru', before: 'Север', after: null }] },
  ];
  const document = await render(ChangeList, { items: lines });
  expect(document.querySelector('del [lang=ru]')?.textContent).toBe('Север');
  expect(document.querySelector('dd')?.textContent?.trim()).toBe('Север → not given');
});
