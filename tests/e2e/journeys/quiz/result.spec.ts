import { expect, test } from '../../test.ts';
import { anyOf, writtenIn } from '../../written.ts';
import {
  announced,
  answerQuestions,
  answerWith,
  finish,
  openResult,
  QUIZ,
  question,
  result,
} from './quiz.ts';

const quizWords = writtenIn('quiz/quiz.yaml');
const typesWords = writtenIn('quiz/types.yaml');

test('a result says what it means, what fits, how sure it is, and asks for nothing first', async ({
  page,
}) => {
  await finish(page);
  const types = page.getByRole('region', { name: quizWords('result.types') });
  const cards = types.getByRole('article');
  expect([2, 3]).toContain(await cards.count());
  for (const card of await cards.all()) {
    await expect(
      card.getByText(
        anyOf(...['clear', 'close'].map((one) => quizWords(`result.certainty.${one}`))),
      ),
    ).toBeVisible();
    await expect(card).toContainText(quizWords('result.type.drains'));
    await card.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.goBack();
    await expect(result(page)).toBeVisible();
  }
  await expect(page.getByText(anyOf(quizWords('hexagon.summary'))).last()).toBeVisible();
  await page.getByText(quizWords('hexagon.title')).click();
  await expect(page.getByRole('row', { name: /^Realistic [1-5]\.\d$/ })).toBeVisible();
  const sure = page.getByRole('region', { name: quizWords('result.howSure.title') });
  await expect(sure).toContainText(quizWords('result.howSure.12'));
  await expect(sure.getByText(quizWords('result.howSure.18'))).toBeHidden();
  await expect(sure).toContainText(quizWords('result.notThis.points.1'));
});

test('six more questions sharpen it, twice, and the way back leads to the result before', async ({
  page,
}) => {
  await finish(page);
  await page.getByRole('button', { name: quizWords('result.more.button') }).click();
  await expect(announced(page)).toHaveText(
    quizWords('question.progress', { number: '13', count: '18' }),
  );
  await expect(question(page)).toBeFocused();
  await page.goBack();
  await expect(result(page)).toBeFocused();
  await page.goForward();
  await answerQuestions(page, 6, 13);
  await expect(page.getByText(quizWords('result.howSure.18'))).toBeVisible();
  await page.getByRole('button', { name: quizWords('result.more.button') }).click();
  await answerQuestions(page, 6, 19);
  await expect(page.getByText(quizWords('result.howSure.24'))).toBeVisible();
  await expect(page.getByText(quizWords('result.more.done'))).toBeVisible();
  await expect(page.getByRole('button', { name: quizWords('result.more.button') })).toBeHidden();
});

test('answers that are all the same are told so, and matched with nothing', async ({ page }) => {
  await page.goto(QUIZ);
  await answerWith(page, Array<number>(12).fill(3));
  await expect(result(page)).toHaveText(quizWords('result.flat.title'));
  await expect(announced(page)).toHaveText(quizWords('result.readyFlat'));
  await expect(page.getByText(quizWords('result.flat.text', { count: 12 }))).toBeVisible();
  for (const name of [quizWords('occupations.title'), quizWords('result.compare')]) {
    await expect(page.getByRole('heading', { name })).toBeHidden();
  }
  await page.getByRole('button', { name: quizWords('result.flat.again') }).click();
  await expect(announced(page)).toHaveText(
    quizWords('question.progress', { number: '1', count: '12' }),
  );
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(
    quizWords('question.answers.2.label'),
  );
});

test('answers that hardly differ name no type, match nothing, and say what would help', async ({
  page,
}) => {
  await page.goto(QUIZ);
  await answerWith(page, [3, 3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 3]);
  await expect(result(page)).toHaveText(quizWords('result.level.title'));
  await expect(announced(page)).toHaveText(quizWords('result.readyLevel'));
  await expect(
    page.getByText(anyOf(quizWords('result.level.text', { count: 12, first: 'Social' }))),
  ).toBeVisible();
  await expect(page.getByText(quizWords('result.level.odds'))).toBeVisible();
  await expect(
    page.getByText(anyOf(quizWords('hexagon.summaryLevel', { ranking: 'Social, {others}' }))),
  ).toBeVisible();
  for (const name of [
    quizWords('result.types'),
    quizWords('occupations.title'),
    quizWords('result.compare'),
    quizWords('result.howSure.title'),
  ]) {
    await expect(page.getByRole('heading', { name })).toBeHidden();
  }
  await expect(page.getByRole('button', { name: quizWords('keeping.picture') })).toBeHidden();
  await page.getByRole('button', { name: quizWords('result.more.button') }).click();
  await expect(announced(page)).toHaveText(
    quizWords('question.progress', { number: '13', count: '18' }),
  );
  await page.goBack();
  await page.getByRole('button', { name: quizWords('result.flat.again') }).click();
  await expect(announced(page)).toHaveText(
    quizWords('question.progress', { number: '1', count: '12' }),
  );
});

test('a type that is surely lowest is named, also where none stands out', async ({ page }) => {
  await openResult(page, '033w3r024m020n');
  await expect(result(page)).toHaveText(quizWords('result.level.title'));
  await expect(page.getByText(anyOf(quizWords('result.level.textLowest')))).toBeVisible();
  await openResult(page, '04rc050504rbak');
  await expect(page.getByText(anyOf(quizWords('result.level.textLowest')))).toBeHidden();
});

test('a fourth type that is level with the third is named', async ({ page }) => {
  await openResult(page, '020125012b2ze0');
  await expect(
    page.getByText(anyOf(quizWords('result.fourth', { fourth: 'Realistic', third: 'Artistic' }))),
  ).toBeVisible();
  const card = page.getByRole('article').filter({ hasText: 'Artistic' }).last();
  await expect(card).toContainText(quizWords('result.certainty.close', { next: 'Realistic' }));
  await openResult(page, '4n4241030203l6');
  await expect(page.getByText(anyOf(quizWords('result.fourth')))).toBeHidden();
});

for (const [types, code, suits, drains] of [
  ['Conventional and Artistic', '0202fs0h01391q', 'compliance', 'Tax returns'],
  ['Artistic and Conventional', '0202fs0h01391q', 'performance', 'Acting or dancing'],
  ['Enterprising and Realistic', '4n0j0202mf01mz', 'installing', 'Repairs all day'],
  ['Investigative and Enterprising', '03mf0203rb03q7', 'Research', 'Laboratory tests'],
  ['Social and Investigative', '01kp01rc0403jo', 'analysis', 'substances, data, or code'],
  ['Realistic, Social, and Enterprising', 'pg0101e00201i4', 'Selling', 'meetings'],
  ['Social beside a level Conventional', 'pg0101e00201i4', 'care', 'substances, data, or code'],
] as const) {
  test(`cards do not contradict each other: ${types}, who like ${suits}`, async ({ page }) => {
    await openResult(page, code);
    const cards = page.getByRole('region', { name: quizWords('result.types') });
    await expect(cards).toContainText(suits);
    await expect(cards.getByText(drains)).toBeHidden();
    await expect(
      cards.getByText(quizWords('result.type.drains')).locator('visible=true'),
    ).toHaveCount(await cards.getByRole('article').count());
    for (const card of await cards.getByRole('article').all()) {
      await expect(card.locator('dd').locator('visible=true').nth(2)).toBeVisible();
    }
    await expect(cards.getByText(quizWords('result.leftOut'))).toBeVisible();
  });
}

test('what was left out beside one type is back beside another', async ({ page }) => {
  await openResult(page, '0202fs0h01391q');
  const drain = page.getByRole('article').getByText(typesWords('types.conventional.drains.0.text'));
  await expect(drain).toBeHidden();
  await page.evaluate(() => {
    location.hash = '#q1-0p030202pt42hc';
  });
  await expect(result(page)).toHaveText(/^Conventional\b/);
  await expect(result(page)).not.toContainText('Artistic');
  await expect(drain).toBeVisible();
});

test('nothing is asked for while the result cannot load, and nothing is lost', async ({ page }) => {
  await page.goto(QUIZ);
  await page.route('**/_astro/*.js', (route) => route.abort());
  await answerQuestions(page, 12);
  await expect(page.getByText(quizWords('question.failed'))).toBeVisible();
  await page.unroute('**/_astro/*.js');
  await page
    .getByRole('button', { name: quizWords('question.retry') })
    .first()
    .click();
  await expect(result(page)).toBeVisible();
});
