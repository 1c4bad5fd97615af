import { describe, expect, it } from 'vitest';
import { recordData } from '../../src/exports/record-data.ts';
import { tables } from '../../src/exports/tables.ts';
import { localizedNames, languages, type Names } from '../../src/schema/field-types.ts';
import { nameForms } from '../../src/search/index/name-forms.ts';
import { site } from '../support/citations.ts';
import { record } from '../support/record.ts';

const columns = tables(recordData(record, site), record, site)
  .find(({ name }) => name === 'actors')!
  .columns.map(({ name }) => name);

describe.each(languages)('a name in $label', ({ lang, label }) => {
  const names: Names = { en: 'Norrow', [lang]: 'Норроу', variants: [], misspellings: [] };

  it('appears in localizedNames, in the search index and as a column of the actors table', () => {
    expect(localizedNames(names)).toEqual([{ lang, label, name: 'Норроу' }]);
    expect(nameForms(names)).toContain('Норроу');
    expect(columns).toContain(`name_${lang}`);
  });
});
