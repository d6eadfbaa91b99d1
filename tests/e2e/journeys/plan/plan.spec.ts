import type { Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { look, WIDE, WIDTHS } from '../../views.ts';
import { beginsWith, fixedPart, writtenIn } from '../../written.ts';
import { planPath, stored } from './tools.ts';

const formsWords = writtenIn('forms.yaml');
const planWords = writtenIn('plan/plan.yaml');
const slotsWords = writtenIn('messages/slots.yaml');
const sayItWords = writtenIn('plan/say-it.yaml');
const signedWords = writtenIn('plan/signed.yaml');
const actsWords = writtenIn('plan/acts.yaml');
const anotherOfferWords = writtenIn('messages/another-offer.yaml');
const channelsWords = writtenIn('messages/channels.yaml');
const studentOrInternWords = writtenIn('messages/student-or-intern.yaml');
const tellByWords = writtenIn('plan/tell-by.yaml');
const decideWords = writtenIn('plan/decide.yaml');

/** The first line of an email to the person that `fillIn` names. */
const [greeting = ''] = channelsWords('email.frame', { recipient: 'Ms. Rivera' }).split('\n');

const jobTitle = (page: Page) => page.getByRole('textbox', { name: slotsWords('role.label') });
const yourName = (page: Page) => page.getByRole('textbox', { name: slotsWords('sender.label') });
const link = (page: Page) => page.getByRole('textbox', { name: planWords('page.keep.link') });
const steps = (page: Page) => page.getByRole('navigation', { name: planWords('page.contents') });

/** Opens the plan and goes to the composer, whose script comes as it comes near. */
async function openPlan(page: Page, fragment = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(planPath() + fragment);
  await page.locator('#step-say-it').scrollIntoViewIfNeeded();
  await page.locator('say-it:defined').waitFor();
}

async function fillIn(page: Page): Promise<void> {
  await page
    .getByRole('combobox', { name: sayItWords('fields.country.label') })
    .selectOption('United States');
  await page.getByRole('textbox', { name: slotsWords('recipient.label') }).fill('Ms. Rivera');
  await yourName(page).fill('Alex Morgan');
  await jobTitle(page).fill('Data Analyst');
}

test('on a wide screen the steps stay beside the tools and show where one is', async ({ page }) => {
  await look(page, WIDE);
  await openPlan(page);
  for (const step of ['after', 'signed']) {
    const way = steps(page).getByRole('link', { name: planWords(`steps.${step}.name`) });
    await way.click();
    await expect(way).toHaveAttribute('aria-current', 'location');
    await expect(steps(page).locator('[aria-current]')).toHaveCount(1);
    await expect(steps(page)).toBeInViewport({ ratio: 1 });
  }
});

test('the plan shows how far it is', async ({ page }) => {
  await openPlan(page);
  await expect(steps(page).getByText(planWords('page.notStarted'))).toHaveCount(5);
  await jobTitle(page).fill('Data Analyst');
  await expect(steps(page)).toContainText(
    sayItWords('summaryUnfilled', {
      situation: anotherOfferWords('title'),
      channel: channelsWords('email.title').toLowerCase(),
      blanks: `[${slotsWords('sender.label')}]`,
    }),
  );
  await expect(steps(page)).toContainText(planWords('page.progress', { done: '0', count: '5' }));
  await fillIn(page);
  await expect(steps(page)).toContainText(planWords('page.progress', { done: '1', count: '5' }));
  await steps(page)
    .getByRole('link', { name: planWords('steps.after.name') })
    .click();
  await expect(
    page.getByRole('heading', { name: planWords('steps.after.name'), exact: true }),
  ).toBeInViewport();
});

test('an outcome leads to the composer on the same page, which takes it over', async ({ page }) => {
  await page.goto(planPath());
  await page.locator('#step-signed').scrollIntoViewIfNeeded();
  await page.locator('what-signed:defined').waitFor();
  const signed = page.locator('what-signed');
  await signed.getByLabel(signedWords('fields.country.label')).selectOption('Switzerland');
  await signed.getByRole('radio', { name: sayItWords('fields.accepted.options.said') }).check();
  await signed.getByRole('button', { name: signedWords('clauses.rest.no') }).click();
  await signed.getByRole('button', { name: signedWords('submit') }).click();
  await signed.getByRole('link', { name: actsWords('notice.next.0.label') }).click();
  await expect(
    page.getByRole('combobox', { name: sayItWords('fields.country.label') }),
  ).toHaveValue('ch');
  await expect(page.getByRole('region', { name: sayItWords('outcome') })).toContainText(
    fixedPart(writtenIn('messages/acts.yaml')('notice.words')),
  );
  await expect(page).toHaveURL(planPath());
});

test('a link holds the answers, and names only if the reader chooses so', async ({ page }) => {
  await openPlan(page);
  await page
    .getByRole('combobox', { name: sayItWords('fields.situation.label') })
    .selectOption(studentOrInternWords('title'));
  await fillIn(page);
  const discreet = new URL(await link(page).inputValue());
  expect(decodeURIComponent(discreet.hash)).not.toMatch(/Alex|Rivera|Analyst/);
  await page.getByRole('checkbox', { name: planWords('page.keep.withNames') }).check();
  const open = new URL(await link(page).inputValue());
  expect(open.hash).toContain('Alex+Morgan');

  await openPlan(page, discreet.hash);
  await expect(page.getByText(planWords('page.sharedPlan'))).toBeVisible();
  await expect(
    page.getByRole('combobox', { name: sayItWords('fields.situation.label') }),
  ).toHaveValue('student-or-intern');
  await expect(yourName(page)).toHaveValue('');
  await openPlan(page, open.hash);
  await expect(yourName(page)).toHaveValue('Alex Morgan');
  expect(await stored(page)).toBeNull();
});

test('a link does not replace a plan that is kept, unless the reader asks for it', async ({
  page,
}) => {
  await openPlan(page);
  await fillIn(page);
  await page
    .locator('say-it')
    .getByRole('checkbox', { name: formsWords('keep.label') })
    .check();
  const fragment = '#plan1?say-it.situation=student-or-intern&say-it.role=Intern&end=1';
  await openPlan(page, fragment);
  await expect(page.getByText(planWords('page.otherPlan'))).toBeVisible();
  await expect(jobTitle(page)).toHaveValue('Data Analyst');
  await page.getByRole('button', { name: planWords('page.takePlan') }).click();
  await expect(jobTitle(page)).toHaveValue('Intern');
});

for (const { what, fragment, told } of [
  {
    what: 'is cut off',
    fragment: '#plan1?say-it.role=Intern',
    told: planWords('page.cutOffLink'),
  },
  {
    what: 'is too old',
    fragment: '#plan0?say-it.role=Intern&end=1',
    told: planWords('page.oldLink'),
  },
]) {
  test(`a link that ${what} says so`, async ({ page }) => {
    await openPlan(page, fragment);
    await expect(page.getByText(told)).toBeVisible();
  });
}

test('one button wipes everything', async ({ page }) => {
  await openPlan(page, '#plan1?say-it.role=Intern&end=1');
  await expect(jobTitle(page)).toHaveValue('Intern');
  await page
    .locator('say-it')
    .getByRole('checkbox', { name: formsWords('keep.label') })
    .check();
  expect(await stored(page)).toContain('Intern');
  await page.getByRole('button', { name: planWords('page.keep.wipe') }).click();
  await expect(page.getByText(planWords('page.wiped'))).toBeVisible();
  await expect(jobTitle(page)).toHaveValue('');
  expect(await stored(page)).toBeNull();
  expect(page.url()).not.toContain('#');
  await expect(link(page)).not.toHaveValue(/Intern/);
});

test('answers that are kept are there on every page of the plan', async ({ page }) => {
  await page.goto(planPath('say-it'));
  await page.locator('say-it:defined').waitFor();
  await fillIn(page);
  await page.getByRole('checkbox', { name: formsWords('keep.label') }).check();
  await page.goto(planPath());
  await expect(steps(page)).toContainText(planWords('page.progress', { done: '1', count: '5' }));
  await expect(steps(page)).toContainText(
    sayItWords('summary', {
      situation: anotherOfferWords('title'),
      channel: channelsWords('email.title').toLowerCase(),
    }),
  );
});

test('a plan prints what it holds, and an empty one its paper version', async ({ page }) => {
  await openPlan(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(sayItWords('paper.lead'))).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await fillIn(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(sayItWords('paper.lead'))).toBeHidden();
  await expect(page.getByText(greeting)).toBeVisible();
  await expect(
    page.getByRole('heading', { name: planWords('steps.say-it.name'), exact: true }),
  ).toBeVisible();
  await expect(
    page.getByRole('heading', { name: planWords('steps.decide.name'), exact: true }),
  ).toBeHidden();
  await expect(page.getByRole('button', { name: planWords('page.keep.wipe') })).toBeHidden();
});

/** Counts the times that the page asks the browser to print, and prints nothing. */
async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let prints = 0;
    window.print = () => {
      prints += 1;
      document.documentElement.dataset['prints'] = String(prints);
    };
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['prints'] ?? 0));
}

const worksheets = (page: Page) => page.getByRole('group', { name: planWords('page.print.which') });

for (const view of WIDTHS) {
  test(`an unused plan asks which worksheets to print, and prints them: ${view.name}`, async ({
    page,
  }) => {
    await look(page, view);
    await page.clock.setFixedTime(new Date('2031-05-06T23:30:00'));
    const prints = await countPrints(page);
    await page.goto(planPath());
    const print = page.getByRole('button', { name: planWords('page.print.button'), exact: true });
    await expect(print).toBeInViewport();
    await print.click();
    await expect(worksheets(page)).toBeFocused();
    await expect(worksheets(page)).toContainText(/about \d+ pages/);
    expect(await prints()).toBe(0);
    await worksheets(page)
      .getByRole('button', { name: beginsWith(planWords('steps.tell-by.worksheet')) })
      .click();
    expect(await prints()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await expect(
      page.getByText(planWords('page.print.printed', { day: 'May 6, 2031' })),
    ).toBeVisible();
    await expect(
      page.getByRole('heading', { name: tellByWords('paper.hand.title') }),
    ).toBeVisible();
    await expect(page.getByText(decideWords('paper.lead'))).toBeHidden();
    await expect(page.getByText(signedWords('paper.lead'))).toBeHidden();
    await expect(print).toBeHidden();
    // Printed: from here on the browser's own command prints all of it again.
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(page.getByText(decideWords('paper.lead'))).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await worksheets(page)
      .getByRole('button', { name: beginsWith(planWords('page.print.all')) })
      .click();
    expect(await prints()).toBe(2);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(decideWords('paper.lead'))).toBeVisible();
    await expect(
      page.getByRole('heading', { name: tellByWords('paper.hand.title') }),
    ).toBeVisible();
  });
}

test('a used plan prints what was used at once, with its day', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2031-05-06T10:00:00'));
  const prints = await countPrints(page);
  await openPlan(page);
  await page.getByRole('button', { name: planWords('page.print.button'), exact: true }).click();
  await expect(worksheets(page)).toBeVisible();
  await fillIn(page);
  await page.getByRole('button', { name: planWords('page.print.button'), exact: true }).click();
  await expect(worksheets(page)).toBeHidden();
  await expect.poll(prints).toBe(1);
  await page.emulateMedia({ media: 'print' });
  await expect(
    page.getByText(planWords('page.print.printed', { day: 'May 6, 2031' })),
  ).toBeVisible();
  await expect(page.getByText(greeting)).toBeVisible();
  await expect(page.getByText(decideWords('paper.lead'))).toBeHidden();
});

test('answers without an outcome are nothing to print, so that worksheets are offered', async ({
  page,
}) => {
  const prints = await countPrints(page);
  await page.goto(planPath());
  await page.locator('#step-signed').scrollIntoViewIfNeeded();
  await page.locator('what-signed:defined').waitFor();
  await page
    .locator('what-signed')
    .getByLabel(signedWords('fields.country.label'))
    .selectOption('Switzerland');
  await page.getByRole('button', { name: planWords('page.keep.print') }).click();
  await expect(worksheets(page)).toBeFocused();
  expect(await prints()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(decideWords('paper.lead'))).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the plan has no dead button, and prints its worksheets', async ({ page }) => {
    await page.goto(planPath());
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(decideWords('paper.lead'))).toBeVisible();
    await expect(
      page.getByText(beginsWith(fixedPart(planWords('page.print.printed')))),
    ).toBeHidden();
  });
});
