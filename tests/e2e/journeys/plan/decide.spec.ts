import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { look, WIDTHS } from '../../views.ts';
import { beginsWith, endsWith, writtenIn } from '../../written.ts';
import { choice, mark, weigh } from './decision.ts';
import { folded, openTool, planPath, stored } from './tools.ts';

const decideWords = writtenIn('plan/decide.yaml');
const formsWords = writtenIn('forms.yaml');

const ACCEPTED = decideWords('names.accepted.default');
const OTHER = decideWords('against.choices.offer.name');
const ahead = (leader: string) => decideWords('outcome.balance.clear.title', { leader });

const outcome = (page: Page) => page.locator('decide-tool .outcome');
const headline = (page: Page) => outcome(page).getByRole('heading', { level: 3 });

for (const view of WIDTHS) {
  test(`two offers are weighed, and what is not in hand comes first (${view.name})`, async ({
    page,
  }) => {
    await look(page, view);
    await openTool(page, 'decide');
    await weigh(page);
    await expect(outcome(page).getByText(decideWords('outcome.title'))).toBeVisible();
    await expect(headline(page)).toHaveText(decideWords('outcome.hand.offer.title'));
    await expect(headline(page).locator('mark')).toBeVisible();
    await expect(headline(page)).toBeFocused();
    await expect(
      outcome(page).getByText(beginsWith(decideWords('outcome.hand.offer.text'))),
    ).toBeVisible();
    await expect(outcome(page)).toContainText(decideWords('gate.offer.boxes.4.ask'));
    await expect(outcome(page)).toContainText(ahead(OTHER));
    await expect(outcome(page)).toContainText(
      `${decideWords('outcome.unfinished.text')} ${decideWords('rows.criteria.2.label')}`,
    );
    await expect(
      outcome(page).getByText(
        decideWords('outcome.tip.one', {
          row: decideWords('rows.criteria.1.label'),
          leader: OTHER,
        }),
      ),
    ).toBeVisible();
    await folded(page, decideWords('outcome.table.title')).locator('summary').click();
    await expect(
      outcome(page).getByRole('row', { name: `${decideWords('outcome.table.sum')} 3 15` }),
    ).toBeVisible();
    await expect(outcome(page)).toContainText('I met the team twice');
  });
}

test('the outcome follows what is changed, and the names that sides get', async ({ page }) => {
  await openTool(page, 'decide');
  await weigh(page);
  for (const box of [1, 2, 3, 4]) {
    const name = decideWords(`gate.offer.boxes.${box}.label`);
    await page.getByRole('checkbox', { name }).check();
  }
  await expect(outcome(page)).not.toContainText(decideWords('outcome.hand.offer.title'));
  await expect(outcome(page)).toContainText(decideWords('outcome.hand.offer.inHand'));
  const rows = folded(page, decideWords('outcome.table.title'));
  await rows.locator('summary').click();
  await page.getByRole('textbox', { name: decideWords('names.other.label') }).fill('Pier');
  await expect(choice(page, decideWords('rows.criteria.1.label'), 'Pier')).toBeVisible();
  await expect(headline(page)).toHaveText(ahead('Pier'));
  await expect(headline(page).locator('mark')).toHaveText('Pier');
  // What was unfolded stays so, and the rest stays folded.
  await expect(rows).toHaveAttribute('open');
  await expect(outcome(page).locator('details[open]')).toHaveCount(1);
  await choice(page, decideWords('rows.criteria.1.label'), 'Pier').selectOption('2');
  await expect(outcome(page)).toContainText(
    decideWords('outcome.balance.close.text', { leader: ACCEPTED }),
  );
  await choice(page, decideWords('rows.criteria.0.label'), 'Pier').selectOption('5');
  await expect(headline(page)).toHaveText(decideWords('outcome.balance.nothing-differs.title'));
  await expect(page.locator('[data-tool=decide] [data-part=status]')).toHaveText(
    decideWords('outcome.summary', {
      balance: decideWords('outcome.balance.nothing-differs.title'),
    }),
  );
});

test('each comparison has its own questions', async ({ page }) => {
  await openTool(page, 'decide');
  const gate = (name: string) => page.getByRole('group', { name });
  await expect(gate(decideWords('gate.offer.legend'))).toBeHidden();
  await page.getByRole('radio', { name: decideWords('against.choices.stay.label') }).check();
  await expect(gate(decideWords('gate.stay.legend'))).toBeVisible();
  await expect(
    choice(page, decideWords('rows.criteria.1.label'), decideWords('against.choices.stay.name')),
  ).toBeVisible();
  await page.getByRole('radio', { name: decideWords('against.choices.none.label') }).check();
  await expect(gate(decideWords('gate.stay.legend'))).toBeHidden();
  await page.getByRole('button', { name: decideWords('button') }).click();
  await expect(outcome(page)).toContainText(decideWords('outcome.balance.empty.title'));
  await expect(outcome(page)).not.toContainText(decideWords('outcome.hand.stay.title'));
});

test('the keyboard alone weighs, and shows the outcome', async ({ page }) => {
  await openTool(page, 'decide');
  await page.getByRole('radio', { name: decideWords('against.choices.offer.label') }).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'Tab', 'Tab', 'Tab']) {
    await page.keyboard.press(key);
  }
  await expect(
    page.getByRole('radio', { name: decideWords('against.choices.none.label') }),
  ).toBeChecked();
  await expect(
    choice(page, decideWords('rows.criteria.0.label'), decideWords('rows.weight')),
  ).toBeFocused();
  await page.keyboard.type('Most');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Very');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Poor');
  await page.getByRole('button', { name: decideWords('button') }).focus();
  await page.keyboard.press('Enter');
  await expect(headline(page)).toHaveText(ahead(ACCEPTED));
  await expect(headline(page)).toBeFocused();
  await expect(outcome(page)).toContainText(decideWords('outcome.oneRow'));
});

test('what is wrong is said at its field, and nothing typed is lost', async ({ page }) => {
  await openTool(page, 'decide');
  const novel = 'It was a dark and stormy night. '.repeat(80);
  const tooLong = decideWords('mistakes.long', { limit: 2000, count: novel.trim().length });
  const facts = page.getByRole('textbox', {
    name: decideWords('facts.cons', { side: ACCEPTED }),
  });
  await facts.fill(novel);
  await page.getByRole('button', { name: decideWords('button') }).click();
  const problem = page.getByRole('alert', { name: formsWords('problem') });
  await expect(problem).toBeFocused();
  await expect(problem.getByRole('link')).toHaveText([decideWords('mistakes.against'), tooLong]);
  await expect(outcome(page)).toBeHidden();
  await expect(facts).toHaveValue(novel);
  await expect(facts).toHaveAccessibleDescription(endsWith(tooLong));
  await problem.getByRole('link').first().click();
  await expect(
    page.getByRole('radio', { name: decideWords('against.choices.offer.label') }),
  ).toBeFocused();
});

test('a reminder for tomorrow names nothing that others should not see', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2028-02-28T23:30:00'));
  await openTool(page, 'decide');
  await page
    .getByRole('textbox', { name: decideWords('names.other.label'), exact: true })
    .fill('Harbor Data');
  await page.getByRole('radio', { name: decideWords('against.choices.offer.label') }).check();
  await page.getByRole('button', { name: decideWords('button') }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: decideWords('outcome.sleep.button') }).click();
  const download = await saving;
  const text = await readFile(await download.path(), 'utf8');
  expect(download.suggestedFilename()).toBe('ten-minutes.ics');
  expect(text).toContain('\r\nDTSTART:20280229T090000\r\n');
  expect(text).toContain(`\r\nSUMMARY:${decideWords('reminder.title')}\r\n`);
  expect(text).not.toMatch(/Harbor|offer/i);
  await expect(outcome(page).getByRole('status')).toHaveText(
    beginsWith(decideWords('outcome.sleep.saved')),
  );
});

test('nothing is kept unless asked, and a row without a name counts', async ({ page }) => {
  await openTool(page, 'decide');
  await weigh(page);
  await mark(page, decideWords('rows.own.own-1'), { weight: '2', accepted: '1', other: '5' });
  expect(await stored(page)).toBeNull();
  await page.getByRole('checkbox', { name: formsWords('keep.label') }).check();
  await page.reload();
  await folded(page, decideWords('outcome.table.title')).locator('summary').click();
  await expect(
    outcome(page).getByRole('row', { name: `${decideWords('rows.own.own-1')} 0 8` }),
  ).toBeVisible();
});

test('the outcome prints, and an untouched form prints its paper version', async ({ page }) => {
  await openTool(page, 'decide');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(decideWords('paper.lead'))).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await weigh(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(decideWords('paper.lead'))).toBeHidden();
  await expect(outcome(page)).toContainText('I met the team twice');
  await expect(page.getByText(decideWords('outcome.sleep.button'))).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the comparison is a sheet to fill in by hand', async ({ page }) => {
    await page.goto(planPath('decide'));
    await expect(page.getByText(decideWords('paper.lead'))).toBeVisible();
    await expect(
      page.getByRole('rowheader', { name: decideWords('rows.criteria.5.label') }),
    ).toBeVisible();
    await expect(
      page.getByRole('radio', { name: decideWords('against.choices.offer.label') }),
    ).toBeHidden();
  });
});
