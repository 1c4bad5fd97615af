import { describe, expect, it } from 'vitest';
import Positions from '../../src/components/Positions.astro';
import References from '../../src/components/References.astro';
import Speakers from '../../src/components/Speakers.astro';
import Statement from '../../src/components/Statement.astro';
import { render } from '../support/render.ts';

const harbourMaster = { name: 'Harbour Master', address: '/actors/harbour-master/', side: 'japan' };
const gazette = { name: 'The Gazette', address: '/actors/gazette/', side: 'russia' };
const clerk = { name: 'a harbour clerk' };

describe('Speakers', () => {
  it.each([
    [[harbourMaster], [], 'Harbour Master'],
    [[harbourMaster], [[gazette]], 'Harbour Master, through The Gazette'],
    [[clerk], [[harbourMaster], [gazette]], 'a harbour clerk, through Harbour Master, then The Gazette'],
    [[clerk], [[harbourMaster, gazette]], 'a harbour clerk, through Harbour Master and The Gazette'],
    [[harbourMaster, gazette], [], 'Harbour Master and The Gazette'],
  ])('prints chain %# without stray spaces', async (speakers, via, text) => {
    const document = await render(Speakers, { speakers, via });
    expect(document.body.textContent).toBe(text);
  });

  it('links named speakers, marks their side, and leaves an unnamed speaker unlinked', async () => {
    const document = await render(Speakers, { speakers: [clerk], via: [[gazette]] });
    const links = [...document.querySelectorAll('a')];
    expect(links.map((link) => [link.getAttribute('href'), link.className])).toEqual([['/actors/gazette/', 'russia']]);
    expect(document.querySelector('i')?.textContent).toBe('a harbour clerk');
  });
});

describe('References', () => {
  const references = [
    { entry: 'Gazette 2020', n: 2, address: '/entries/gazette-2020/s2/' },
    { entry: 'Herald 2016', n: 5, address: '/entries/herald-2016/s5/' },
    { entry: 'Gazette 2020', n: 11, address: '/entries/gazette-2020/s11/' },
  ];

  it('groups references by article', async () => {
    const document = await render(References, { references });
    expect(document.querySelector('.references')?.textContent).toBe('Gazette 2020: 2, 11; Herald 2016: 5');
  });

  it('omits the article if all references are to the article of the page', async () => {
    const document = await render(References, { references: [references[0]], named: false });
    expect(document.querySelector('.references')?.textContent).toBe('2');
    expect(document.querySelector('a')?.getAttribute('aria-label')).toBe('Statement 2');
  });
});

describe('Positions', () => {
  it('prints a silence as such', async () => {
    const positions = [
      { label: 'Gazette 2020', address: '/entries/gazette-2020/', text: 'It does.', references: [] },
      { label: 'Herald 2016', address: '/entries/herald-2016/', references: [] },
    ];
    const document = await render(Positions, { positions });
    expect([...document.querySelectorAll('dl > div')].map((row) => [row.className, row.querySelector('dd')?.textContent?.trim()])).toEqual([
      ['', 'It does.'],
      ['silent', 'No answer.'],
    ]);
  });
});

describe('Statement', () => {
  const line = {
    id: 'gazette-2020.s2',
    n: 2,
    anchor: 's2',
    address: '/entries/gazette-2020/s2/',
    text: 'A text with <b> in it.',
    kind: 'forecast',
    kindLabel: 'Forecast',
    speakers: [harbourMaster],
    via: [[gazette]],
    entry: { label: 'Gazette 2020', address: '/entries/gazette-2020/' },
    locators: 'paragraph 1',
    horizon: 'none given',
  };

  it('has an anchor only if the caller requests it', async () => {
    expect((await render(Statement, { line })).querySelector('#s2')).toBeNull();
    expect((await render(Statement, { line, anchored: true })).querySelector('#s2')).not.toBeNull();
  });

  it('prints kind, speakers, passage and horizon, and escapes its text', async () => {
    const document = await render(Statement, { line });
    expect(document.querySelector('.text')?.textContent).toBe('A text with <b> in it.');
    expect(document.querySelector('.facts')?.textContent?.trim()).toBe(
      'Forecast · Harbour Master, through The Gazette · paragraph 1 · horizon: none given',
    );
  });
});
