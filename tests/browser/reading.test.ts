import { describe, expect, it } from 'vitest';
import { addressOf, site } from '../support/browser-site.ts';
import { record } from '../support/record.ts';

const { open } = site();

describe('a reader', () => {
  it('opens an article, its list of statements and one statement', async () => {
    const page = await open('/');
    const link = page.locator('.entry-cards h3 a').first();
    const title = (await link.textContent())!;
    await link.click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    const statements = page.locator('#ledger ~ details li.statement');
    expect(await statements.count()).toBeGreaterThan(1);
    await page.locator('#ledger ~ details > summary').first().click();
    const text = (await statements.first().locator('.text').textContent())!;
    await statements.first().locator('.text a').click();
    await page.waitForURL(/\/s\d+\/$/);
    expect((await page.locator('h1').textContent())!.replaceAll('\u00a0', ' ')).toBe(text.trim());
  });

  it('follows a citation of the précis to its statement on the page, or to the page of the statement', async () => {
    const page = await open(addressOf('entry'));
    const cite = page.locator('.precis .cite a').first();
    const anchor = await cite.getAttribute('href');
    await cite.click();
    expect(new URL(page.url()).hash).toBe(anchor);
    await cite.hover();
    await page.locator('.preview .whole').click();
    await page.waitForURL(`**${addressOf('entry')}${anchor!.slice(1)}/`);
  });

  it('sees a sentence and its source light up together', async () => {
    const page = await open(addressOf('entry'));
    const sentence = page.locator('.precis .sentence').first();
    const backgroundOf = () => sentence.evaluate((element) => getComputedStyle(element).backgroundColor);
    const before = await backgroundOf();
    await sentence.locator('.cite a').first().focus();
    expect(await backgroundOf()).not.toBe(before);
    await page.locator('h1').hover();
    await page.locator('.trail a').first().focus();
    expect(await backgroundOf()).toBe(before);
    await sentence.hover();
    expect(await backgroundOf()).not.toBe(before);
  });

  it('finds a statement by its address in a closed fold, and a passage by the paragraph map', async () => {
    const page = await open(`${addressOf('entry')}#s2`);
    expect(await page.locator('#s2').isVisible()).toBe(true);
    const passage = page.locator('.paragraphs a').last();
    await passage.click();
    expect(new URL(page.url()).hash).toBe(await passage.getAttribute('href'));
  });

  it('opens a year of the timeline by its anchor', async () => {
    const page = await open('/timeline/');
    const year = page.getByRole('navigation', { name: 'Years' }).getByRole('link').last();
    await page.goto(new URL((await year.getAttribute('href'))!, page.url()).href);
    expect(await page.locator(':target').isVisible()).toBe(true);
  });

  it('opens a question of the former page of comparisons by its anchor', async () => {
    const page = await open('/questions/');
    const row = await page.locator('.matrix .row').first().getAttribute('id');
    await page.goto(new URL(`/compare/#${row}`, page.url()).href);
    await page.waitForURL(`**/questions/#${row}`);
    await page.locator(':target a').click();
    await page.waitForURL(`**/questions/${row}/`);
  });

  it('sees only the questions that all articles answer, or one alone', async () => {
    const page = await open('/questions/', { javaScriptEnabled: false });
    const shown = () => page.locator('.matrix .row:visible').count();
    const all = await shown();
    for (const [reach, label] of [
      ['all', 'Answered by all'],
      ['one', 'By one only'],
    ] as const) {
      await page.getByRole('radio', { name: label }).check();
      expect(await shown()).toBe(await page.locator(`.matrix .row.${reach}`).count());
    }
    await page.getByRole('radio', { name: /^All/ }).check();
    expect(await shown()).toBe(all);
  });

  it('sees the statements of all answers at once if they are in columns on a wide screen, and opens them one by one on a phone', async () => {
    const text = '.answers .statement .text >> nth=0';
    const wide = await open(addressOf('question'), { viewport: { width: 1280, height: 800 } });
    // Answers of more articles than five may have no columns but cards, as on a phone.
    const areColumns = record.entries.length <= 5 || (await wide.locator('.answers.columns').count()) > 0;
    expect(await wide.locator(text).isVisible()).toBe(areColumns);
    const phone = await open(addressOf('question'), { viewport: { width: 360, height: 700 } });
    expect(await phone.locator(text).isVisible()).toBe(false);
    await phone.locator('.answers summary').first().click();
    expect(await phone.locator(text).isVisible()).toBe(true);
  });

  it('sees the not-found page at an unknown address', async () => {
    const page = await open('/actors/nobody/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Page not found');
  });
});

describe('without JavaScript', () => {
  const plain = { javaScriptEnabled: false };

  it.each(['/', addressOf('entry'), '/timeline/', '/questions/', addressOf('question'), '/forecasts/', '/network/'])(
    'shows the complete text of %s',
    async (address) => {
      const page = await open(address, plain);
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(1000);
    },
  );
});
