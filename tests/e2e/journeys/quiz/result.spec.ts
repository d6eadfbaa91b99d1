import { expect, test } from '../../test.ts';
import { announced, answer, answerQuestions, finish, QUIZ, question, result } from './quiz.ts';

test('a result says what it means, what fits, how sure it is, and asks for nothing first', async ({
  page,
}) => {
  await finish(page);
  const types = page.getByRole('region', { name: 'What each of them means' });
  const cards = types.getByRole('article');
  expect([2, 3]).toContain(await cards.count());
  for (const card of await cards.all()) {
    await expect(card).toContainText(/clear|close/);
    await expect(card).toContainText('Would not suit you');
    await card.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.goBack();
    await expect(result(page)).toBeVisible();
  }
  await expect(page.getByText(/^From highest to lowest: (\w+, ){5}\w+\.$/).last()).toBeVisible();
  await page.getByText('Your six types').click();
  await expect(page.getByRole('row', { name: /^Realistic [1-5]\.\d$/ })).toBeVisible();
  const sure = page.getByRole('region', { name: 'How sure this is' });
  await expect(sure).toContainText('A twelve-question starting point.');
  await expect(sure.getByText('An eighteen-question')).toBeHidden();
  await expect(sure).toContainText('It is not a measure of ability.');
});

test('six more questions sharpen it, twice, and the way back leads to the result before', async ({
  page,
}) => {
  await finish(page);
  await page.getByRole('button', { name: 'Six more questions' }).click();
  await expect(announced(page)).toHaveText('Question 13 of 18');
  await expect(question(page)).toBeFocused();
  await page.goBack();
  await expect(result(page)).toBeFocused();
  await page.goForward();
  await answerQuestions(page, 6, 13);
  await expect(page.getByText('An eighteen-question starting point.')).toBeVisible();
  await page.getByRole('button', { name: 'Six more questions' }).click();
  await answerQuestions(page, 6, 19);
  await expect(page.getByText('from all 24 questions')).toBeVisible();
  await expect(page.getByText('You have answered all 24 questions.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Six more questions' })).toBeHidden();
});

test('answers that are all the same are told so, and matched with nothing', async ({ page }) => {
  await page.goto(QUIZ);
  for (let number = 1; number <= 12; number++) {
    await expect(announced(page)).toHaveText(number > 1 ? `Question ${number} of 12` : '');
    await answer(page, 3);
  }
  await expect(result(page)).toHaveText('Every answer was the same');
  await expect(announced(page)).toHaveText(/Every answer was the same/);
  await expect(page.getByText('You gave all 12 questions the same answer')).toBeVisible();
  for (const name of ['Work that fits this shape', 'Compare the job you accepted']) {
    await expect(page.getByRole('heading', { name })).toBeHidden();
  }
  await page.getByRole('button', { name: 'Go back and change answers' }).click();
  await expect(announced(page)).toHaveText('Question 1 of 12');
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName('Unsure');
});

test('nothing is asked for while the result cannot load, and nothing is lost', async ({ page }) => {
  await page.goto(QUIZ);
  await page.route('**/_astro/*.js', (route) => route.abort());
  await answerQuestions(page, 12);
  await expect(
    page.getByText('Your answers are complete, but the result did not load.'),
  ).toBeVisible();
  await page.unroute('**/_astro/*.js');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(result(page)).toBeVisible();
});
