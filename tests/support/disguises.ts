import fc from 'fast-check';

/** A sentence of at least ten words in each language, with the characters that typography varies. */
export const sentences = {
  English: 'The ferry board’s first-class “lamp” offer finally fills every small office, flat and harbour 12 times a day - rain or no rain',
  Russian: 'Совет паромов «Восток» подписал договор об объёме перевозок лампового масла между двумя островами - впервые за 12 лет',
  Japanese: '島の港に新しいガス灯がともると、船の会社の代表が「安全だ」と12日の朝に記者たちに話した',
};

const INVISIBLE = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u200e', '\ufe0f'];

/** Other forms in which a character is typed or printed. */
const FORMS: Record<string, string[]> = {
  '-': ['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uff0d'],
  '’': ["'", '\u02bc', '\u2032', '\u02b9', '\uff07'],
  '“': ['"', '„', '«', '‟', '\uff02'],
  '”': ['"', '“', '»', '\u2033'],
  '«': ['“', '"', '„'],
  '»': ['”', '"', '“'],
  ' ': ['\u00a0', '\u202f', '\u2009', '\u3000', '  ', '\n'],
  ガ: ['カ\u3099', 'ｶﾞ'],
  ス: ['ｽ'],
  '1': ['１'],
  '、': ['､'],
  ё: ['е\u0308'],
  a: ['ａ'],
  ffi: ['ﬃ', 'ﬀi', 'fﬁ'],
  fi: ['ﬁ'],
  fl: ['ﬂ'],
};
const VARIED = new RegExp(
  Object.keys(FORMS)
    .toSorted((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/** The same text as another program prints it: other forms of characters, and invisible characters between any two. */
export const disguised = (text: string): fc.Arbitrary<string> =>
  fc.infiniteStream(fc.nat(999)).map((stream) => {
    const next = () => stream.next().value as number;
    const varied = text.replace(VARIED, (given) => [given, ...FORMS[given]!][next() % (FORMS[given]!.length + 1)]!);
    return [...varied].map((character) => (next() % 3 === 0 ? INVISIBLE[next() % INVISIBLE.length]! : '') + character).join('');
  });
