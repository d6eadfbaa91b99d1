import { at } from '../../built-site.ts';
import { expect, test } from '../../test.ts';
import { anyOf, beginsWith, inOrder, writtenIn } from '../../written.ts';
import { answerQuestions, finish, QUIZ, result } from './quiz.ts';

const quizWords = writtenIn('quiz/quiz.yaml');

const FITS = anyOf(...['best', 'great'].map((fit) => quizWords(`occupations.fit.${fit}`)));
const PREPARATIONS = anyOf(
  ...[1, 2, 3, 4, 5].map((level) => quizWords(`occupations.preparation.${level}`)),
);

test('occupations that fit are listed with what they do and need, and can be filtered', async ({
  page,
}) => {
  await finish(page);
  const list = page.locator('occupation-list');
  const rows = list.getByRole('listitem');
  await expect(rows).toHaveCount(10);
  for (const row of await rows.all()) {
    await expect(row.getByText(FITS)).toBeVisible();
    await expect(row.getByText(PREPARATIONS)).toBeVisible();
    await expect(row.getByRole('link')).toHaveAttribute(
      'href',
      /^https:\/\/www\.onetonline\.org\/link\/summary\/\d\d-\d{4}\.\d\d$/,
    );
  }
  await list.getByRole('button', { name: anyOf(quizWords('occupations.more')) }).click();
  await expect(rows.nth(10).getByRole('link')).toBeFocused();

  const filter = list.getByRole('combobox', { name: quizWords('occupations.filter') });
  await filter.selectOption({ index: 4 });
  await expect(filter).toHaveAccessibleDescription(
    inOrder(quizWords('occupations.preparationMeaning.4')),
  );
  const left = await rows.count();
  for (const row of await rows.all())
    await expect(row).toContainText(quizWords('occupations.preparation.4'));
  await expect(list.getByRole('status')).toHaveText(
    left === 0
      ? beginsWith(quizWords('occupations.none'))
      : anyOf(...['shown', 'shownOne', 'shownSome'].map((one) => quizWords(`occupations.${one}`))),
  );
});

test('a list that does not load can be asked for again, and the rest stays', async ({ page }) => {
  await page.route(`**${at('/quiz/occupations.json')}`, (route) => route.abort());
  await page.goto(QUIZ);
  await answerQuestions(page, 12);
  await expect(result(page)).toBeVisible();
  await expect(page.getByText(quizWords('occupations.failed'))).toBeVisible();
  await page.unroute(`**${at('/quiz/occupations.json')}`);
  await page
    .locator('occupation-list')
    .getByRole('button', { name: quizWords('question.retry') })
    .click();
  await expect(page.locator('occupation-list').getByRole('listitem')).toHaveCount(10);
});
