import { describe, expect, test } from 'vitest';
import { headTags } from '../../src/citations/head.ts';
import { citableItems } from '../../src/citations/to-csl.ts';
import { citables, site } from '../support/citations.ts';
import { record } from '../support/record.ts';

const values = (id: string) => {
  const tags = headTags(
    citables.find((citable) => citable.id === id)!,
    site,
  );
  return (key: string) => tags.filter((tag) => Object.values(tag).includes(key)).map((tag) => ('content' in tag ? tag.content : tag.href));
};

describe('headTags', () => {
  test('describe a page of the Record as an encyclopedia article by the Record', () => {
    const value = values('jrr-statement-tass-2026-s18');
    expect(value('citation_title')).toEqual(['TASS 2026, statement 18']);
    expect(value('citation_author')).toEqual(['The Japan–Russia Record,']);
    expect(value('citation_publication_date')).toEqual(['2026-11-22']);
    expect(value('citation_public_url')).toEqual(['https://example.org/record/entries/tass-2026/s18/']);
    expect(value('DC.type')).toEqual(['encyclopediaArticle']);
    expect(value('DC.source')).toEqual(['The Japan–Russia Record']);
    expect(value('prism.edition')).toEqual(['2026.1']);
    expect(value('og:type')).toEqual(['article']);
    expect(value('cite-as')).toEqual(['https://example.org/record/editions/2026.1/tass-2026/#s18']);
  });

  test('name the page of a statement itself while its edition is in preparation, and the DOI of the data if they have one', () => {
    const find = (id: string, place = site) => citableItems(record, place).find((citable) => citable.id === id)!;
    const citeAs = (id: string, place: typeof site) =>
      headTags(find(id, place), place).find((tag) => 'rel' in tag && tag.rel === 'cite-as');
    expect(citeAs('jrr-statement-tass-2026-s18', { ...site, inPreparation: true })).toMatchObject({
      href: 'https://example.org/record/entries/tass-2026/s18/',
    });
    expect(citeAs('jrr-data', { ...site, doi: '10.5281/zenodo.1' })).toMatchObject({ href: 'https://doi.org/10.5281/zenodo.1' });
  });

  test('describe a source as the article itself, at its original URL', () => {
    const value = values('jrr-source-modern-tokyo-times-2025');
    expect(value('citation_author')).toEqual(['Watanabe, Noriko', 'Walker, Lee Jay']);
    expect(value('citation_publication_date')).toEqual(['2025-11']);
    expect(value('citation_public_url')[0]).toMatch(/^https:\/\/www\.alojapan\.com\//);
    expect(value('DC.type')).toEqual(['newspaperArticle']);
    expect(value('DC.source')).toEqual(['Modern Tokyo Times']);
    expect(value('citation_publisher')).toEqual(['Modern Tokyo Times']);
    expect(value('license')).toEqual([]);
  });

  test('name the outlet as author of an unsigned article, and do not pass our summary off as its abstract', () => {
    const value = values('jrr-source-tass-2026');
    expect(value('citation_author')).toEqual(['TASS,']);
    expect(value('citation_abstract')).toEqual([]);
    expect(value('prism.edition')).toEqual([]);
  });

  test('name the version of the data as edition', () => {
    expect(values('jrr-data')('prism.edition')).toEqual(['2026.1']);
  });

  test('name the kind in a title that pages of several kinds share', () => {
    expect(values('jrr-place-ukraine')('citation_title')).toEqual(['Ukraine (place)']);
    expect(values('jrr-actor-ukraine')('citation_title')).toEqual(['Ukraine (actor)']);
    expect(values('jrr-place-sakhalin')('citation_title')).toEqual(['Sakhalin']);
    const keys = citables.filter(({ subject }) => subject.kind !== 'statement').map(({ csl }) => `${csl.type} ${csl.title}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
