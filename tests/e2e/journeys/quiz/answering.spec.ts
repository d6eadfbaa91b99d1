import { expect, test } from '../../test.ts';
import { anyOf, beginsWith, endsWith } from '../../written.ts';
import {
  ANSWERS,
  announced,
  answer,
  answerQuestions,
  FIRST,
  progress,
  QUIZ,
  question,
  result,
  SECOND,
  words,
} from './quiz.ts';

test('a tap answers and moves on, twelve times, to a result', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(QUIZ);
  await expect(page.getByText(words('question.how'))).toBeVisible();
  await expect(page.getByRole('group', { name: endsWith(FIRST) })).toBeVisible();
  await answer(page, 4);
  await expect(question(page)).toHaveAccessibleName(endsWith(SECOND));
  await expect(question(page)).toBeFocused();
  await expect(page).toHaveTitle(beginsWith(`${progress(2)}: ${SECOND} | `));
  await expect(announced(page)).toHaveText(progress(2));
  await expect(page.getByRole('progressbar')).toHaveAttribute('value', '2');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  for (let number = 2; number <= 12; number++) {
    await expect(announced(page)).toHaveText(progress(number));
    await answer(page, 1 + (number % 5));
  }
  await expect(result(page)).toBeFocused();
  await expect(page).toHaveTitle(beginsWith(`${words('result.documentTitle')} | `));
  await expect(announced(page)).toHaveText(anyOf(words('result.ready')));
  await expect(page.getByText(anyOf(words('result.took')))).toBeVisible();
});

test('a double tap answers one question', async ({ page }) => {
  await page.goto(QUIZ);
  // From the second question on, the answers of the next one are in the same place.
  await answer(page, 4);
  await expect(announced(page)).toHaveText(progress(2));
  await page.getByRole('radio', { name: ANSWERS[3] ?? '', exact: true }).dblclick();
  await expect(announced(page)).toHaveText(progress(3));
});

test('the keyboard alone goes through: arrows choose, Enter and Next confirm', async ({ page }) => {
  await page.goto(QUIZ);
  const first = page.getByRole('radio', { name: ANSWERS[0] ?? '' });
  await first.focus();
  await page.keyboard.press('Space');
  for (const name of ANSWERS.slice(1)) {
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name, exact: true })).toBeChecked();
  }
  await expect(question(page)).toHaveAccessibleName(endsWith(FIRST));
  await page.keyboard.press('Enter');
  await expect(question(page)).toBeFocused();
  await expect(announced(page)).toHaveText(progress(2));

  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: words('question.back') })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(announced(page)).toHaveText(progress(3));

  for (let number = 4; number <= 12; number++) {
    await page.keyboard.press(String(1 + (number % 5)));
    await expect(announced(page)).toHaveText(progress(number));
  }
  await page.keyboard.press('2');
  await expect(result(page)).toBeFocused();
});

test('number keys answer as soon as the page is there, and in the question', async ({ page }) => {
  await page.goto(QUIZ);
  await expect(page.locator('body')).toBeFocused();
  for (const keys of ['Control+3', 'Alt+3', 'Meta+3', 'Shift+Digit3', '6', '0']) {
    await page.keyboard.press(keys);
  }
  await expect(question(page)).toHaveAccessibleName(endsWith(FIRST));
  await page.keyboard.press('3');
  await expect(announced(page)).toHaveText(progress(2));
  await expect(question(page)).toBeFocused();
  await page.keyboard.press('4');
  await expect(announced(page)).toHaveText(progress(3));
  await page.getByRole('radio', { name: ANSWERS[0] ?? '' }).focus();
  await page.keyboard.press('5');
  await expect(announced(page)).toHaveText(progress(4));
  // A click beside everything leaves the focus on the page.
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('1');
  await expect(announced(page)).toHaveText(progress(5));
});

test('number keys are left to other controls, and to a reader who is past the question', async ({
  page,
}) => {
  await page.goto(QUIZ);
  await answer(page, 4);
  await expect(announced(page)).toHaveText(progress(2));
  const controls = page.locator('quiz-question').or(page.locator('header'));
  for (const control of [
    page.getByRole('checkbox', { name: words('question.numberKeys') }),
    page.getByRole('button', { name: words('question.back') }),
    page.getByRole('button', { name: words('question.next') }),
    controls.getByRole('link').first(),
  ]) {
    await control.focus();
    await page.keyboard.press('3');
    await expect(announced(page)).toHaveText(progress(2));
  }
  // A field for text, and one to choose in, wherever they may come from.
  for (const name of ['input', 'textarea', 'select'] as const) {
    await page.evaluate((tag) => {
      document.body.append(document.createElement(tag));
      document.body.querySelector<HTMLElement>(`:scope > ${tag}`)?.focus();
    }, name);
    await page.keyboard.press('3');
    await page.evaluate((tag) => document.body.querySelector(`:scope > ${tag}`)?.remove(), name);
  }
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(page.locator('body')).toBeFocused();
  await expect(question(page)).not.toBeInViewport();
  await page.keyboard.press('3');
  await expect(announced(page)).toHaveText(progress(2));
  await page.evaluate(() => scrollTo(0, 0));
  await expect(question(page)).toBeInViewport();
  await page.keyboard.press('3');
  await expect(announced(page)).toHaveText(progress(3));
});

test('number keys can be switched off, and stay off', async ({ page }) => {
  await page.goto(QUIZ);
  const box = page.getByRole('checkbox', { name: words('question.numberKeys') });
  await box.uncheck();
  await box.blur();
  await page.keyboard.press('3');
  await question(page).focus();
  await page.keyboard.press('3');
  await expect(question(page)).toHaveAccessibleName(endsWith(FIRST));
  await page.reload();
  await expect(box).not.toBeChecked();
  await page.keyboard.press('3');
  await expect(question(page)).toHaveAccessibleName(endsWith(FIRST));
});

test('number keys change nothing once the result is there', async ({ page }) => {
  await page.goto(QUIZ);
  await answerQuestions(page, 12);
  const headline = (await result(page).textContent()) ?? '';
  await page.locator('body').evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press('1');
  await expect(result(page)).toHaveText(headline);
  await page.reload();
  await expect(result(page)).toHaveText(headline);
});

test('Next without an answer says what to do', async ({ page }) => {
  await page.goto(QUIZ);
  await page.getByRole('button', { name: words('question.next') }).click();
  const group = page.getByRole('group', { name: endsWith(FIRST) });
  await expect(page.getByText(words('question.missing'))).toBeVisible();
  await expect(group).toHaveAccessibleDescription(beginsWith(words('question.missing')));
  await expect(page.getByRole('radio', { name: ANSWERS[0] ?? '' })).toBeFocused();
  await answer(page, 3);
  await expect(page.getByText(words('question.missing'))).toBeHidden();
});

test('Back, on the page and in the browser, returns with the answer, which can be changed', async ({
  page,
}) => {
  await page.goto(QUIZ);
  await answerQuestions(page, 4);
  await page.getByRole('button', { name: words('question.back') }).click();
  await expect(announced(page)).toHaveText(progress(4));
  await expect(question(page)).toBeFocused();
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(ANSWERS[4] ?? '');
  await page.goBack();
  await expect(announced(page)).toHaveText(progress(3));
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(ANSWERS[2] ?? '');
  await page.goForward();
  await expect(announced(page)).toHaveText(progress(4));
  await page.goBack();
  await answer(page, 1);
  await expect(announced(page)).toHaveText(progress(4));
  // What was answered after it is still there.
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(ANSWERS[4] ?? '');
  await page.getByRole('button', { name: words('question.next') }).click();
  await expect(announced(page)).toHaveText(progress(5));
});

test('whoever leaves and returns goes on where they stopped, or starts over', async ({ page }) => {
  await page.goto(QUIZ);
  await answerQuestions(page, 5);
  await page.goto('about:blank');
  await page.goto(QUIZ);
  await expect(page.getByText(words('question.resumed', { number: 6, count: 12 }))).toBeVisible();
  await expect(question(page)).not.toBeFocused();
  await page.getByRole('button', { name: words('question.back') }).click();
  await expect(announced(page)).toHaveText(progress(5));
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(ANSWERS[2] ?? '');
  await page.getByRole('button', { name: words('question.startOver') }).click();
  await expect(announced(page)).toHaveText(words('question.startedOver', { count: 12 }));
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.goto('about:blank');
  await page.goto(QUIZ);
  await expect(page.getByText(anyOf(words('question.resumed')))).toBeHidden();
});

test('a finished quiz is there again after the browser was closed', async ({ page, context }) => {
  await page.goto(QUIZ);
  await answerQuestions(page, 12);
  const headline = await result(page).textContent();
  await page.close();
  const later = await context.newPage();
  await later.goto(QUIZ);
  await expect(result(later)).toHaveText(headline ?? '');
});

const STORAGES = {
  blocked: () => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  },
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  },
  'full of rubbish': () => {
    // Firefox runs it in the empty tab too, which has no storage.
    if (origin === 'null') return;
    if (!sessionStorage.length) localStorage.setItem('second-thoughts:quiz', '{"answers":[9,null');
    sessionStorage.setItem('once', '1');
  },
};

for (const [state, arrange] of Object.entries(STORAGES)) {
  test(`a storage that is ${state} changes nothing`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript(arrange);
    await page.goto(QUIZ);
    await answerQuestions(page, 6);
    await page.reload();
    await answerQuestions(page, 6, 7);
    await expect(result(page)).toBeVisible();
    expect(errors).toEqual([]);
  });
}

test('an answer tapped before the script has come is taken when it comes', async ({ page }) => {
  const script = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await script.promise;
    await route.continue();
  });
  await page.goto(QUIZ, { waitUntil: 'commit' });
  await answer(page, 5);
  await expect(page.getByRole('radio', { name: ANSWERS[4] ?? '' })).toBeChecked();
  script.resolve();
  await expect(announced(page)).toHaveText(progress(2));
});
