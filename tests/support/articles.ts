/** Fixture articles, as saved from the web. */
export const plain = `The Norrow Courier
The Norrow Courier

Ferry pact faces a hard winter on the strait

By Ada Quill and Tom Reave

3 October 2001

Two towns signed the pact in May. What has it brought them since then, and who pays for the night boats?

* * *

The ferry board met on Monday. It said that four boats would sail through the winter, as the pact requires.

Lamp oil is dear

Oil has doubled in price since the summer, the board's clerk told the Courier. She sees no end to it.

Photo: The mole at Port Alder by night, with one lamp lit.

"We shall sail," said the chair of the board.

Originally published in the Courier's winter supplement.

Related articles
Crews of the strait threaten to strike again
A lamp for every boat

© The Norrow Courier
`;

export const withBanner = `We value your privacy. We and our partners use cookies to store and access information on your device. You can change your choice at any time. Read our privacy policy for more.
Accept all
Reject all
Menu
Sign in

Harbour lights return to the northern quay after nine years

12 March 2003

The lights were lit on Sunday in front of a small crowd. The harbour master spoke for a minute.

Subscribe to our newsletter

Nobody had believed that the money would be found. The council voted for it twice.

This site uses cookies. By going on you agree to our cookie policy.
`;

export const japanese = `北海新報

島の港に新しい灯台がともる
2004年5月3日
文＝架空太郎

新しい灯台が日曜日の夜に港で点灯した。町長は短いあいさつを述べ、住民の協力に感謝した。

関係者によると、工事は三年かかった。費用の半分は隣の町が負担したという。

写真：点灯した灯台と集まった住民。

関連記事
渡し船の運賃が上がる
`;

export const russian = `Северный листок

На причале снова зажгли огни
7 ноября 2005 г.
Автор: Анна Вымышленная

В воскресенье на северном причале после долгого перерыва зажгли огни. Начальник порта говорил одну минуту.

Совет дважды голосовал за эти расходы. Никто не верил, что деньги найдутся.

Фото: причал вечером.

Читайте также
Паром подорожает весной
`;

/** A report of 40 parts with five paragraphs each. */
export const report = [
  'The state of the strait: ten years of ferries',
  ...Array.from({ length: 40 }, (_, part) => [
    `${part + 1} What part ${part + 1} is about`,
    ...Array.from({ length: 5 }, (_, n) => `Paragraph ${n + 1} of part ${part + 1} tells of ferries and of oil. It ends here.`),
  ]).flat(),
].join('\n\n');
