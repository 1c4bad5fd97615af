import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { statementPath } from '../../src/paths/paths.ts';
import { builtPages } from '../support/built-pages.ts';

interface Question {
  question: string;
  address: string;
  statements: string[];
}

const questions = parse(readFileSync('tests/cases/research-questions.yaml', 'utf8')) as Question[];
const pages = builtPages();

const linksOf = (address: string) =>
  new Set([...pages.get(address)!.document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href')!.replace(/#.*/, '')));

describe('a page that answers a question from several articles, within two clicks of the home page', () => {
  const first = linksOf('/');
  const second = new Set([...first].filter((address) => pages.has(address)).flatMap((address) => [...linksOf(address)]));

  it.each(questions)('$question', ({ address, statements }) => {
    expect(first.has(address) || second.has(address), 'within two clicks of the home page').toBe(true);
    expect(new Set(statements.map((id) => id.split('.')[0])).size).toBeGreaterThanOrEqual(2);
    const links = linksOf(address);
    expect(statements.filter((id) => !links.has(statementPath(id)))).toEqual([]);
  });
});
