import { describe, expect, it } from 'vitest';
import { linkMatrix } from '../../src/charts/tables.ts';
import Chain from '../../src/components/Chain.astro';
import LinkFilters from '../../src/components/LinkFilters.astro';
import LinkKindSection from '../../src/components/LinkKindSection.astro';
import LinkMatrix from '../../src/components/LinkMatrix.astro';
import WithdrawnStatement from '../../src/components/WithdrawnStatement.astro';
import { linksPage } from '../../src/views/relations.ts';
import { statementPage } from '../../src/views/statement-page.ts';
import { withdrawnStatementPage } from '../../src/views/tombstones.ts';
import { changedRecord, find, fixture, getStatement } from '../support/fixtures.ts';
import { render } from '../support/render.ts';

const texts = (elements: Iterable<Element>) => [...elements].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

/** A record with as many updates as statements of one article can have. */
const linked = changedRecord(({ relations }) => {
  relations[0]!.data.relations = [1, 2, 3, 4, 5].map((n) => ({
    from: 'beta-2002.s1',
    to: `alpha-2001.s${n}`,
    kind: n === 5 ? 'contradicts' : 'updates',
    why: `Reason ${n}.`,
  }));
});

describe('the relations of one kind', () => {
  const [contradictions, updates] = linksPage(linked).kinds;

  it('are shown in full if they are contradictions', async () => {
    const document = await render(LinkKindSection, { kind: contradictions });
    expect(document.querySelectorAll('.pair')).toHaveLength(1);
    expect(document.querySelector('details')).toBeNull();
  });

  it('show two, and fold the others with a summary that counts them', async () => {
    const document = await render(LinkKindSection, { kind: updates });
    expect(document.querySelectorAll('.pair')).toHaveLength(4);
    expect(document.querySelectorAll('details .pair')).toHaveLength(2);
    expect(texts(document.querySelectorAll('summary'))).toEqual(['Show the other 2: Thornbury 2002 on Gazette 2001 (2)']);
    expect(document.querySelector('.pair .why')!.textContent).toBe('Reason 1.');
  });
});

describe('the matrix of relations', () => {
  it('is a table with signs and numbers, and names the kinds for screen readers', async () => {
    const document = await render(LinkMatrix, { rows: linkMatrix(linked).rows });
    expect(texts(document.querySelectorAll('tbody th'))).toEqual(['Gazette 2001 0 links', 'Thornbury 2002 5 links']);
    expect(document.querySelector('[role=img]')!.getAttribute('aria-label')).toBe('1 contradiction, 4 updates');
    expect(texts(document.querySelectorAll('tbody td'))).toEqual(['–', '–', '×›››› 5', '–']);
  });
});

describe('the filters of relations', () => {
  it('have a choice for each kind, article and theme, and show all at first', async () => {
    const { articles, themes } = linksPage(linked);
    const document = await render(LinkFilters, { filters: { Article: articles, Theme: themes } });
    expect(texts(document.querySelectorAll('label > select')).length).toBe(2);
    expect([...document.querySelectorAll('option')].map(({ className }) => className)).toEqual([
      '',
      ...articles.map(({ id }) => id),
      '',
      ...themes.map(({ id }) => id),
    ]);
  });
});

describe('the chain of a statement', () => {
  it('leads from the speaker to the kind, without a relay if the article speaks for itself', async () => {
    const labels = async (id: string) => {
      const { chain } = statementPage(find('statements', id));
      const printed = {
        where: 'Paragraph 1 of 2',
        article: 'Boats',
        address: '/entries/boats/',
        date: '2001',
        url: 'https://gazette.example/',
      };
      return texts((await render(Chain, { chain, printed, kind: 'Opinion' })).querySelectorAll('li > p:first-child'));
    };
    const own = fixture.statements.find(({ via }) => via.length === 0)!;
    const relayed = fixture.statements.find(({ via }) => via.length === 1)!;
    expect(await labels(own.id)).toEqual(['Said by', 'Printed in', 'Recorded as']);
    expect(await labels(relayed.id)).toEqual(['Said by', 'Passed on by', 'Printed in', 'Recorded as']);
  });
});

describe('a withdrawn statement', () => {
  const draw = (instead?: string) => {
    const record = changedRecord((content) => {
      getStatement(content, 'alpha-2001.s4').withdrawn = { date: '2003-05-01', reason: 'Said twice.', ...(instead && { instead }) };
      for (const list of [content.themes, content.events, content.places, content.actors, content.terms, content.relations])
        for (const file of list) file.data = JSON.parse(JSON.stringify(file.data).replaceAll('alpha-2001.s4', 'alpha-2001.s1'));
      for (const file of content.entries) file.data = JSON.parse(JSON.stringify(file.data).replaceAll('alpha-2001.s4', 'alpha-2001.s1'));
    });
    const [statement] = record.withdrawn;
    return render(WithdrawnStatement, { page: withdrawnStatementPage(statement!, record), copies: [] });
  };

  it('leads to the statement that contains what it said', async () => {
    const document = await draw('alpha-2001.s1');
    expect(texts(document.querySelectorAll('h1, h2'))).toEqual([
      'Statement 4 was merged into statement 1',
      'It said',
      'Now in statement 1',
    ]);
    expect(document.querySelector('del')!.textContent).toBe(find('statements', 'alpha-2001.s4').data.text);
    expect(document.querySelector('.merged a')!.getAttribute('href')).toBe('/entries/alpha-2001/s1/');
  });

  it('names the article of a replacement in another one', async () => {
    expect(texts((await draw('beta-2002.s1')).querySelectorAll('h1'))).toEqual(['Statement 4 was merged into Thornbury 2002, statement 1']);
  });

  it('has no link if nothing replaces it', async () => {
    const document = await draw();
    expect(texts(document.querySelectorAll('h1, h2'))).toEqual(['Statement 4 was withdrawn', 'It said']);
    expect(document.querySelector('.merged a')).toBeNull();
  });
});
