import { expect, it } from 'vitest';
import { quotation } from '../../src/views/citing.ts';
import { fixture } from '../support/fixtures.ts';

it.each(fixture.statements)('names the sentence, speaker, article and URL of $id', (statement) => {
  const [sentence, facts, url] = quotation(statement, 'https://example.org/x/').split('\n');
  expect(sentence).toBe(statement.data.text);
  expect(facts).toContain(statement.entry.data.source.title);
  expect(facts).toContain(statement.speakers[0]!.actor?.data.names.en ?? statement.speakers[0]!.unnamed);
  expect(url).toBe('The Japan–Russia Record, https://example.org/x/');
});
