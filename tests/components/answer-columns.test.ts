import { describe, expect, it } from 'vitest';
import AnswerColumns from '../../src/components/AnswerColumns.astro';
import AnswerLinks from '../../src/components/AnswerLinks.astro';
import { questionPage } from '../../src/views/answers.ts';
import { find, fixture } from '../support/fixtures.ts';
import { render } from '../support/render.ts';

const pageOf = (theme: string) => questionPage(find('themes', theme).questions[0]!, fixture);

describe('AnswerColumns', () => {
  it('prints a silence as such, with statements that touch on the question', async () => {
    const { columns, links } = pageOf('lamp-oil');
    const related = [{ entry: 'Gazette 2001', n: 5, address: '/entries/alpha-2001/s5/' }];
    const document = await render(AnswerColumns, { columns: [{ ...columns[0], related }, columns[1]], links });
    const [silent, answering] = document.querySelectorAll('section');
    expect(silent!.querySelector('.answer')!.textContent).toContain('Does not answer this.');
    expect(silent!.querySelector('.references a')!.getAttribute('href')).toBe('/entries/alpha-2001/s5/');
    expect(answering!.querySelector('.answer')!.textContent).toBe('The author says so.');
  });

  it('draws links as arcs that readers of the text do not hear', async () => {
    const { columns, links } = pageOf('ferries');
    const document = await render(AnswerColumns, { columns, links });
    expect(document.querySelectorAll('svg.arcs > g')).toHaveLength(links.length);
    expect(document.querySelector('svg.arcs')!.getAttribute('aria-hidden')).toBe('true');
  });

  it('becomes cards if there are too many articles, and names those that do not answer in one line', async () => {
    const [silent, answering] = pageOf('lamp-oil').columns;
    const columns = [answering, ...Array.from({ length: 8 }, (_, index) => ({ ...silent, id: `a${index}`, label: `Article ${index}` }))];
    const document = await render(AnswerColumns, { columns, links: [] });
    expect(document.querySelectorAll('.answers > section')).toHaveLength(1);
    expect(document.querySelector('p.silent')!.textContent).toContain('8 articles do not answer this: Article 0 · Article 1');
  });
});

it('AnswerLinks prints both statements, the verb and the reason', async () => {
  const { links } = pageOf('ferries');
  const document = await render(AnswerLinks, { links });
  expect(document.querySelector('.pair')!.textContent.replace(/\s+/g, ' ').trim()).toBe(
    'Thornbury 2002, 1 reports the outcome of Gazette 2001, 3',
  );
  expect(document.querySelector('.why')!.textContent).toBe(links[0]!.why);
});
