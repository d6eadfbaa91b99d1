import { expect, test } from '../../test.ts';
import { endsWith } from '../../written.ts';
import {
  announced,
  answerQuestions,
  FIRST,
  finish,
  progress,
  QUIZ,
  result,
  words,
} from './quiz.ts';

/** A link to a result after twelve questions, as the site writes it. */
const LINK = `${QUIZ}#q1-01q90c042h057f`;

test('a link shows the result it holds, and keeps nothing of it', async ({ page }) => {
  await page.goto(LINK);
  await expect(result(page)).toBeVisible();
  await expect(result(page)).not.toBeFocused();
  await expect(page.getByText(words('result.shared'))).toBeVisible();
  await expect(page.getByText(words('result.label'), { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: words('result.more.button') })).toBeHidden();
  await page
    .getByRole('combobox', { name: words('occupations.filter') })
    .selectOption({ index: 1 });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.getByRole('button', { name: words('result.takeYours') }).click();
  await expect(announced(page)).toHaveText(progress(1));
  await expect(page).toHaveURL(QUIZ);
  await page.goBack();
  await expect(result(page)).toBeVisible();
});

test('a link of somebody else leaves the own answers alone', async ({ page }) => {
  await page.goto(QUIZ);
  await answerQuestions(page, 3);
  await page.goto('about:blank');
  await page.goto(LINK);
  await expect(result(page)).toBeVisible();
  await page.getByRole('button', { name: words('result.takeYours') }).click();
  await expect(announced(page)).toHaveText(progress(4));
});

for (const [kind, fragment, sentence] of [
  ['cut off', '#q1-01q90c04', words('question.broken')],
  ['mistyped', '#q1-01q90c042h057g', words('question.broken')],
  ['of another version', '#q9-01q90c042h057f', words('question.old')],
  ['of another site', '#utm_source=x&y=%3Cb%3E%E0%A4', words('question.foreign')],
] as const) {
  test(`a link that is ${kind} gets a friendly sentence and the first question`, async ({
    page,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(QUIZ + fragment);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByRole('group', { name: endsWith(FIRST) })).toBeVisible();
    await answerQuestions(page, 1);
    await expect(page.getByText(sentence)).toBeHidden();
    await expect(page).toHaveURL(QUIZ);
    expect(errors).toEqual([]);
  });
}

test('a link pasted over the quiz is opened; a place on the page is no link', async ({ page }) => {
  await finish(page);
  const own = await result(page).textContent();
  await page.getByRole('link', { name: words('result.keep') }).click();
  await expect(page.getByText(words('question.foreign'))).toBeHidden();
  await page.evaluate(() => {
    location.hash = '#q1-01q90c042h057f';
  });
  await expect(page.getByText(words('result.shared'))).toBeVisible();
  await page.getByRole('button', { name: words('result.takeYours') }).click();
  await expect(result(page)).toHaveText(own ?? '');
});

test('no request carries the result, and none leaves the site', async ({ page, server }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
  await finish(page);
  await page.goto('about:blank');
  await page.goto(LINK);
  await expect(result(page)).toBeVisible();
  const own = requests.filter((request) => !request.startsWith('about:'));
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((request) => !request.startsWith(`${server}/`))).toEqual([]);
  expect(own.filter((request) => /q1-|01q90c/.test(request.split('#')[0] ?? ''))).toEqual([]);
});
