import { describe, expect, it, test } from 'vitest';
import type { Relation, Statement } from '../../src/schema/statement.ts';
import { splitQuotations, statementPage, archiveLookup, passageUrl } from '../../src/views/statement-page.ts';
import { changedRecord, find, fixture, getData, getStatement, ids } from '../support/fixtures.ts';

const pageOf = (id: string, record = fixture) => statementPage(find('statements', id, record));

describe('statementPage', () => {
  it('returns title, article and date of publication', () => {
    expect(pageOf('beta-2002.s3')).toMatchObject({
      title: 'Thornbury 2002, statement 3',
      article: 'A Year of the Pact',
      published: 'June 2002, inferred',
      quotes: [{ words: 'the dearest cargo of all', locator: 'paragraph 2' }],
    });
  });

  it('links to what it is about and omits empty groups', () => {
    expect(pageOf('alpha-2001.s1').links).toEqual([
      { label: 'Events', links: [{ name: 'The ferry pact is signed', address: '/events/ferry-pact/' }] },
      { label: 'Mentions', links: [{ name: 'Norrow', address: '/actors/norrow/' }] },
      { label: 'Places', links: [{ name: 'Port Alder', address: '/places/port-alder/' }] },
      { label: 'Themes', links: [{ name: 'Ferries', address: '/themes/ferries/' }] },
    ]);
    expect(pageOf('beta-2002.s3').links.map(({ label }) => label)).toEqual(['Themes', 'Questions']);
  });

  it('links to the previous and next statement', () => {
    const pages = find('entries', 'alpha-2001').statements.map(statementPage);
    expect(pages.map(({ previous, next }) => [previous?.n, next?.n])).toEqual([
      [undefined, 2],
      [1, 3],
      [2, 4],
      [3, 5],
      [4, undefined],
    ]);
  });

  it('omits a field without information', () => {
    const labels = (page: ReturnType<typeof pageOf>) => page.dates.map(({ label }) => label);
    expect(labels(pageOf('alpha-2001.s2'))).not.toContain('When it was said');
    expect(labels(pageOf('alpha-2001.s3'))).toContain('By when');
    expect(labels(pageOf('alpha-2001.s1'))).toEqual(['When']);
    expect(pageOf('alpha-2001.s1')).not.toHaveProperty('note');
    const record = changedRecord((content) => {
      const statement = getStatement(content, 'alpha-2001.s1');
      statement.note = 'The day is that of the signing.';
      statement.date = { edtf: null, basis: 'printed', ground: 'none given' };
      statement.said = { edtf: '2001-03-01', basis: 'inferred', ground: 'the day of the council' };
      statement.horizon = { edtf: null, basis: 'printed', wording: 'soon', ground: 'none given' };
    });
    const page = pageOf('alpha-2001.s1', record);
    expect(page.note).toBe('The day is that of the signing.');
    expect(page.dates.map(({ label, date }) => [label, date.ground])).toEqual([
      ['When it was said', 'the day of the council'],
      ['By when', 'none given'],
    ]);
  });

  it('lists the chain from the speaker to the last relay, with the day of saying', () => {
    const record = changedRecord((content) => {
      const statement = getStatement(content, 'alpha-2001.s2');
      statement.speakers = [{ unnamed: 'a ferry clerk' }];
      statement.via = ['norrow', ['beacon-wire', 'ferry-board'], 'alder-gazette'];
    });
    const { chain } = pageOf('alpha-2001.s2', record);
    expect(chain.map(({ label, voices }) => [label, voices.map(({ name }) => name)])).toEqual([
      ['Said by', ['a ferry clerk']],
      ['Passed on by', [find('actors', 'norrow').data.names.en]],
      ['Then by', ['beacon-wire', 'ferry-board'].map((id) => find('actors', id).data.names.en)],
      ['Then by', [find('actors', 'alder-gazette').data.names.en]],
    ]);
    expect(chain.map(({ date }) => date)).toEqual(['1 March 2001', undefined, undefined, undefined]);
    expect(chain[0]!.voices[0]!.about).toBe('The article gives no name');
  });

  it('says where the article prints it', () => {
    const at = (...locators: string[]) =>
      pageOf(
        'alpha-2001.s1',
        changedRecord((content) => {
          getStatement(content, 'alpha-2001.s1').at = locators;
        }),
      ).printedIn;
    const count = Object.keys(find('entries', 'alpha-2001').passages).filter((locator) => /^p[1-9]/.test(locator)).length;
    expect(at('p1')).toBe(`Paragraph 1 of ${count}`);
    expect(at('p1', 'p2')).toBe(`Paragraphs 1 and 2 of ${count}`);
    expect(at('p0')).toBe('Opening summary');
  });

  it('links to the questions whose answers cite it', () => {
    const cited = fixture.themes
      .flatMap(({ questions }) => questions)
      .flatMap(({ data, positions }) => positions.flatMap(({ rests }) => rests.map(({ id }) => [id, data.question] as const)));
    const [id, question] = cited[0]!;
    expect(
      pageOf(id)
        .links.find(({ label }) => label === 'Questions')
        ?.links.map(({ name }) => name),
    ).toContain(question);
  });

  it('links to a question of a theme that is not its own', () => {
    const record = changedRecord((content) => {
      for (const { positions } of getData(content, 'themes', 'lamp-oil').questions)
        positions.splice(0, 9, { entry: 'alpha-2001', text: 'A pact was signed.', rests: ['alpha-2001.s1'], related: [] });
    });
    const [question] = find('themes', 'lamp-oil', record).questions;
    expect(pageOf('alpha-2001.s1', record).links.at(-1)).toEqual({
      label: 'Questions',
      links: [{ name: question!.data.question, address: '/questions/lamp-oil-price/' }],
    });
  });

  it('keeps apart a question that it touches on without an answer', () => {
    const record = changedRecord((content) => {
      for (const { positions } of getData(content, 'themes', 'lamp-oil').questions)
        positions.splice(0, 9, { entry: 'alpha-2001', silent: true, rests: [], related: ['alpha-2001.s1'] });
    });
    const [question] = find('themes', 'lamp-oil', record).questions;
    const { links } = pageOf('alpha-2001.s1', record);
    expect(links.find(({ label }) => label === 'Touches on')?.links.map(({ name }) => name)).toContain(question!.data.question);
    expect(links.find(({ label }) => label === 'Questions')?.links.map(({ name }) => name) ?? []).not.toContain(question!.data.question);
  });

  test.each<[Relation['kind'], string, string]>([
    ['corroborates', 'Corroborates', 'Corroborated by'],
    ['contradicts', 'Contradicts', 'Contradicted by'],
    ['qualifies', 'Qualifies', 'Qualified by'],
    ['updates', 'Updates', 'Updated by'],
    ['answers', 'Reports the outcome of', 'Outcome reported in'],
  ])('labels the relation %s from both sides: “%s”, “%s”', (kind, forward, backward) => {
    const record = changedRecord(({ relations }) => {
      relations[0]!.data.relations = [{ from: 'beta-2002.s1', to: 'alpha-2001.s3', kind, why: 'Both tell of it.' }];
    });
    const seen = ['beta-2002.s1', 'alpha-2001.s3'].map((id) => pageOf(id, record).relations);
    expect(seen.map((relations) => relations.map(({ label, why, other }) => [label, why, other.id]))).toEqual([
      [[forward, 'Both tell of it.', 'alpha-2001.s3']],
      [[backward, 'Both tell of it.', 'beta-2002.s1']],
    ]);
  });

  it('lists every relation on the pages of both statements', () => {
    const shown = fixture.statements.flatMap((statement) =>
      statementPage(statement).relations.map(({ other }) => `${statement.id} ${other.id}`),
    );
    const both = fixture.relations.flatMap(({ from, to }) => [ids([from, to]), ids([to, from])].map((pair) => pair.join(' ')));
    expect(shown.toSorted()).toEqual(both.toSorted());
  });
});

describe('splitQuotations', () => {
  const split = (text: string, ...quotes: string[]) =>
    splitQuotations({ data: { text, quotes: quotes.map((words) => ({ words })) } as Statement }).map((run) =>
      run.isQuoted ? [run.text] : run.text,
    );

  it.each([
    ['No boat sailed.', [], ['No boat sailed.']],
    ['“Never”, he said, and ‘went home’.', ['Never', 'went home'], [['“Never”'], ', he said, and ', ['‘went home’'], '.']],
    ['He said ‘no’.', ['Never'], ['He said ‘no’.']],
    ['‘No’ and “no”', ['No', 'no'], [['‘No’'], ' and ', ['“no”']]],
    ['On 2 February', [], ['On 2\u00a0February']],
  ])('marks the quotations of “%s”', (text, quotes, runs) => {
    expect(split(text, ...quotes)).toEqual(runs);
  });

  it('keeps every character of a sentence', () => {
    for (const statement of fixture.statements)
      expect(
        splitQuotations(statement)
          .map(({ text }) => text)
          .join('')
          .replaceAll('\u00a0', ' '),
      ).toBe(statement.data.text);
  });
});

describe('passageUrl and archiveLookup', () => {
  const entry = find('entries', 'alpha-2001');

  it('links to a passage by its first words', () => {
    expect(passageUrl(entry, 'p1')).toBe('https://gazette.example/2001/boats#:~:text=Norrow%20signs%3B%20board%20promises');
  });

  it('encodes a hyphen, which separates the parts of a text fragment, and replaces a fragment of the address', () => {
    const [address] = entry.data.source.addresses;
    const source = { ...entry.data.source, addresses: [{ ...address!, url: 'https://gazette.example/boats#top' }] };
    const passages = { p1: { sha256: '', words: 3, opening: 'Night-boats, and oil' } };
    expect(passageUrl({ ...entry, data: { ...entry.data, source }, passages }, 'p1')).toBe(
      'https://gazette.example/boats#:~:text=Night%2Dboats%2C%20and%20oil',
    );
  });

  it('looks up the archived copies of an address', () => {
    expect(archiveLookup('https://gazette.example/boats')).toBe('https://web.archive.org/web/*/https://gazette.example/boats');
  });
});
