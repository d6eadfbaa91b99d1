import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { at, readBuilt } from '../built-site.ts';
import { onePageOfEachKind } from '../kinds-of-pages.ts';
import { PLAIN_HTTP_HOST } from '../plain-http.ts';
import { everyState } from '../states.ts';
import { expect, test as onLocalhost } from '../test.ts';
import { beginsWith, fixedPart, writtenIn } from '../written.ts';
import { FLAGSHIP } from './flagship.ts';
import { weigh } from './plan/decision.ts';
import { openTool, planPath, stored } from './plan/tools.ts';
import { finish, QUIZ, result } from './quiz/quiz.ts';

/** The end of an email, above the name. */
const signOff = fixedPart(writtenIn('messages/channels.yaml')('email.frame'));

const formsWords = writtenIn('forms.yaml');
const signedWords = writtenIn('plan/signed.yaml');
const tellByWords = writtenIn('plan/tell-by.yaml');
const decideWords = writtenIn('plan/decide.yaml');
const sayItWords = writtenIn('plan/say-it.yaml');
const afterWords = writtenIn('plan/after.yaml');
const planWords = writtenIn('plan/plan.yaml');
const readingWords = writtenIn('reading.yaml');
const quizWords = writtenIn('quiz/quiz.yaml');
const newsletterWords = writtenIn('newsletter.yaml');

/** The site as a phone in the same network sees it, where browsers leave out what needs a secure context. */
const test = onLocalhost.extend<{ errors: string[] }>({
  baseURL: async ({ baseURL }, use) => {
    const address = new URL(baseURL ?? '');
    address.hostname = PLAIN_HTTP_HOST;
    await use(address.origin);
  },
  errors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await use(errors);
      expect(await page.evaluate(() => isSecureContext)).toBe(false);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** Presses whatever can be pressed in the page, also what the presses bring up. Leaves no page. */
async function pressEverything(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // Scripts take over after the first paint; a form that is pressed before goes its way without them.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    probe.unfold();
    const pressed = new Set<Element>();
    const next = () =>
      [...document.querySelectorAll<HTMLElement>('main button, main [type=checkbox]')].find(
        (control) =>
          !pressed.has(control) &&
          probe.isVisible(control) &&
          // They lead to another page: one loads it anew, one posts the token of a link, one searches.
          !control.matches('[data-do=retry], .press button, [action$="/search/"] button'),
      );
    for (let control = next(); control; control = next()) {
      pressed.add(control);
      control.click();
      // What a press does may wait for a file or for the browser's consent.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return pressed.size;
  });
}

/** The first bytes of what a press of the button saves, as text. */
async function savedBy(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return readFile(await (await download).path(), 'latin1');
}

/** What is selected in the page, or in the field that has the focus. */
const selected = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLInputElement
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : String(getSelection());
  });

/** As pages that scripts have nothing to do in have nothing to press. */
const PRESSED = everyState(
  onePageOfEachKind().filter(({ file }) => /<button/.test(readBuilt(file))),
);

/** So many one after the other in one page, as opening one costs more than the presses. */
const IN_A_ROW = 7;

for (let first = 0; first < PRESSED.length; first += IN_A_ROW) {
  const states = PRESSED.slice(first, first + IN_A_ROW);
  test(`everything can be pressed without an error: ${states.map(({ name }) => name).join('; ')}`, async ({
    page,
    errors,
  }) => {
    for (const { name, open } of states) {
      await open(page);
      await pressEverything(page);
      expect(errors, name).toEqual([]);
      // What was kept is not what the next one finds.
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
    }
  });
}

test('there is much to press', async ({ page }) => {
  await openTool(page, 'say-it');
  expect(await pressEverything(page)).toBeGreaterThan(5);
});

test('Tell them by: the day goes into a calendar', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-02-25T10:00:00'));
  await openTool(page, 'tell-by');
  await page.getByLabel(signedWords('fields.country.label')).selectOption('United Kingdom');
  await page.getByLabel(tellByWords('fields.start.label')).fill('2026-03-16');
  await page.getByRole('radio', { name: tellByWords('fields.notice.options.unknown') }).check();
  await page.getByRole('button', { name: tellByWords('submit') }).click();
  const files = [
    await savedBy(page, tellByWords('calendar.button')),
    await savedBy(page, tellByWords('calendar.button')),
  ];
  const uids = files.map((file) => /\r\nUID:(\d+(?:-\d+){3})\r\n/.exec(file)?.[1]);
  expect(uids).not.toContain(undefined);
  // Two events, so that a calendar does not take one for the other.
  expect(new Set(uids).size).toBe(2);
});

test('Decide: the reminder goes into a calendar', async ({ page }) => {
  await openTool(page, 'decide');
  await weigh(page);
  expect(await savedBy(page, decideWords('outcome.sleep.button'))).toMatch(/^BEGIN:VCALENDAR\r\n/);
});

test('Say it: a message is saved as text and as a letter, and selected to be copied', async ({
  page,
}) => {
  await openTool(page, 'say-it');
  await page
    .getByRole('combobox', { name: sayItWords('fields.country.label') })
    .selectOption('United States');
  await page.getByText(sayItWords('folds.ways'), { exact: true }).click();
  expect(await savedBy(page, sayItWords('saveText'))).toContain(signOff);
  expect(await savedBy(page, sayItWords('saveLetter'))).toMatch(/^\{\\rtf/);
  await page.getByRole('button', { name: sayItWords('copy') }).click();
  const message = page.getByRole('region', { name: sayItWords('outcome') });
  await expect(message).toContainText(sayItWords('copyFailed'));
  expect(await selected(page)).toContain(signOff);
});

test('After, and the plan: answers are kept, and its link is selected to be copied', async ({
  page,
}) => {
  await openTool(page, 'after');
  await page.getByRole('checkbox', { name: afterWords('groups.0.items.2.text') }).check();
  await page.getByRole('checkbox', { name: formsWords('keep.label') }).check();
  expect(await stored(page)).not.toBeNull();
  await page.goto(planPath());
  await page.locator('after-list:defined').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: planWords('page.keep.copy') }).click();
  await expect(page.getByText(planWords('page.copyFailed'))).toBeVisible();
  expect(await selected(page)).toMatch(/#plan1\?/);
});

test('A card: the message is selected to be copied', async ({ page }) => {
  await page.goto(FLAGSHIP);
  const card = page.locator('copy-message').first();
  await card.getByRole('button', { name: readingWords('message.copyMessage') }).click();
  await expect(card.getByRole('status')).toHaveText(beginsWith(readingWords('message.refused')));
  expect(await selected(page)).not.toBe('');
});

test('The quiz: its result is kept, saved as a picture, and its link selected', async ({
  page,
}) => {
  await finish(page);
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeHidden();
  await page.getByRole('button', { name: quizWords('keeping.copy') }).click();
  await expect(page.getByText(quizWords('keeping.copyFailed'))).toBeVisible();
  expect(await selected(page)).toMatch(/#q1-/);
  expect(await savedBy(page, quizWords('keeping.picture'))).toMatch(/^\x89PNG/);
  await page.getByRole('combobox', { name: quizWords('comparison.label') }).fill('nurse');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await page.goto(QUIZ);
  await expect(result(page)).toBeVisible();
});

test('The newsletter: a mistake is told in place, and a sign-up taken', async ({ page }) => {
  await page.goto(at('/newsletter/'));
  const field = page.getByRole('textbox', { name: newsletterWords('form.label') });
  const answer = page.locator('subscribe-form').getByRole('status');
  await field.fill('nobody');
  await page.getByRole('button', { name: newsletterWords('form.button') }).click();
  await expect(answer).toContainText('@');
  await field.fill('ada@example.com');
  await page.getByRole('button', { name: newsletterWords('form.button') }).click();
  await expect(answer).toHaveText(newsletterWords('form.check', { email: 'ada@example.com' }));
});
