import { describe, expect, it, test } from 'vitest';
import { readText } from '../../scripts/new/read-article.ts';
import { japanese, russian } from '../support/articles.ts';
import { encode } from '../support/encode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('readText', () => {
  it('decodes UTF-8 to NFC with \\n as line break', () => {
    expect(readText(utf8('\ufeffCafe\u0301\r\nz\u2028y'))).toEqual({ text: 'Café\nz\ny', encoding: 'utf-8', guessed: false });
  });

  it('decodes UTF-16 with a byte order mark', () => {
    const bytes = Buffer.from('\ufeffОгни на причале', 'utf16le');
    expect(readText(bytes)).toEqual({ text: 'Огни на причале', encoding: 'utf-16le', guessed: false });
    expect(readText(bytes.swap16())).toMatchObject({ text: 'Огни на причале', encoding: 'utf-16be' });
  });

  test.each([
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['windows-1251', russian],
    ['koi8-r', russian],
  ])('detects %s and reports that it was detected', (encoding, text) => {
    expect(readText(encode(text, encoding))).toEqual({ text, encoding, guessed: true });
  });

  it('decodes the given encoding', () => {
    expect(readText(encode('Огни', 'windows-1251'), 'windows-1251')).toEqual({ text: 'Огни', encoding: 'windows-1251', guessed: false });
  });

  test.each([
    ['windows-1251', russian, '<meta charset=windows-1251>'],
    ['shift_jis', japanese, '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'],
    ['euc-jp', japanese, '<?xml version="1.0" encoding="EUC-JP"?>'],
  ])('decodes a page in the encoding %s that it declares', (encoding, text, declaration) => {
    expect(readText(encode(declaration + text, encoding))).toEqual({ text: declaration + text, encoding, guessed: false });
  });

  it('decodes UTF-8 although a page declares another encoding', () => {
    expect(readText(utf8(`<meta charset="windows-1251">${russian}`))).toMatchObject({ encoding: 'utf-8' });
  });

  it('decodes ISO-2022-JP that a page declares', () => {
    const bytes = Buffer.from('<meta charset=iso-2022-jp>\u001b$B$"\u001b(B', 'latin1');
    expect(readText(bytes).text).toBe('<meta charset=iso-2022-jp>あ');
  });

  test.each([
    ['an empty file', utf8(''), 'save the text of the article in it'],
    ['a file of white space', utf8(' \n\t\n'), 'save the text of the article in it'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'plain text'],
    ['zeros', new Uint8Array(100), 'plain text'],
    ['a PDF', utf8('%PDF-1.7\n'), 'copy its text'],
    ['an office document', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'save it as plain text'],
    ['a web archive of Safari', utf8('bplist00'), 'save the page as HTML'],
    ['invisible characters only', utf8('\ufeff\u200b\n'), 'save the text of the article in it'],
    ['nine megabytes', new Uint8Array(9_000_000).fill(97), 'delete all but the article'],
    ['bytes in no known encoding', Uint8Array.from([0xff, 0x81, 0x8d, 0xfe, 0x90]), 'save it as UTF-8'],
  ])('rejects %s with a hint', (_, bytes, hint) => {
    expect(() => readText(bytes)).toThrow(expect.objectContaining({ hint: expect.stringContaining(hint) }));
  });

  test.each(['utf-8', 'no-such-thing'])('rejects %s as the encoding of another file', (encoding) => {
    expect(() => readText(encode(japanese, 'shift_jis'), encoding)).toThrow(
      expect.objectContaining({ hint: 'use another --encoding, or omit it' }),
    );
  });
});
