import { expect, test } from '../../test.ts';
import { look, WIDTHS } from '../../views.ts';
import { beginsWith, writtenIn } from '../../written.ts';
import { openTool, planPath, stored } from './tools.ts';

const formsWords = writtenIn('forms.yaml');
const afterWords = writtenIn('plan/after.yaml');

for (const view of WIDTHS) {
  test(`the list counts what is done and says what is next (${view.name})`, async ({ page }) => {
    await look(page, view);
    await openTool(page, 'after');
    await expect(
      page.getByText(afterWords('progress', { done: '0', count: '19' }), { exact: true }),
    ).toBeVisible();
    await page
      .getByRole('checkbox', { name: beginsWith(afterWords('groups.0.items.0.text')) })
      .check();
    await page
      .getByRole('checkbox', { name: beginsWith(afterWords('groups.1.items.3.when')) })
      .check();
    const progress = page.getByRole('progressbar', {
      name: afterWords('progress', { done: '2', count: '19' }),
    });
    await expect(progress).toBeVisible();
    await expect(progress).toHaveAttribute('value', '2');
    // What is next says whom it concerns.
    const when = afterWords('when', { when: afterWords('groups.0.items.1.when') });
    const item = `${when} ${afterWords('groups.0.items.1.text')}`;
    await expect(page.getByText(afterWords('next', { item }))).toBeVisible();
    const done = afterWords('groupProgress', { done: 1, count: 6 });
    const day = page.getByRole('group', { name: `${afterWords('groups.1.title')} ${done}` });
    await expect(day).toBeVisible();
  });
}

test('the keyboard alone ticks it off, to the end', async ({ page }) => {
  await openTool(page, 'after');
  for (const box of await page.getByRole('group').getByRole('checkbox').all()) {
    await box.focus();
    await page.keyboard.press('Space');
  }
  await expect(
    page.getByText(afterWords('progress', { done: '19', count: '19' }), { exact: true }).first(),
  ).toBeVisible();
  await expect(page.getByText(afterWords('allDone'))).toBeVisible();
});

test('ticks are kept where the reader asks for it', async ({ page }) => {
  await openTool(page, 'after');
  const reply = page.getByRole('checkbox', { name: afterWords('groups.0.items.2.text') });
  await reply.check();
  expect(await stored(page)).toBeNull();
  await page.getByRole('checkbox', { name: formsWords('keep.label') }).check();
  await page.reload();
  await expect(reply).toBeChecked();
});

test('it prints with its ticks, and empty where nothing is ticked', async ({ page }) => {
  await openTool(page, 'after');
  const reply = page.getByRole('checkbox', { name: afterWords('groups.0.items.2.text') });
  const paper = page.locator('.after-paper').first();
  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeVisible();
  await expect(reply).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await reply.check();
  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeHidden();
  await expect(reply).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the list can be read, with its sources', async ({ page }) => {
    await page.goto(planPath('after'));
    await expect(page.getByRole('heading', { name: afterWords('groups.2.title') })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Kansas Department of Labor' })).toBeVisible();
    await expect(page.getByRole('checkbox').first()).toBeHidden();
  });
});
