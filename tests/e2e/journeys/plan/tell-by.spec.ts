import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { holidayTable, yearsFrom } from '../../../../src/plan/holidays/holiday-table.ts';
import { PLACES } from '../../../unit/plan/places/written-places.ts';
import { expect, test } from '../../test.ts';
import { look, PHONE, WIDE, WIDTHS } from '../../views.ts';
import { beginsWith, fixedPart, inOrder, writtenIn } from '../../written.ts';
import { folded, openTool, planPath } from './tools.ts';

const tellByWords = writtenIn('plan/tell-by.yaml');
const actsWords = writtenIn('plan/acts.yaml');
const sayItWords = writtenIn('plan/say-it.yaml');
const formsWords = writtenIn('forms.yaml');
const lawWords = writtenIn('law.yaml');
const channelsWords = writtenIn('messages/channels.yaml');
const hardDatesWords = writtenIn('plan/hard-dates.yaml');

const outcome = (page: Page) => page.locator('tell-by .outcome');
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** What is said of how old a rule of law is. */
const checked = (page: Page) =>
  outcome(page)
    .getByText(fixedPart(lawWords('checked')))
    .first();

/** The first line after the heading. */
const firstLine = (page: Page) => outcome(page).locator('[data-part=first] p').first();

/** `html` as a build in 2026 writes it, which knows the holidays of that year and the next three. */
function builtIn2026(html: string): string {
  return html.replaceAll(/(?<=<template data-words>).*?(?=<\/template>)/gs, (json) => {
    const words = JSON.parse(json.replaceAll('&amp;', '&'));
    if ('holidays' in words) words.holidays = holidayTable(PLACES, yearsFrom(2026));
    return JSON.stringify(words).replaceAll('&', '&amp;').replaceAll('<', '\\u003c');
  });
}

/** Opens the tool on Wednesday, February 25, 2026, at ten in the morning, or at `time`. */
async function open(page: Page, time = '2026-02-25T10:00:00'): Promise<void> {
  await page.route(`**${planPath('tell-by')}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: builtIn2026(await response.text()) });
  });
  await page.clock.setFixedTime(new Date(time));
  await openTool(page, 'tell-by');
}

async function choose(page: Page, place: string, start: string): Promise<void> {
  await field(page, tellByWords('fields.country.label')).selectOption(place);
  await field(page, tellByWords('fields.start.label')).fill(start);
  await page.getByRole('radio', { name: tellByWords('fields.notice.options.unknown') }).check();
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: tellByWords('submit') }).click();
}

/** The file that the calendar's button saves. */
async function calendarFile(page: Page): Promise<string> {
  await expect(
    page.getByRole('button', { name: tellByWords('calendar.button') }),
  ).toHaveAccessibleDescription(tellByWords('calendar.hint'));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: tellByWords('calendar.button') }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('reminder.ics');
  return readFileSync(await file.path(), 'utf8');
}

for (const view of WIDTHS) {
  test(`a German contract gives a day, a letter and whom to tell: ${view.name}`, async ({
    page,
  }) => {
    await look(page, view);
    await open(page);
    await choose(page, 'Germany', '2026-04-01');
    await page.getByRole('checkbox', { name: tellByWords('fields.trial.label') }).check();
    await ask(page);
    const day = 'Tuesday, March 17, 2026';
    const heading = page.getByRole('heading', {
      name: tellByWords('outcome.heading.paper.by', { day }),
    });
    await expect(heading).toBeFocused();
    await expect(firstLine(page)).toContainText(fixedPart(tellByWords('outcome.paper.by')));
    await expect(outcome(page)).toContainText(
      tellByWords('outcome.count.by.owed', {
        day,
        end: 'Tuesday, March 31, 2026',
        start: 'Wednesday, April 1, 2026',
      }),
    );
    // The day is what matters most; what stops a reader is never folded away.
    await expect(heading.locator('mark')).toHaveText(day);
    await expect(heading).toBeInViewport({ ratio: 1 });
    await expect(outcome(page).getByText(tellByWords('outcome.call.courtesy.now'))).toBeVisible();
    await expect(
      outcome(page).getByText(beginsWith(tellByWords('outcome.lawUnsure'))),
    ).toBeVisible();
    const source = outcome(page).getByRole('link', { name: 'Haufe' }).first();
    await expect(source).toBeHidden();
    await folded(page, tellByWords('outcome.law', { place: 'Germany' }))
      .locator('summary')
      .click();
    await expect(source).toBeVisible();
    await expect(checked(page)).toBeVisible();
    await expect(outcome(page).getByRole('listitem').first()).toContainText(
      tellByWords('who.people.7.why'),
    );
  });
}

test('the next act leads to the message, set to this place and kind', async ({ page }) => {
  await open(page);
  await choose(page, 'Germany', '2026-04-01');
  await ask(page);
  await expect(outcome(page).locator('.button:not(.quiet):visible')).toHaveText(
    actsWords('paper.next.0.label'),
  );
  await outcome(page)
    .getByRole('link', { name: actsWords('paper.next.0.label') })
    .click();
  await expect(page).toHaveURL(planPath('say-it'));
  await expect(field(page, sayItWords('fields.country.label'))).toHaveValue('de');
  await expect(
    page.getByRole('radio', { name: channelsWords('letter.title'), exact: true }),
  ).toBeChecked();
  await expect(page.locator('say-it [data-part=body]')).toContainText('Kündigung');
});

test('the outcome stands beside the form with its headline in view, and below it on a phone', async ({
  page,
}) => {
  await look(page, WIDE);
  await open(page);
  await choose(page, 'Germany', '2026-04-01');
  await ask(page);
  const heading = outcome(page).getByRole('heading', { level: 3 });
  const form = page.locator('tell-by form');
  const [shown, asked] = [await outcome(page).boundingBox(), await form.boundingBox()];
  expect(shown?.x).toBeGreaterThanOrEqual((asked?.x ?? 0) + (asked?.width ?? Infinity));
  await expect(heading).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: tellByWords('submit') }).scrollIntoViewIfNeeded();
  await expect(heading).toBeInViewport({ ratio: 1 });
  // What takes the focus is not hidden behind the headline that stays.
  const link = outcome(page).getByRole('link', { name: actsWords('paper.next.0.label') });
  await link.focus();
  const [behind, above] = [await link.boundingBox(), await heading.boundingBox()];
  expect(behind?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? Infinity));
  await look(page, PHONE);
  const [below, before] = [await outcome(page).boundingBox(), await form.boundingBox()];
  expect(below?.y).toBeGreaterThanOrEqual((before?.y ?? 0) + (before?.height ?? Infinity));
});

test('with a fixed term and a silent contract there is nothing to count', async ({ page }) => {
  await open(page);
  await choose(page, 'Germany', '2026-04-01');
  await page.getByRole('checkbox', { name: tellByWords('fields.fixed.label') }).check();
  await expect(
    page.getByRole('checkbox', { name: tellByWords('fields.trial.label') }),
  ).toBeHidden();
  await ask(page);
  await expect(
    page.getByRole('heading', { name: tellByWords('outcome.heading.release.ask'), exact: true }),
  ).toBeVisible();
  await expect(outcome(page)).toContainText('both signatures');
  await expect(outcome(page)).not.toContainText(
    fixedPart(tellByWords('outcome.heading.release.by')),
  );
  await expect(
    outcome(page).getByRole('link', { name: actsWords('release.next.0.label') }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: tellByWords('calendar.button') })).toBeHidden();
});

test('on Thanksgiving nobody is told to call now, nor on the day after', async ({ page }) => {
  await open(page, '2026-11-26T10:00:00');
  await choose(page, 'United States', '2026-12-14');
  await ask(page);
  await expect(firstLine(page)).toHaveText(beginsWith(tellByWords('outcome.holidays.whole')));
  await expect(outcome(page)).toContainText(
    tellByWords('outcome.call.them.at', { day: 'Monday, November 30, 2026' }),
  );
  // On the last day of the month the office is open.
  await page.clock.setFixedTime(new Date('2026-11-30T10:00:00'));
  await field(page, tellByWords('fields.start.label')).fill('2026-12-15');
  await expect(firstLine(page)).toHaveText(beginsWith(tellByWords('outcome.call.them.now')));
});

test('a region is asked for where holidays differ, and changes the day', async ({ page }) => {
  // Buß- und Bettag, which only Saxony has.
  await open(page, '2026-11-18T10:00:00');
  const region = page.getByLabel('Which German state?');
  await expect(region).toBeHidden();
  await choose(page, 'Germany', '2027-04-01');
  await page.getByRole('radio', { name: tellByWords('fields.notice.options.contract') }).check();
  await field(page, tellByWords('fields.noticeCount.label')).fill('1');
  await field(page, tellByWords('fields.noticeUnit.label')).selectOption(
    tellByWords('units.months.name'),
  );
  await ask(page);
  await expect(outcome(page)).toContainText(
    tellByWords('outcome.holidays.partly', { place: 'Germany' }),
  );
  await region.selectOption('Berlin');
  await expect(outcome(page)).toContainText(tellByWords('outcome.call.courtesy.now'));
  await region.selectOption('Saxony');
  await expect(outcome(page)).toContainText(tellByWords('outcome.holidays.whole'));
  await field(page, tellByWords('fields.country.label')).selectOption('Switzerland');
  await expect(region).toBeHidden();
  await expect(page.getByLabel('Which canton?')).toBeVisible();
  await field(page, tellByWords('fields.country.label')).selectOption('Austria');
  await expect(page.locator('[data-field^=region-]:not([hidden])')).toHaveCount(0);
});

test('where holidays are not known, the first line says so', async ({ page }) => {
  await open(page);
  await choose(page, 'Somewhere else', '2026-04-01');
  await ask(page);
  await expect(firstLine(page)).toHaveText(beginsWith(tellByWords('outcome.holidays.unknown')));
  await field(page, tellByWords('fields.country.label')).selectOption('India');
  await expect(firstLine(page)).toHaveText(/^We don't know all of India's holidays/);
});

test('the keyboard alone finds the day, which follows each change from then on', async ({
  page,
}) => {
  await open(page);
  await field(page, tellByWords('fields.country.label')).focus();
  await page.keyboard.type('United K');
  await field(page, tellByWords('fields.start.label')).focus();
  await page.keyboard.type('04012026');
  await page.getByRole('radio', { name: tellByWords('fields.notice.options.contract') }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type(tellByWords('units.months.name'));
  await page.keyboard.press('Enter');
  await ask(page);
  await expect(
    page.getByRole('heading', {
      name: tellByWords('outcome.heading.by', { day: 'Friday, February 27, 2026' }),
    }),
  ).toBeVisible();
  await field(page, tellByWords('fields.noticeCount.label')).fill('2');
  await expect(
    page.getByRole('heading', { name: tellByWords('outcome.heading.late.owed') }),
  ).toBeVisible();
  await expect(page.locator('tell-by [data-part=status]')).toHaveText(
    tellByWords('outcome.heading.late.owed'),
  );
});

test('what cannot be is told at the field, and nothing typed is lost', async ({ page }) => {
  await open(page);
  const start = field(page, tellByWords('fields.start.label'));
  await start.fill('2026-02-24');
  await page.getByRole('radio', { name: tellByWords('fields.notice.options.contract') }).check();
  await field(page, tellByWords('fields.noticeCount.label')).fill('900');
  await field(page, tellByWords('fields.noticeUnit.label')).selectOption(
    tellByWords('units.days.name'),
  );
  await ask(page);
  const problem = page.getByRole('alert', { name: formsWords('problem') });
  await expect(problem).toBeFocused();
  await expect(page).toHaveTitle(/^Error: [^:]+$/);
  await expect(problem.getByRole('link')).toHaveCount(3);
  await expect(start).toHaveAccessibleDescription(inOrder(tellByWords('mistakes.startPast')));
  const count = field(page, tellByWords('fields.noticeCount.label'));
  await expect(count).toHaveAccessibleDescription(
    inOrder(tellByWords('mistakes.countLong', { most: 366 })),
  );
  await expect(count).toHaveValue('900');
  await problem.getByRole('link', { name: tellByWords('mistakes.startPast') }).click();
  await expect(start).toBeFocused();
  // A day that the calendar does not have.
  await page.keyboard.type('02302026');
  await ask(page);
  await expect(start).toHaveAccessibleDescription(inOrder(tellByWords('mistakes.startImpossible')));
  await expect(outcome(page)).toBeHidden();
  await page.getByRole('button', { name: formsWords('clear.label') }).click();
  await expect(page).not.toHaveTitle(/Error/);
});

test('the day goes into a calendar under a title that says nothing', async ({ page }) => {
  await open(page);
  await choose(page, 'United Kingdom', '2026-03-16');
  await ask(page);
  const text = await calendarFile(page);
  expect(text).toContain('DTSTART:20260306T120000\r\n');
  expect(text).toContain(`SUMMARY:${tellByWords('calendar.title')}\r\n`);
  expect(text).not.toMatch(/withdraw|offer|Kingdom/);
});

test('where a letter counts, the calendar has the day to post it by', async ({ page }) => {
  await open(page);
  await choose(page, 'Germany', '2026-05-01');
  await ask(page);
  const text = await calendarFile(page);
  // The letter has to be there by Thursday, April 2, before Good Friday.
  expect(text).toContain('DTSTART:20260330T120000\r\n');
  expect(text).toContain(`SUMMARY:${tellByWords('calendar.letter')}\r\n`);
  expect(text).not.toMatch(/withdraw|offer|German|notice/);
});

test('dates that do not bend name who can release', async ({ page }) => {
  await open(page);
  await field(page, tellByWords('fields.country.label')).selectOption('United States');
  await field(page, tellByWords('fields.job.label')).selectOption(
    tellByWords('fields.job.options.match'),
  );
  await expect(field(page, tellByWords('fields.start.label'))).toBeHidden();
  await ask(page);
  await expect(
    page.getByRole('heading', { name: tellByWords('outcome.heading.match') }),
  ).toBeVisible();
  await expect(outcome(page)).toContainText(hardDatesWords('match.binding.rule'));
  await expect(
    outcome(page).getByRole('link', { name: actsWords('advice.next.0.label') }),
  ).toBeVisible();
  await field(page, tellByWords('fields.job.label')).selectOption(
    tellByWords('fields.job.options.texasTeacher'),
  );
  await field(page, tellByWords('fields.instruction.label')).fill('2026-08-12');
  await ask(page);
  await expect(
    page.getByRole('heading', {
      name: tellByWords('outcome.heading.texasTeacher.free', { day: 'Friday, June 26, 2026' }),
    }),
  ).toBeVisible();
  await expect(outcome(page)).toContainText(hardDatesWords('texasTeacher.free.rule'));
  await outcome(page)
    .getByRole('link', { name: actsWords('board.next.0.label') })
    .click();
  await expect(page.locator('say-it [data-part=body]')).toContainText('present it to the board');
});

test('a license puts its body before the employer', async ({ page }) => {
  await open(page);
  await choose(page, 'United Kingdom', '2026-04-01');
  await field(page, tellByWords('fields.job.label')).selectOption('licensed');
  await ask(page);
  await expect(outcome(page).getByRole('listitem').first()).toContainText(
    tellByWords('who.people.3.name'),
  );
  await expect(firstLine(page)).toHaveText(beginsWith(tellByWords('outcome.call.first.now')));
});

test('a used tool prints its outcome, and an unused one the table by place', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: tellByWords('paper.hand.title') })).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await choose(page, 'Switzerland', '2026-04-01');
  await ask(page);
  await page.emulateMedia({ media: 'print' });
  await expect(
    page.getByRole('heading', { name: tellByWords('outcome.heading.fromStart') }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: tellByWords('paper.hand.title') })).toBeHidden();
  await expect(page.getByRole('button', { name: tellByWords('submit') })).toBeHidden();
  // Paper cannot be unfolded.
  await expect(checked(page)).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the rules are there to read, with their sources', async ({ page }) => {
    await page.goto(planPath('tell-by'));
    await expect(
      page.getByRole('heading', { name: tellByWords('paper.hand.title') }),
    ).toBeVisible();
    for (const place of ['Switzerland', 'Canada: Quebec', 'Austria']) {
      await expect(page.locator('dt', { hasText: place })).toBeVisible();
    }
    await expect(page.getByText('both signatures').first()).toBeVisible();
    await expect(
      page.getByRole('link', { name: /Swiss Code of Obligations/ }).first(),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: tellByWords('submit') })).toBeHidden();
  });
});
