import type { Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { beginsWith, writtenIn } from '../../written.ts';
import { ANSWERS, announced, progress, QUIZ, question, result, words } from './quiz.ts';

/** The phone that the look is drawn on, and the smallest. */
const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
];

/** Two between with a browser's bars, where the same taps lead the same way. */
const WITH_BARS = [
  { width: 375, height: 553 },
  { width: 360, height: 640 },
];

const group = (page: Page) => page.getByRole('group', { name: beginsWith(words('question.stem')) });

/** Where the answers stand in the window, and whether the question and all of them are in it. */
const places = (page: Page) =>
  group(page).evaluate((element) => {
    const boxes = [...element.querySelectorAll('input')].map((row) => row.getBoundingClientRect());
    return {
      rows: boxes.map(({ top, height }) => [Math.round(top), Math.round(height)]),
      inSight:
        element.getBoundingClientRect().top >= 0 &&
        boxes.every(({ top, bottom }) => top >= 0 && bottom <= innerHeight),
    };
  });

for (const viewport of PHONES) {
  test.describe(`on a phone of ${viewport.width} x ${viewport.height}`, () => {
    test.use({ viewport, hasTouch: true, isMobile: true });

    test('the quiz takes twelve taps and no scroll, and the answers stay where they are', async ({
      page,
    }) => {
      await page.goto(QUIZ);
      await page.locator('career-quiz:defined').waitFor();
      const first = await places(page);
      for (let number = 1; number <= 12; number++) {
        await expect(page.getByText(progress(number)).last()).toBeVisible();
        expect(await places(page)).toEqual({ rows: first.rows, inSight: true });
        // Where the thumb was before; as a locator, it would be scrolled to.
        const [top = 0, height = 0] = first.rows[number % first.rows.length] ?? [];
        await expect(group(page)).not.toContainClass('settling');
        await page.touchscreen.tap(viewport.width / 2, top + height / 2);
        await expect(page.getByText(progress(number)).last()).toBeHidden();
      }
      await expect(result(page)).toBeFocused();
      await expect(result(page)).toBeInViewport({ ratio: 1 });
    });
  });
}

for (const viewport of [...PHONES, ...WITH_BARS]) {
  test.describe(`on a phone of ${viewport.width} x ${viewport.height}`, () => {
    test.use({ viewport, hasTouch: true, isMobile: true });

    test('no question moves the answers, whichever is asked', async ({ page }) => {
      await page.goto(QUIZ);
      const first = await places(page);
      expect(first.inSight).toBe(true);
      const activity = question(page).locator('[data-part=activity]');
      const written = writtenIn('quiz/questions.yaml');
      for (let index = 0; index < 24; index++) {
        const text = written(`${index}.text`).replace(/\.$/, '');
        await activity.evaluate((element, it) => element.replaceChildren(it), text);
        expect(await places(page), text).toEqual(first);
      }
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap leaves nothing behind that looks like an answer', async ({ page }) => {
    await page.goto(QUIZ);
    const looks = () =>
      group(page)
        .getByRole('radio')
        .evaluateAll((all) =>
          all.map((row) => {
            const { borderColor, backgroundColor } = getComputedStyle(row);
            return `${borderColor} ${backgroundColor}`;
          }),
        );
    const before = await looks();
    await page.getByRole('radio', { name: ANSWERS[1] ?? '', exact: true }).tap();
    await expect(announced(page)).toHaveText(progress(2));
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    expect(await looks()).toEqual(before);
  });

  test('nothing is said of keys, and none of those that cannot be switched off answers', async ({
    page,
  }) => {
    await page.goto(QUIZ);
    await expect(page.getByText(words('question.how'))).toBeVisible();
    await expect(page.getByText(words('question.howKeys'))).toBeHidden();
    await expect(page.getByRole('checkbox', { name: words('question.numberKeys') })).toBeHidden();
    await page.keyboard.press('3');
    await expect(announced(page)).toHaveText('');
    await page.getByRole('radio', { name: ANSWERS[3] ?? '', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(announced(page)).toHaveText(progress(2));
  });

  for (const [what, viewport, size] of [
    ['at twice the size of letters', { width: 390, height: 844 }, '200%'],
    ['held sideways', { width: 844, height: 390 }, '100%'],
    ['small and held sideways', { width: 568, height: 320 }, '100%'],
  ] as const) {
    test(`${what}, nothing overlaps and the quiz works`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(QUIZ);
      await page.evaluate((it) => {
        document.documentElement.style.setProperty('font-size', it);
      }, size);
      const parts = page.locator('.progress > *, .asked > *, .answer, .steps, .choices');
      await expect(question(page)).toBeVisible();
      for (let number = 1; number <= 3; number++) {
        const boxes = await parts.evaluateAll((all) =>
          all
            .map((part) => part.getBoundingClientRect())
            .filter(({ height }) => height > 0)
            .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
        );
        for (const [index, a] of boxes.entries()) {
          expect(a.right).toBeLessThanOrEqual(viewport.width);
          for (const b of boxes.slice(index + 1)) {
            const apart =
              a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            expect(apart, `${JSON.stringify(a)} and ${JSON.stringify(b)}`).toBe(true);
          }
        }
        await page.getByRole('radio', { name: ANSWERS[3] ?? '', exact: true }).tap();
        await expect(announced(page)).toHaveText(progress(number + 1));
      }
    });
  }
});
