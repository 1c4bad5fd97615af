import { describe, expect, it } from 'vitest';
import References from '../../src/components/References.astro';
import StatementRow from '../../src/components/StatementRow.astro';
import VoiceMark from '../../src/components/VoiceMark.astro';
import VoiceStrip from '../../src/components/VoiceStrip.astro';
import { render } from '../support/render.ts';

const harbourMaster = { name: 'Harbour Master', address: '/actors/harbour-master/', side: 'japan' };
const gazette = { name: 'The Gazette', address: '/actors/gazette/', side: 'russia' };

describe('References', () => {
  const references = [
    { entry: 'Gazette 2020', n: 2, address: '/entries/gazette-2020/s2/' },
    { entry: 'Herald 2016', n: 5, address: '/entries/herald-2016/s5/' },
    { entry: 'Gazette 2020', n: 11, address: '/entries/gazette-2020/s11/' },
  ];

  it('groups references by article', async () => {
    const document = await render(References, { references });
    expect(document.querySelector('.references')?.textContent).toBe('Gazette\u00a02020: 2, 11; Herald\u00a02016: 5');
  });

  it('omits the article if all references are to the article of the page', async () => {
    const document = await render(References, { references: [references[0]], named: false });
    expect(document.querySelector('.references')?.textContent).toBe('2');
    expect(document.querySelector('a')?.getAttribute('aria-label')).toBe('Statement 2');
  });
});

const voice = {
  speakers: ['japan' as const],
  passedOnBy: ['russia' as const],
  names: 'Harbour Master, through The Gazette',
  description: 'Harbour Master, Japanese side, through The Gazette, Russian side',
};

describe('StatementRow', () => {
  const line = {
    id: 'gazette-2020.s2',
    n: 2,
    anchor: 's2',
    address: '/entries/gazette-2020/s2/',
    text: 'A text with <b> in it.',
    kindLabel: 'Forecast',
    voice,
    speakers: [harbourMaster],
    via: [[gazette]],
    entry: { label: 'Gazette 2020', address: '/entries/gazette-2020/' },
    at: '¶1',
    relations: [{ kind: 'contradicts' as const, label: 'contradicted by 4', address: '/entries/gazette-2020/s4/' }],
    horizon: 'none given',
  };

  it('has an anchor only if the caller requests it', async () => {
    expect((await render(StatementRow, { statement: line })).querySelector('#s2')).toBeNull();
    expect((await render(StatementRow, { statement: line, anchored: true })).querySelector('#s2')).not.toBeNull();
  });

  it('links the escaped text, then prints voice, passage and kind, and no horizon that the article does not give', async () => {
    const document = await render(StatementRow, { statement: line });
    expect(document.querySelector('.text > a')?.getAttribute('href')).toBe(line.address);
    expect(document.querySelector('.text')?.textContent).toBe('A text with <b> in it.');
    const facts = (props: object) =>
      render(StatementRow, { statement: line, ...props }).then((row) =>
        row.querySelector('.facts')?.textContent?.replace(/\s+/g, ' ').trim(),
      );
    expect(await facts({})).toBe('Harbour Master, through The Gazette · Gazette 2020, ¶1 · forecast');
    expect(await facts({ named: false })).toBe('Harbour Master, through The Gazette · ¶1 · forecast');
    expect(await facts({ statement: { ...line, horizon: '2021' } })).toBe(
      'Harbour Master, through The Gazette · Gazette 2020, ¶1 · forecast · by when: 2021',
    );
  });

  it('links its relations unless the caller shows them elsewhere', async () => {
    const flags = (document: Document) => [...document.querySelectorAll('.flag')].map((flag) => flag.textContent?.trim());
    expect(flags(await render(StatementRow, { statement: line }))).toEqual(['contradicted by 4']);
    expect(flags(await render(StatementRow, { statement: line, flagged: false }))).toEqual([]);
  });
});

describe('VoiceMark', () => {
  it('has a text alternative unless it is decorative', async () => {
    const mark = (await render(VoiceMark, { voice })).querySelector('i')!;
    expect([mark.className, mark.getAttribute('role'), mark.title]).toEqual(['voice japan by-russia', 'img', voice.description]);
    const decorative = (await render(VoiceMark, { voice, decorative: true })).querySelector('i')!;
    expect([...decorative.attributes].map(({ name }) => name)).toEqual(['class']);
  });
});

describe('VoiceStrip', () => {
  const cells = [1, 2, 3].map((n) => ({ id: `gazette-2020.s${n}`, n, address: `/entries/gazette-2020/s${n}/`, voice }));
  const draw = (props: object) => render(VoiceStrip, { cells, label: 'Three statements.', ...props });

  it('links each cell and marks the statement of the page', async () => {
    const links = [...(await draw({ here: 'gazette-2020.s2' })).querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(cells.map(({ address }) => address));
    expect(links.map(({ classList }) => classList.contains('here'))).toEqual([false, true, false]);
  });

  it('greys the cells outside a subset', async () => {
    const document = await draw({ subset: new Set(['gazette-2020.s3']) });
    expect([...document.querySelectorAll('.cells > *')].map(({ className }) => className)).toEqual([
      'idle',
      'idle',
      'voice japan by-russia',
    ]);
  });

  it('is a picture with a sentence as its text', async () => {
    const document = await draw({});
    expect(document.querySelector('.strip > p')?.textContent).toBe('Three statements.');
    expect(document.querySelector('.cells')?.getAttribute('aria-hidden')).toBe('true');
    expect([...document.querySelectorAll('a')].every((link) => link.getAttribute('tabindex') === '-1')).toBe(true);
  });
});
