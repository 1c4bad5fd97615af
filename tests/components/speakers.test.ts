import { describe, expect, it } from 'vitest';
import Positions from '../../src/components/Positions.astro';
import References from '../../src/components/References.astro';
import Statement from '../../src/components/Statement.astro';
import Speakers from '../../src/components/Speakers.astro';
import { render } from '../support/render.ts';

const abiru = { name: 'Taisuke Abiru', address: '/actors/taisuke-abiru/', side: 'japan' };
const tass = { name: 'TASS', address: '/actors/tass/', side: 'russia' };
const source = { name: 'a diplomatic source' };

describe('a chain of voices', () => {
  it.each([
    [[abiru], [], 'Taisuke Abiru'],
    [[abiru], [tass], 'Taisuke Abiru, via TASS'],
    [[source], [abiru, tass], 'a diplomatic source, via Taisuke Abiru, TASS'],
    [[abiru, tass], [], 'Taisuke Abiru and TASS'],
  ])('%#: reads without stray spaces', async (speakers, via, text) => {
    const document = await render(Speakers, { speakers, via });
    expect(document.querySelector('.voices')?.textContent).toBe(text);
  });

  it('links named voices, marks their side, and leaves an unnamed one unlinked', async () => {
    const document = await render(Speakers, { speakers: [source], via: [tass] });
    expect([...document.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.className])).toEqual([
      ['/actors/tass/', 'voice russia'],
    ]);
    expect(document.querySelector('i.unnamed')?.textContent).toBe('a diplomatic source');
  });
});

describe('citations', () => {
  const references = [
    { entry: 'TASS 2026', n: 2, address: '/entries/tass-2026/s2/' },
    { entry: 'Sputnik 2016', n: 5, address: '/entries/sputnik-2016/s5/' },
    { entry: 'TASS 2026', n: 11, address: '/entries/tass-2026/s11/' },
  ];

  it('are grouped by article', async () => {
    const document = await render(References, { references });
    expect(document.querySelector('.references')?.textContent).toBe('TASS 2026: 2, 11; Sputnik 2016: 5');
  });

  it('leave the article out where only one is meant', async () => {
    const document = await render(References, { references: [references[0]], named: false });
    expect(document.querySelector('.references')?.textContent).toBe('2');
    expect(document.querySelector('a')?.getAttribute('aria-label')).toBe('Statement 2');
  });
});

describe('positions on a question', () => {
  it('print a silence as such', async () => {
    const positions = [
      { label: 'TASS 2026', address: '/entries/tass-2026/', text: 'It does.', references: [] },
      { label: 'Sputnik 2016', address: '/entries/sputnik-2016/', references: [] },
    ];
    const document = await render(Positions, { positions });
    expect([...document.querySelectorAll('dl > div')].map((row) => [row.className, row.querySelector('dd')?.textContent?.trim()])).toEqual([
      ['', 'It does.'],
      ['silent', 'Silent on this.'],
    ]);
  });
});

describe('a statement in a list', () => {
  const line = {
    id: 'tass-2026.s2',
    n: 2,
    anchor: 's2',
    address: '/entries/tass-2026/s2/',
    text: 'A text with <b> in it.',
    kind: 'forecast',
    kindLabel: 'Forecast',
    speakers: [abiru],
    via: [tass],
    entry: { label: 'TASS 2026', address: '/entries/tass-2026/' },
    locators: 'paragraph 1',
    horizon: 'none given',
  };

  it('has its anchor only where it is asked for', async () => {
    expect((await render(Statement, { line })).querySelector('#s2')).toBeNull();
    expect((await render(Statement, { line, anchored: true })).querySelector('#s2')).not.toBeNull();
  });

  it('tells kind, chain, passage and horizon, and prints its text as text', async () => {
    const document = await render(Statement, { line });
    expect(document.querySelector('.text')?.textContent).toBe('A text with <b> in it.');
    expect(document.querySelector('.facts')?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      'Forecast · Taisuke Abiru, via TASS · paragraph 1 · horizon: none given',
    );
  });
});
