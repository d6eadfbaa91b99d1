import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { anyOf, beginsWith, inOrder } from '../../written.ts';
import { ANSWERS, FIRST, progress, QUIZ, question, SECOND, words } from './quiz.ts';

/** Where a page finds the screen reader: at its own origin. */
const SCREEN_READER = '/screen-reader.js';

// Its own code would need to be trusted by the site's policy, which other tests check.
test.use({ bypassCSP: true });

/** Starts a virtual screen reader in `page`, at the top of its text. */
async function startReading(page: Page): Promise<void> {
  const file = fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js'));
  const body = readFileSync(file, 'utf8');
  await page.route(`**${SCREEN_READER}`, (route) =>
    route.fulfill({ body, contentType: 'text/javascript' }),
  );
  await page.evaluate(async (address) => {
    const { virtual }: typeof import('@guidepup/virtual-screen-reader') = await import(address);
    await virtual.start({ container: document.body });
    Object.assign(window, { virtual });
  }, SCREEN_READER);
}

declare global {
  var virtual: typeof import('@guidepup/virtual-screen-reader').virtual;
}

/** All that has been spoken so far. */
const spoken = (page: Page): Promise<string[]> => page.evaluate(() => virtual.spokenPhraseLog());

/** Waits until `phrase` has been spoken. */
async function expectSpoken(page: Page, phrase: string | RegExp): Promise<void> {
  const said = (line: string) => (typeof phrase === 'string' ? line === phrase : phrase.test(line));
  await expect
    .poll(async () => (await spoken(page)).some(said), { message: String(phrase) })
    .toBe(true);
}

/** Moves on until `phrase` is spoken. */
async function readTo(page: Page, phrase: RegExp): Promise<string> {
  const last = await page.evaluate(
    async ({ source, most }) => {
      for (let step = 0; step < most; step++) {
        const now = await virtual.lastSpokenPhrase();
        if (new RegExp(source).test(now)) return now;
        await virtual.next();
      }
      return (await virtual.spokenPhraseLog()).join('\n');
    },
    { source: phrase.source, most: 80 },
  );
  expect(last).toMatch(phrase);
  return last;
}

test('a screen reader hears the question as a group of five answers, and what to do', async ({
  page,
}) => {
  await page.goto(QUIZ);
  await startReading(page);
  await readTo(page, beginsWith(`heading, ${words('question.name')}, level 1`));
  await readTo(page, beginsWith(`progressbar, ${progress(1)}`));
  await readTo(page, inOrder(words('question.how')));
  await readTo(page, beginsWith(`group, ${words('question.stem')} ${FIRST}`));
  for (const name of ANSWERS) {
    await readTo(page, new RegExp(`^radio, ${name}, .*not checked`));
  }
  await readTo(page, beginsWith(`button, ${words('question.next')}`));
  await readTo(page, beginsWith(`checkbox, ${words('question.numberKeys')}, checked`));
  expect((await spoken(page)).join('\n')).not.toMatch(/button, Back|undefined/);
});

test('a screen reader hears each new question, its number, and the result', async ({ page }) => {
  await page.goto(QUIZ);
  await startReading(page);
  await page.getByRole('radio', { name: ANSWERS[3] ?? '', exact: true }).click();
  await expectSpoken(page, `polite: ${progress(2)}`);
  await expectSpoken(page, inOrder(`heading, ${words('question.stem')}`, `${SECOND}, level 2`));
  for (let number = 3; number <= 12; number++) {
    await page.keyboard.press(String(1 + (number % 5)));
    await expectSpoken(page, `polite: ${progress(number)}`);
    const title = await question(page).textContent();
    const activity = title?.replace(words('question.stem'), '').trim();
    await expectSpoken(page, new RegExp(`^heading, .* ${activity}, level 2`));
  }
  await page.keyboard.press('4');
  await expectSpoken(page, anyOf(`polite: ${words('result.ready')}`));
  const headlines = ['clear', 'clearThenClose', 'close', 'chain', 'allClose'].map((level) =>
    words(`result.headline.${level}`),
  );
  await expectSpoken(page, anyOf(...headlines.map((text) => `heading, ${text}, level 2`)));
  await readTo(page, beginsWith(`heading, ${words('result.types')}, level 3`));
  await readTo(page, inOrder(words('result.type.drains')));
});
