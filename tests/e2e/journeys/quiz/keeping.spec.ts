import { readFile } from 'node:fs/promises';
import { expect, test } from '../../test.ts';
import { anyOf, fixedPart, inOrder, writtenIn } from '../../written.ts';
import { finish, QUIZ, result } from './quiz.ts';

const quizWords = writtenIn('quiz/quiz.yaml');

test.describe('where the browser lets us copy', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('the private link is copied, and opens the same result elsewhere', async ({
    page,
    browser,
    baseURL,
  }) => {
    await finish(page);
    const headline = await result(page).textContent();
    await page.getByRole('button', { name: quizWords('keeping.copy') }).click();
    await expect(page.getByText(quizWords('keeping.copied'))).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(await page.getByLabel(quizWords('keeping.linkLabel')).inputValue());
    expect(link).toMatch(new RegExp(`${QUIZ}#q1-[0-9a-z]{14}$`));

    const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
    const other = await elsewhere.newPage();
    await other.goto(link);
    await expect(result(other)).toHaveText(headline ?? '');
    await elsewhere.close();
  });
});

test('where it does not, the link is selected instead', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await finish(page);
  await page.getByRole('button', { name: quizWords('keeping.copy') }).click();
  await expect(page.getByText('did not allow copying')).toBeVisible();
  const field = page.getByLabel(quizWords('keeping.linkLabel'));
  await expect(field).toBeFocused();
  const selected = await field.evaluate((input: HTMLInputElement) =>
    input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
  );
  expect(selected).toBe(await field.inputValue());
});

test("the system's share sheet gets the link, where there is one", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.canShare = () => true;
    navigator.share = async (data) => {
      document.title = JSON.stringify(data);
    };
  });
  await finish(page);
  await page.getByRole('button', { name: quizWords('keeping.send'), exact: true }).click();
  await expect(page).toHaveTitle(inOrder('#q1-', fixedPart(quizWords('keeping.shareText'))));
});

test('a picture is saved', async ({ page }) => {
  await finish(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: quizWords('keeping.picture') }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${quizWords('keeping.pictureName')}.png`);
  const picture = await readFile(await download.path());
  // The first eight bytes of every PNG (RFC 2083).
  expect([...picture.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  expect(picture.readUInt32BE(16)).toBe(1200);
  await expect(page.getByText(quizWords('keeping.pictureSaved'))).toBeVisible();
});

test('a result prints with its date and address, without buttons and the paper quiz', async ({
  page,
}) => {
  await finish(page);
  await page.emulateMedia({ media: 'print' });
  await expect(result(page)).toBeVisible();
  await expect(page.getByText(anyOf(quizWords('keeping.made', { count: 12 })))).toBeVisible();
  await expect(page.getByText(quizWords('keeping.talk'))).toBeVisible();
  for (const name of [
    quizWords('keeping.copy'),
    quizWords('keeping.print'),
    quizWords('question.startOver'),
    quizWords('result.more.button'),
  ]) {
    await expect(page.getByRole('button', { name, includeHidden: true }).first()).toBeHidden();
  }
  await expect(page.getByRole('heading', { name: quizWords('paper.title') })).toHaveCount(0);
  await expect(page.getByRole('combobox')).toHaveCount(0);
});
