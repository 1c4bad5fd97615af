import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { TheRecord } from '../../src/record/model.ts';
import { compareCodeUnits } from '../../src/record/sort.ts';
import { nameIndex } from '../../src/views/name-index.ts';
import { changedRecord, getData, fixture } from '../support/fixtures.ts';

const shape = (record: TheRecord, script = 0) =>
  nameIndex(record)[script]!.letters.map(({ letter, items }) => [letter, items.map(({ name }) => name)]);

/** Returns the letter under which a name of Norrow is listed. */
function letterOf(names: { en?: string; ja?: string; jaReading?: string; ru?: string }, script: number) {
  const record = changedRecord((content) => Object.assign(getData(content, 'actors', 'norrow').names, names));
  const { letters } = nameIndex(record)[script]!;
  return letters.find(({ items }) => items.some(({ address }) => address === '/actors/norrow/'))?.letter;
}

describe('nameIndex', () => {
  it('lists every name and title under its letter, people by family name, without spellings that differ in punctuation', () => {
    expect(shape(fixture)).toEqual([
      ['A', ['A Year of the Pact', 'The Alder Gazette']],
      ['B', ['Beacon Wire', 'Boats by night', 'Boats for the Marrow Strait']],
      ['F', ['Ferries', 'Ferry Board', 'The ferry pact is signed']],
      ['G', ['Gazette']],
      ['L', ['Lamp oil']],
      ['M', ['Marrow Strait']],
      ['N', ['Norrow']],
      ['P', ['Port Alder']],
      ['S', ['The strait', 'The strike of the crews']],
      ['T', ['Thornbury, Ilse']],
    ]);
  });

  it('lists Japanese and Russian names with a reference to the English name', () => {
    const [, japanese, russian] = nameIndex(fixture);
    const line = { see: 'Ilse Thornbury', what: 'actor', address: '/actors/ilse-thornbury/' };
    expect(japanese!.letters).toEqual([{ letter: 'い', anchor: 'ja-い', items: [{ name: 'イルゼ・ソーンベリー', lang: 'ja', ...line }] }]);
    expect(russian!.letters).toEqual([{ letter: 'Т', anchor: 'ru-т', items: [{ name: 'Торнбери, Ильзе', lang: 'ru', ...line }] }]);
  });

  it('refers from a variant to the name and omits misspellings', () => {
    const items = nameIndex(fixture).flatMap(({ letters }) => letters.flatMap((each) => each.items));
    expect(items.find(({ name }) => name === 'Gazette')).toEqual({
      name: 'Gazette',
      see: 'The Alder Gazette',
      what: 'actor',
      address: '/actors/alder-gazette/',
    });
    expect(items.map(({ name }) => name)).not.toContain('Thornberry');
  });

  test.each([
    ['Édouard', 'E'],
    ['‘Opening’', 'O'],
    ['the Isle', 'T'],
    ['The Isle', 'I'],
    ['7 Isles', '7'],
  ])('sorts “%s” under %s', (en, letter) => {
    expect(letterOf({ en }, 0)).toBe(letter);
  });

  test.each([
    [{ ja: '日本', jaReading: 'にほん' }, 1, 'に'],
    [{ ja: 'ロシア' }, 1, 'ろ'],
    [{ ja: '「北」', jaReading: '「きた」' }, 1, 'き'],
    [{ ru: 'Россия' }, 2, 'Р'],
    [{ ru: '«Роснефть»' }, 2, 'Р'],
    [{ ru: 'Ёлка' }, 2, 'Е'],
  ])('sorts %o in script %i under %s', (names, script, letter) => {
    expect(letterOf(names, script)).toBe(letter);
  });

  test.each([
    [{ family: 'van der Berg', given: 'Ada' }, 'Ada van der Berg', 'van der Berg, Ada'],
    [{ family: 'Åland', given: 'Bo' }, 'Bo Åland', 'Åland, Bo'],
    [{ family: 'Xi', given: 'Jinping' }, 'Xi Jinping', 'Xi Jinping'],
    [{ family: 'Norrow', given: 'N.' }, 'Norrow', 'Norrow'],
  ])('formats the person %o, named %s, as “%s”', (person, en, name) => {
    const record = changedRecord((content) => {
      const data = getData(content, 'actors', 'norrow');
      Object.assign(data, { person, names: { ...data.names, en } });
    });
    const items = nameIndex(record)[0]!.letters.flatMap((each) => each.items);
    expect(items.find(({ address }) => address === '/actors/norrow/')?.name).toBe(name);
  });

  it('omits variants in other scripts from the Latin index', () => {
    const record = changedRecord((content) => {
      getData(content, 'actors', 'norrow').names.variants = ['Норроу', 'Norro'];
    });
    const names = nameIndex(record)[0]!.letters.flatMap(({ items }) => items.map(({ name }) => name));
    expect(names).toContain('Norro');
    expect(names).not.toContain('Норроу');
  });

  it('sorts voiced kana as plain kana and katakana as hiragana', () => {
    const record = changedRecord(({ actors }) => {
      for (const [index, reading] of ['がくせい', 'カナダ', 'ぱり', 'はと', 'ジョー'].entries())
        Object.assign(actors[index]!.data.names, { ja: '名', jaReading: reading });
    });
    const letters = nameIndex(record)[1]!.letters.map(({ letter, items }) => [letter, items.length]);
    expect(letters).toEqual([
      ['か', 2],
      ['し', 1],
      ['は', 2],
    ]);
  });

  it('lists every page of a named item', () => {
    const addresses = new Set(nameIndex(fixture)[0]!.letters.flatMap(({ items }) => items.map(({ address }) => address)));
    for (const list of ['entries', 'events', 'actors', 'themes', 'places', 'terms'] as const) {
      for (const { id } of fixture[list]) expect(addresses).toContain(`/${list}/${id}/`);
    }
  });

  it('lists every name, with each letter once, sorted and with an anchor', () => {
    const name = fc.stringMatching(/^[“«A-Za-zÀ-ÿ0-9А-Яа-яЁё][A-Za-zÀ-ÿА-Яа-я0-9][ A-Za-zа-я.’-]{0,10}$/);
    fc.assert(
      fc.property(fc.array(name, { minLength: 5, maxLength: 5 }), fc.array(name, { minLength: 5, maxLength: 5 }), (english, russian) => {
        const record = changedRecord(({ actors }) => {
          for (const [index, { data }] of actors.entries()) Object.assign(data.names, { en: english[index], ru: russian[index] });
        });
        const scripts = nameIndex(record);
        const anchors = scripts.flatMap(({ letters }) => letters.map(({ anchor }) => anchor));
        expect(new Set(anchors).size).toBe(anchors.length);
        for (const { letters } of scripts) {
          const order = letters.map(({ letter }) => letter);
          expect(order).toEqual(order.toSorted(compareCodeUnits));
          expect(letters.every(({ items }) => items.length > 0)).toBe(true);
        }
        for (const { id } of record.actors) {
          for (const script of [0, 2]) {
            const items = scripts[script]!.letters.flatMap((each) => each.items);
            expect(items.some(({ address }) => address === `/actors/${id}/`)).toBe(true);
          }
        }
      }),
    );
  });
});
