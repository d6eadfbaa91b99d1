import { expect, type Page } from '@playwright/test';
import { at } from '../../built-site.ts';
import { anyOf, beginsWith, writtenIn } from '../../written.ts';

/** Where the quiz is. */
export const QUIZ = at('/quiz/');

/** What the page of the quiz says. */
export const words = writtenIn('quiz/quiz.yaml');

/** The five answers, in the order of the page. */
export const ANSWERS = [0, 1, 2, 3, 4].map((index) => words(`question.answers.${index}.label`));

/** The work that the first two questions are about: the first of each of the first two types. */
export const [FIRST = '', SECOND = ''] = ['0', '4'].map((index) =>
  writtenIn('quiz/questions.yaml')(`${index}.text`).replace(/\.$/, ''),
);

/** Which question it is, as the page says it before twelve are answered. */
export const progress = (number: number): string =>
  words('question.progress', { number, count: 12 });

/** Answers (1 to 5) that give a result with differences, as often as they are needed. */
const VARIED = [4, 2, 3, 5, 3, 1, 5, 4, 4, 2, 5, 3] as const;

/** Clicks an answer, from 1 to 5, once the page takes it. */
export async function answer(page: Page, value: number): Promise<void> {
  await page.getByRole('radio', { name: ANSWERS[value - 1] ?? '', exact: true }).click();
}

/**
 * Gives these answers, from 1 to 5, beginning with question `from`, with the number keys: a question
 * takes a tap only once a second tap of a double one is over.
 */
export async function answerWith(page: Page, values: readonly number[], from = 1): Promise<void> {
  await page.locator('career-quiz:defined').waitFor();
  for (const [index, value] of values.entries()) {
    const shown = anyOf(words('question.progress', { number: from + index }));
    await expect(page.getByText(shown).last()).toBeVisible();
    await page.keyboard.press(String(value));
  }
}

/** Answers so many questions, beginning with question `from`. */
export function answerQuestions(page: Page, count: number, from = 1): Promise<void> {
  const values = Array.from({ length: count }, (_, index) => variedAt(from + index));
  return answerWith(page, values, from);
}

const variedAt = (number: number): number => VARIED[(number - 1) % VARIED.length] ?? 3;

/** Opens the quiz and answers until its result shows. */
export async function finish(page: Page): Promise<void> {
  await page.goto(QUIZ);
  await answerQuestions(page, 12);
  await expect(result(page)).toBeVisible();
}

/** The heading of the question in front of the reader. */
export const question = (page: Page) =>
  page.getByRole('heading', { level: 2, name: beginsWith(words('question.stem')) });

const HEADLINES = ['alone', 'clear', 'clearThenClose', 'close', 'chain', 'allClose'];

/** The heading of the result: it names the first types, or that none stands out. */
export const result = (page: Page) =>
  page.getByRole('heading', {
    level: 2,
    name: anyOf(
      ...HEADLINES.map((name) => words(`result.headline.${name}`)),
      ...['flat', 'level'].map((name) => words(`result.${name}.title`)),
    ),
  });

/** Opens the result whose answers the link's fragment holds, without its version. */
export async function openResult(page: Page, code: string): Promise<void> {
  // The same address with another fragment would not be loaded again.
  await page.goto('about:blank');
  await page.goto(`${QUIZ}#q1-${code}`);
  await expect(result(page)).toBeVisible();
}

/** What is announced to a screen reader. */
export const announced = (page: Page) => page.locator('career-quiz').getByRole('status').first();
