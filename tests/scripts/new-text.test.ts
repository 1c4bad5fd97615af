import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseDateLine, splitNames } from '../../scripts/new/bylines.ts';
import { type Draft, locatorsOf, passagesOf, splitBlocks } from '../../scripts/new/blocks.ts';
import { draftText } from '../../scripts/new/text-draft.ts';
import { japanese, plain, report, russian, withBanner } from '../support/articles.ts';

const shape = ({ blocks }: Draft) =>
  blocks.map(({ role, doubt }, index) => (locatorsOf(blocks)[index] ?? role) + (doubt ? '?' : '')).join(' ');
const page = (...blocks: string[]) => draftText(blocks.join('\n\n'));
const roleOf = (draft: Draft, text: string) => {
  const { role, doubt } = draft.blocks.find((block) => block.text === text) ?? {};
  return `${role}${doubt ? '?' : ''}`;
};

/** A title, a date line and two paragraphs in each language. */
const articles = {
  en: [
    'Two towns share a ferry on the strait',
    '3 October 2021',
    'The two harbour towns agreed on Monday to share the cost.',
    'Neither side would say who had proposed the pact.',
  ],
  ru: [
    'На причале снова зажгли огни',
    '7 ноября 2021 г.',
    'В воскресенье на северном причале зажгли огни.',
    'Совет дважды голосовал за эти расходы.',
  ],
  ja: [
    '島の港に新しい灯台がともる',
    '2021年5月3日',
    '新しい灯台が日曜日の夜に港で点灯した。',
    '関係者によると、工事は三年かかったという。',
  ],
} as const;
type Language = keyof typeof articles;
const languages = Object.keys(articles) as Language[];

describe('draftText', () => {
  it('assigns roles to the blocks of an article and marks those that words alone suggest', () => {
    const draft = draftText(plain);
    expect(shape(draft)).toBe('outlet outlet title byline date p0? furniture p1 heading? p2 c1? p3 n1? furniture r1 r2 furniture');
    expect(draft).toMatchObject({
      title: { value: 'Ferry pact faces a hard winter on the strait' },
      outlet: { value: 'The Norrow Courier' },
      authors: { names: ['Ada Quill', 'Tom Reave'] },
      date: { edtf: '2001-10-03', wording: '3 October 2001' },
      language: { value: 'en' },
    });
  });

  it('proposes notices as furniture and takes buttons for furniture', () => {
    expect(shape(draftText(withBanner))).toBe('furniture? furniture furniture furniture furniture title date p1 furniture? p2 furniture?');
  });

  test.each<[string, string, Partial<Draft>]>([
    [
      'Japanese',
      japanese,
      { authors: { names: ['架空太郎'] }, date: { edtf: '2004-05-03', wording: '2004年5月3日' }, language: { value: 'ja' } },
    ],
    [
      'Russian',
      russian,
      { authors: { names: ['Анна Вымышленная'] }, date: { edtf: '2005-11-07', wording: '7 ноября 2005 г' }, language: { value: 'ru' } },
    ],
  ])('drafts an article in %s', (_, text, expected) => {
    const { date, ...rest } = expected;
    expect(draftText(text)).toMatchObject({ ...rest, date: { edtf: date!.edtf } });
  });

  it('drafts two megabytes within 20 seconds', () => {
    const text = report.repeat(Math.ceil(2_000_000 / report.length));
    const began = performance.now();
    expect(passagesOf(draftText(text).blocks).size).toBeGreaterThan(20_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 60_000);

  it('returns no blocks for an empty text', () => {
    expect(draftText(' \n\u200b\n')).toEqual({ blocks: [], authors: { names: [] }, language: { value: 'en' } });
  });

  test.each([
    ...[
      'Search for missing crew called off',
      'Share of coal falls',
      'Register of islanders to open',
      'Home port for the last ferry',
      'By sea to the northern cape',
    ],
    ...[
      'Photo agency opens on the mole',
      'Read also the small print',
      'Sign of peace on the strait',
      'Comment is free in Norrow',
      'Authors of the pact named',
    ],
    ...[
      'Подписание договора отложено',
      'Главная проблема остаётся',
      'Источник тепла найден',
      'Вход в порт закрыт',
      'Поиск экипажа прекращён',
      'Реклама парома запрещена',
    ],
    ...[
      '検索は荒天で打ち切り',
      'ログイン情報が流出',
      '広告費が増える島の新聞',
      '写真家が北の島へ移る',
      '文化の日に灯台を公開',
      '会員登録が島で急増する',
    ],
  ])('takes “%s” for the title', (title) => {
    const draft = page(title, 'The Norrow Courier', 'By Ada Quill', ...articles.en.slice(1));
    expect(draft.title).toEqual({ value: title });
    expect(draft.outlet?.value).not.toBe(title);
  });

  test.each([
    ...[
      'By Friday both councils had voted for the pact.',
      'By 2030 the board wants no oil.',
      'Authors of the pact admit the cost.',
      'Text of the pact was not shown.',
    ],
    ...[
      'He left a cookie on the phone of the site.',
      'Image-conscious mayors open quays.',
      'Oil rose 9 percent.',
      '‘We lost,’ he said.',
      'Source: he would not say.',
    ],
    ...[
      '• Night boats all year',
      '- One fare on both shores',
      '1. A lamp on the mole',
      '2019\t4\t12',
      'The pact has four points:',
      'Share prices fell.',
      'Follow the money, he said.',
    ],
    ...[
      'Источник в совете сообщил о расходах.',
      'Редакция получила письма.',
      'Переводчик подтвердил это.',
      'Утечка персональных данных коснулась всех.',
      '— Мы проиграли, — сказал он.',
    ],
    ...[
      'Подписка на журнал подорожала.',
      'Автор закона ушёл.',
      'Фото сделал матрос.',
      '個人情報が流出した。',
      '出典は示されなかった。',
      '写真は残っていない。',
      '「負けた」と彼は言った。',
      '文章は公開されない。',
      '・夜の船を増やす',
    ],
  ])('takes “%s” for body', (text) => {
    for (const language of languages) {
      const [title, date, first, second] = articles[language];
      expect(roleOf(page(title, date, first, text, second), text)).toBe('body');
      expect(roleOf(page(title, date, first, second, text), text)).toBe('body');
    }
  });

  test.each([
    ...[
      'This article is for subscribers only. To continue reading, sign in.',
      'Already a subscriber? Sign in.',
      'You have 2 free articles left this month.',
    ],
    ...[
      'Follow the Courier on the Beacon app and never miss a story.',
      'Getty Images',
      'Copyright (c) 2021 The Norrow Courier. All rights reserved.',
    ],
    ...[
      'We use cookies to measure how this site is used.',
      'Подписывайтесь на наш канал в Telegram.',
      'Материал доступен только для подписчиков.',
      'Наш сайт использует файлы cookie.',
    ],
    ...[
      'この記事は会員限定です。',
      '残り1234文字（全文2000文字）',
      '無断転載を禁じます。',
      '当サイトではクッキーを使用しています。',
      'Все права защищены.',
    ],
  ])('proposes “%s” as furniture with a reason', (text) => {
    const draft = page(...articles.en, text);
    expect(roleOf(draft, text)).toBe('furniture?');
  });

  test.each([
    '12 comments',
    '5 min read',
    '3 shares',
    'Share',
    'Sign in',
    '* * *',
    'コメント 3件',
    'ログイン',
    'Поделиться',
    '© 2021 The Norrow Courier',
    'https://a.example/b',
  ])('takes “%s” for furniture', (text) => {
    expect(roleOf(page(...articles.en, text), text)).toBe('furniture');
  });

  test.each(['Read also: Lamp oil is dear', 'Читайте также: Масло дорожает', '関連記事：灯油が高い'])(
    'changes no block after an inline “%s”',
    (link) => {
      const draft = page(
        ...articles.en.slice(0, 3),
        link,
        ...articles.en.slice(3),
        'What the pact says',
        articles.en[2].replace('Monday', 'Friday'),
      );
      expect(shape(draft)).toBe('title date p1 r1? p2 heading? p3');
    },
  );

  it('is sure of an outlet above the text whose name is known or in the line of the copyright', () => {
    const known = draftText(['The Courier', ...articles.en, 'The Courier'].join('\n\n'), new Set(['the courier']));
    expect(shape(known)).toBe('outlet title date p1 p2 furniture?');
    expect(shape(page('The Courier', ...articles.en, '© 2021 The Courier'))).toBe('outlet title date p1 p2 furniture');
    expect(shape(page('The Courier', ...articles.en))).toBe('outlet? title date p1 p2');
  });

  it('decodes character references and removes invisible characters', () => {
    const draft = page(
      'Two towns &amp; a lamp',
      '3 October 2021',
      '\u200eThe chair&#8217;s dep\u00aduty said &ldquo;we shall\u200b sail&rdquo; to the\u00a0board&nbsp;today.',
    );
    expect(draft.title?.value).toBe('Two towns & a lamp');
    expect(draft.blocks.at(-1)?.text).toBe('The chair’s deputy said “we shall sail” to the board today.');
  });

  it('has the same result for CRLF, a byte order mark, and spaces at the ends of lines', () => {
    expect(draftText(`\ufeff${plain.replaceAll('\n', ' \n')}`)).toEqual(draftText(plain));
  });
});

/** Blocks that an article may contain, with pieces in all three languages. */
const pieces = {
  en: [
    'by',
    'Friday',
    'share',
    'cookie',
    'Photo',
    'source',
    'the',
    'board',
    'Updated',
    '3 October 2021',
    'read also',
    'subscribe',
    'Ada',
    '12 comments',
  ],
  ru: [
    'источник',
    'Подписание',
    'совет',
    'фото',
    'Автор',
    'читайте также',
    'обновлено',
    '7 ноября',
    'персональных данных',
    'реклама',
    'паром',
  ],
  ja: ['個人情報', '写真', '文', '関連記事', '灯台', '公開', '広告', '検索', '2021年5月3日', '記者', '港で'],
};
const ends = { en: ['.', '?', '!', '.”', '…', ''], ru: ['.', '»', '?', '.»', ''], ja: ['。', '」', '。」', '？', ''] };
const block = (language: Language) =>
  fc
    .tuple(
      fc.constantFrom('', '', '', '• ', '1. ', '— ', '・'),
      fc.array(fc.constantFrom(...pieces[language]), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...ends[language]),
    )
    .map(([start, words, end]) => start + words.join(language === 'ja' ? '' : ' ') + end);
const article = fc.constantFrom(...languages).chain((language) =>
  fc.record({
    blocks: fc.array(block(language), { minLength: 1, maxLength: 12 }),
    separator: fc.constantFrom('\n\n', '\n', '\r\n\r\n'.replaceAll('\r', ''), '\n \n'),
  }),
);
const endsAsSentence = (text: string) => /[.!?。！？…][”»」』’)]*$/.test(text);
const letters = (text: string) => text.replace(/\s/g, '');

describe('any text', () => {
  it('loses no letter: each is in a block', () => {
    fc.assert(
      fc.property(article, ({ blocks, separator }) => {
        const text = blocks.join(separator);
        expect(
          letters(
            draftText(text)
              .blocks.map((each) => each.text)
              .join(''),
          ),
        ).toBe(letters(text));
      }),
    );
  });

  it('has no sentence, list item or row of a table that gets another role than body without a doubt', () => {
    fc.assert(
      fc.property(article, ({ blocks, separator }) => {
        for (const { text, role, doubt } of draftText(blocks.join(separator)).blocks) {
          const isSentence = endsAsSentence(text) || /^(?:[•・—]|\d\.)/.test(text) || text.includes('\t');
          // A date line and a byline may end with a full stop.
          if (isSentence && !parseDateLine(text))
            expect([text, role, Boolean(doubt)]).toEqual([text, role, role !== 'body' || Boolean(doubt)]);
        }
      }),
    );
  });

  it('has no date of publication without a doubt unless a line consists of it', () => {
    fc.assert(
      fc.property(article, ({ blocks, separator }) => {
        const { date, blocks: drafted } = draftText(blocks.join(separator));
        if (date && !date.doubt) expect(drafted.some(({ text }) => parseDateLine(text) ?? text.includes('|'))).toBe(true);
      }),
    );
  });
});

describe('the date of publication', () => {
  const labels = {
    en: ['Published', 'First published', 'Posted on', 'Last updated', 'Updated', 'Modified'],
    ru: ['Опубликовано', 'Дата публикации', 'Размещено', 'Обновлено', 'Изменено', 'Дата обновления'],
    ja: ['公開', '掲載', '配信日', '更新', '最終更新', '修正'],
  };
  const days = {
    en: ['3 October 2021', 'October 9, 2021'],
    ru: ['3 октября 2021 г.', '09.10.2021'],
    ja: ['2021年10月3日', '2021年10月9日（土）'],
  };

  test.each(languages)('is the published one, in any order and form: %s', (language) => {
    const [title, , first] = articles[language];
    const label = fc.constantFrom(...labels[language].slice(0, 3));
    const update = fc.constantFrom(...labels[language].slice(3)).filter((text) => text !== 'Дата обновления');
    fc.assert(
      fc.property(
        label,
        update,
        fc.constantFrom(': ', ' '),
        fc.constantFrom('', ', 08:15', ' 11:02'),
        fc.constantFrom('\n', ' | ', '\n\n'),
        fc.boolean(),
        (published, updated, colon, time, separator, isFirst) => {
          const lines = [`${published}${colon}${days[language][0]}${time}`, `${updated}${colon}${days[language][1]}`];
          const { date } = page(title, (isFirst ? lines : lines.toReversed()).join(separator), first);
          expect([date?.edtf, date?.doubt]).toEqual(['2021-10-03', undefined]);
        },
      ),
    );
  });

  test.each([
    ['On 15 December 2016 the towns signed a pact.', '2016-12-15'],
    ['15 декабря 2016 года города подписали договор.', '2016-12-15'],
    ['2016年12月15日、両町は協定に署名した。', '2016-12-15'],
  ])('is only proposed if it is in the text: %s', (text, edtf) => {
    const { date } = page('Two towns share a ferry, five years on', 'By Ada Quill', text);
    expect(date).toMatchObject({ edtf, doubt: expect.stringContaining('not a date line') });
  });

  test.each(['Updated 9 October 2021', 'Обновлено 9 октября 2021 г.', '2021年10月9日 更新', '更新：2021年10月9日'])(
    'is only proposed if it is an update: %s',
    (line) => {
      expect(page('Two towns share a ferry', line, articles.en[2]).date).toMatchObject({
        edtf: '2021-10-09',
        doubt: expect.stringContaining('update'),
      });
    },
  );

  test.each([
    ['Опубликовано 7 ноября 2021, 10:15 (обновлено 9 ноября 2021)', 'published 2021-11-07, updated 2021-11-09'],
    ['公開日：2021年5月3日　更新日：2021年5月9日', 'published 2021-05-03, updated 2021-05-09'],
    ['2021年5月3日（月） 05:00配信', 'published 2021-05-03'],
    ['令和3年5月3日', 'plain 2021-05-03'],
    ['First published on Sun 3 Oct 2021 08.15 BST', 'published 2021-10-03'],
    ['Wednesday 3rd October 2021 10:15am', 'plain 2021-10-03'],
    ['Northport, 3 October 2021', undefined],
    ['By 3 October 2021 both councils had voted', undefined],
    ['Updated: 3 days ago', undefined],
  ])('is parsed from a line with nothing but dates: %s', (line, expected) => {
    expect(
      parseDateLine(line)
        ?.map(({ kind, edtf }) => `${kind} ${edtf}`)
        .join(', '),
    ).toBe(expected);
  });

  it('is unsure if two date lines differ', () => {
    expect(page('Two towns share a ferry', '3 October 2021', '4 October 2021', articles.en[2]).date).toMatchObject({
      edtf: '2021-10-03',
      doubt: expect.stringContaining('4 October'),
    });
  });
});

describe('splitNames', () => {
  test.each<[string, string[], boolean?]>([
    ['By Ada Quill', ['Ada Quill']],
    ['By Ada Quill and Tom Reave', ['Ada Quill', 'Tom Reave']],
    ['By Ada Quill, Tom Reave and Ilse Thornbury', ['Ada Quill', 'Tom Reave', 'Ilse Thornbury']],
    ['By Ada Quill-Reave in Port Alder', ['Ada Quill-Reave']],
    ['By Ada Quill in Northport and Tom Reave in Port Alder', ['Ada Quill', 'Tom Reave']],
    ['By Ada Quill | Updated October 3, 2021', ['Ada Quill']],
    ['By Dr. Ada Quill and Prof. Tom van der Reave', ['Ada Quill', 'Tom van der Reave']],
    ['By Tom Reave, Jr.', ['Tom Reave Jr.']],
    ['By Tom Reave Jr. and J. R. O’Hara', ['Tom Reave Jr.', 'J. R. O’Hara']],
    ['Written by: ADA QUILL', ['Ada Quill']],
    ['Автор: Анна Вымышленная и Пётр Придуманный', ['Анна Вымышленная', 'Пётр Придуманный']],
    ['Текст: А. Б. Вымышленная', ['А. Б. Вымышленная']],
    ['文＝架空太郎', ['架空太郎']],
    ['文＝架空太郎、実在花子', ['架空太郎', '実在花子']],
    ['文：架空太郎・実在花子', ['架空太郎', '実在花子']],
    ['文：アダ・クイル', ['アダ・クイル']],
    ['執筆：架空太郎記者', ['架空太郎']],
    ['By Ada Quill, Port Alder', ['Ada Quill', 'Port Alder'], true],
    ['Ada Quill, Northport', ['Ada Quill'], true],
    ['By Ada Quill and Tom Reave, Port Alder', ['Ada Quill', 'Tom Reave', 'Port Alder'], true],
    ['By Ada Quill, Staff Writer, October 3, 2021', ['Ada Quill'], true],
    ['By Ada Quill, staff writer', ['Ada Quill'], true],
    ['By Ada Quill | The Norrow Courier', ['Ada Quill'], true],
    ['Автор: Анна Вымышленная, собственный корреспондент', ['Анна Вымышленная'], true],
    ['By Ada Quill in Northport and Alder', ['Ada Quill in Northport and Alder'], true],
    ['By Ada Quill / Tom Reave', ['Ada Quill'], true],
    ['By our correspondent', ['our correspondent'], true],
    ['By Norrow News Agency', ['Norrow News Agency'], true],
  ])('splits “%s” into %j', (byline, names, isUnsure = false) => {
    const split = splitNames(byline);
    expect([split.names, split.doubt !== undefined]).toEqual([names, isUnsure]);
  });
});

describe('splitBlocks', () => {
  const texts = (text: string) => splitBlocks(text).map((each) => each.text);
  const wrap = (text: string, width: number) => text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trim();
  const sentence = (n: number) => `Paragraph ${n} tells of ferries and of the oil that the ferries burn in winter, and of those who pay.`;

  test.each([
    ['paragraphs at blank lines', 'One.\n\nTwo.\n \t\nThree.', ['One.', 'Two.', 'Three.']],
    ['lines if there is no blank line', 'One.\nTwo.', ['One.', 'Two.']],
    ['short lines of a menu', 'Home\nNews\n\nText.', ['Home', 'News', 'Text.']],
    [
      'items of a list',
      'Points of the pact and of the board, in full:\n• Night boats\n• One fare',
      ['Points of the pact and of the board, in full:', '• Night boats', '• One fare'],
    ],
    ['rows of a table', 'Year\tBoats\n2019\t4\n2020\t5', ['Year\tBoats', '2019\t4', '2020\t5']],
    [
      'no lines of wrapped Japanese',
      `${'あ'.repeat(40)}\n${'い'.repeat(40)}\nう。\n\nえ。`,
      [`${'あ'.repeat(40)}${'い'.repeat(40)}う。`, 'え。'],
    ],
    [
      'lines of Japanese that are paragraphs',
      '　灯台が港で点灯した。町長は短いあいさつを述べ、住民に感謝した。\n　工事は三年かかった。',
      ['灯台が港で点灯した。町長は短いあいさつを述べ、住民に感謝した。', '工事は三年かかった。'],
    ],
    ['nothing from white space', ' \n\n ', []],
  ])('splits %s', (_, text, blocks) => {
    expect(texts(text)).toEqual(blocks);
  });

  it('joins the lines of paragraphs that are wrapped to any width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 48, max: 120 }), fc.integer({ min: 1, max: 4 }), (width, count) => {
        const paragraphs = Array.from({ length: count }, (_, n) => [1, 2, 3].map((part) => sentence(n * 3 + part)).join(' '));
        expect(texts(paragraphs.map((paragraph) => wrap(paragraph, width)).join('\n\n'))).toEqual(paragraphs);
      }),
    );
  });

  it('joins wrapped lines although one is short', () => {
    expect(
      texts(
        'The two towns agreed on Monday to share the cost of a new\nferry\nbetween their islands, officials said after long and loud talks.',
      ),
    ).toHaveLength(1);
  });

  it('drops a hyphen at the end of a line only if the joined word occurs elsewhere', () => {
    const [first, second] = splitBlocks(
      'A new ferry.\n\nThe cost of a new fer-\nry was split after nego-\ntiations in a well-\nknown hall, says a well-known pilot.',
    ).map(({ text, doubt }) => ({ text, doubt }));
    expect(first).toEqual({ text: 'A new ferry.', doubt: undefined });
    expect(second!.text).toBe('The cost of a new ferry was split after nego-tiations in a well-known hall, says a well-known pilot.');
    expect(second!.doubt).toMatch(/^"nego-tiations"[^·]*$/);
  });
});
