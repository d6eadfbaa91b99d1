import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { look, WIDTHS } from '../../views.ts';
import { openTool, planPath, stored } from './tools.ts';

const message = (page: Page): Locator => page.getByRole('region', { name: 'Your message' });

const place = (page: Page): Locator => page.getByRole('combobox', { name: 'Where the job is' });

const moreWays = (page: Page) => page.getByText('More ways', { exact: true }).click();

const unfold = (page: Page, what: RegExp) =>
  page.locator('summary').filter({ hasText: what }).click();

async function fillIn(page: Page, country = 'United States'): Promise<void> {
  await place(page).selectOption(country);
  await page.getByRole('textbox', { name: 'Their name' }).fill('Ms. Rivera');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Zoë O’Neill');
  await page.getByRole('textbox', { name: 'Job title' }).fill('Data Analyst');
}

/** The text of the file that a press of `button` saves. */
async function savedBy(page: Page, button: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

for (const view of WIDTHS) {
  test(`a message is chosen, filled in and taken along: ${view.name}`, async ({ page }) => {
    await look(page, view);
    await openTool(page, 'say-it');
    await expect(message(page)).toContainText('Still to fill in: [job title], [your name]');
    await page
      .getByRole('combobox', { name: 'What do you want to say?' })
      .selectOption('Staying where you are');
    await fillIn(page);
    await expect(message(page)).toContainText('Dear Ms. Rivera,');
    await expect(message(page)).toContainText('stay with my current employer');
    await expect(message(page)).not.toContainText('Still to fill in');
    await expect(message(page).getByText(/^\d+ words$/)).toBeVisible();
    await moreWays(page);
    await page.getByRole('radio', { name: 'Phone call' }).check();
    await expect(message(page)).toContainText('Do you have two minutes?');
    await expect(page.getByRole('button', { name: 'Copy subject' })).toBeHidden();
  });
}

test('the keyboard alone composes a message', async ({ page }) => {
  await openTool(page, 'say-it');
  await page.getByRole('combobox', { name: 'What do you want to say?' }).focus();
  await page.keyboard.type('Family');
  await page.keyboard.press('Tab');
  await page.keyboard.type('United K');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'I said it' })).toBeChecked();
  await expect(message(page)).toContainText('Please treat this as notice under the contract');
  // Past whether it is near, what is folded, and why.
  for (let index = 0; index < 3; index += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Letter' })).toBeChecked();
  await expect(message(page)).toContainText('my circumstances have changed');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Copy message' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Their name' }).focus();
  await page.keyboard.type('Ms. Rivera');
  await expect(message(page)).toContainText('Dear Ms. Rivera,');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your message' })).toBeFocused();
  await unfold(page, /the tone/);
  await page.getByRole('radio', { name: 'Plain' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Warm' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'What the message does' })).toBeFocused();
});

test.describe('where the browser lets us copy', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('nothing unfilled is copied without being pointed out', async ({ page }) => {
    await openTool(page, 'say-it');
    await place(page).selectOption('United States');
    const copy = page.getByRole('button', { name: 'Copy message' });
    await copy.click();
    await expect(message(page).getByRole('status')).toHaveText(
      /^Copied\. Still to fill in: .*\[their name\]/,
    );
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      'Dear [their name],',
    );
    await fillIn(page);
    await copy.click();
    await expect(message(page).getByRole('status')).toHaveText('Copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Dear Ms\. Rivera,\n\nThank you.*\n\nSincerely,\nZoë O’Neill$/s);
    expect(copied).not.toMatch(/[[\]]/);
  });
});

test('a mail program gets the message whole, and one that is too long for a link is not offered', async ({
  page,
}) => {
  await openTool(page, 'say-it');
  await fillIn(page);
  const link = page.getByRole('link', { name: 'Open in email' });
  const address = (await link.getAttribute('href')) ?? '';
  const body = decodeURIComponent(/&body=(.*)$/.exec(address)?.[1] ?? '');
  expect(address).toMatch(/^mailto:\?subject=Withdrawing%20my%20acceptance%3A%20Data%20Analyst/);
  expect(body).toMatch(/^Dear Ms\. Rivera,\r\n\r\n/);
  expect(body).toMatch(/Zoë O’Neill$/);
  await unfold(page, /A detail/);
  await page.getByRole('textbox', { name: 'One true thing you liked' }).fill('é'.repeat(290));
  await expect(link).toBeHidden();
  await expect(page.getByText('too long for a link to your mail program')).toBeVisible();
});

test('a message is saved as text and as a letter', async ({ page }) => {
  await openTool(page, 'say-it');
  await fillIn(page);
  await moreWays(page);
  const text = await savedBy(page, 'Save as text');
  expect(text.name).toBe('message.txt');
  expect(text.text).toMatch(
    /^Withdrawing my acceptance: Data Analyst, Zoë O’Neill\n\nDear Ms\. Rivera,/,
  );
  await place(page).selectOption('Germany');
  await expect(page.getByText('only a letter on paper counts').first()).toBeVisible();
  await expect(message(page)).toContainText('my signed letter is on its way');
  // The letter that counts, also from beside the email.
  const letter = await savedBy(page, 'Save as a letter');
  expect(letter.name).toBe('message.rtf');
  expect(letter.text).toMatch(/^\{\\rtf1/);
  expect(letter.text).toContain('______________________________\\line Zo\\u235? O\\u8217?Neill');
  expect(letter.text).toMatch(/vorsorglich ordentlich zum n\\u228\?chstm\\u246\?glichen Zeitpunkt/);
  expect(letter.text).toMatch(/\d+\. \S+ 20\d\d\\par/);
});

test('a novel in a field is pointed out there, and nothing of it is lost', async ({ page }) => {
  await openTool(page, 'say-it');
  const novel = 'It was a dark and stormy night. '.repeat(40);
  await place(page).selectOption('United States');
  const field = page.getByRole('textbox', { name: 'Their name' });
  await field.fill(novel);
  await page.getByRole('button', { name: 'Copy message' }).click();
  const problem = page.getByRole('alert', { name: 'There is a problem' });
  await expect(problem).toBeFocused();
  await expect(field).toHaveValue(novel);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/Shorten "their name" to 300 characters/);
  await problem.getByRole('link').click();
  await expect(field).toBeFocused();
  await field.fill('Ms. Rivera');
  await expect(problem).toBeHidden();
});

test('nothing goes out before the place is chosen, and the place decides what is said', async ({
  page,
}) => {
  await openTool(page, 'say-it');
  await expect(message(page)).toContainText('This sentence depends on where the job is');
  await page.getByRole('button', { name: 'Copy message' }).click();
  const problem = page.getByRole('alert', { name: 'There is a problem' });
  await expect(problem).toBeFocused();
  await expect(place(page)).toHaveAccessibleDescription(/It decides what the message has to say/);
  await place(page).selectOption('United Kingdom');
  await expect(problem).toBeHidden();
  await expect(message(page)).toContainText('Give notice, and ask to be released');
  await expect(message(page)).toContainText('Please treat this as notice under the contract');
  await place(page).selectOption('Netherlands');
  await unfold(page, /fixed term/);
  await page.getByRole('checkbox', { name: 'It runs for a fixed time' }).check();
  await expect(message(page)).toContainText('Would you be willing to release me');
  await page.getByRole('checkbox', { name: 'A trial or probation period was agreed' }).check();
  await expect(message(page)).toContainText('Please treat this as notice under the contract');
});

test('a wish can be more careful than the law of the place, and never less', async ({ page }) => {
  await openTool(page, 'say-it');
  await place(page).selectOption('United States');
  await unfold(page, /the tone/);
  const act = page.getByRole('combobox', { name: 'What the message does' });
  await act.selectOption('Ask for advice first');
  await expect(message(page)).toContainText('may have to withdraw');
  await expect(page.getByRole('radio', { name: 'Phone call' })).toBeHidden();
  await act.selectOption('Withdraw');
  await place(page).selectOption('Switzerland');
  await expect(message(page)).toContainText('Please treat this as notice under the contract');
});

const told = (page: Page) => page.locator('say-it [data-part=status]');

const say = (page: Page) => page.getByRole('combobox', { name: 'What do you want to say?' });

test('an email can be three sentences, which is kept, linked to, and never a letter', async ({
  page,
}) => {
  await openTool(page, 'say-it');
  await fillIn(page, 'United Kingdom');
  await page.getByRole('radio', { name: 'Three sentences' }).check();
  await expect(message(page)).toContainText(/\d+ words in three sentences/);
  await expect(message(page)).toContainText('so please treat this as notice under the contract');
  await page.getByRole('radio', { name: 'Letter' }).check();
  await expect(page.getByRole('radio', { name: 'Three sentences' })).toBeHidden();
  await expect(message(page)).toContainText('Thank you for your offer');
  await page.getByRole('radio', { name: 'Email', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Keep my answers in this browser' }).check();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Three sentences' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Keep my answers in this browser' }).uncheck();
  await page.goto('about:blank');
  await page.goto(`${planPath('say-it')}#say-it?situation=staying-put&country=us&length=short`);
  await expect(message(page)).toContainText('stay with my current employer, and I am sorry');
  await expect(page.getByRole('radio', { name: 'Three sentences' })).toBeChecked();
});

test('a note is filled in and taken along, asks for no place, and loses nothing that was typed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTool(page, 'say-it');
  await fillIn(page);
  await say(page).selectOption('Ask to start later');
  await expect(told(page)).toContainText(
    'Also asked now: Your start date, The day you can start, ',
  );
  await expect(told(page)).toContainText('No longer asked: Where the job is, How you said yes');
  for (const hidden of [place(page), page.getByText('Licensed job, fixed term, trial period?')])
    await expect(hidden).toBeHidden();
  await expect(page.getByRole('radio', { name: 'Voicemail' })).toBeHidden();
  await page.getByRole('textbox', { name: 'Your start date' }).fill('Monday');
  await page.getByRole('textbox', { name: 'The day you can start' }).fill('Friday');
  await page.getByRole('button', { name: 'Copy message' }).click();
  await expect(message(page).getByRole('status')).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Dear Ms\. Rivera,.*set for Monday\. Would Friday be possible/s);
  expect(copied).not.toMatch(/[[\]]/);
  await expect(page.getByRole('link', { name: 'Open in email' })).toHaveAttribute(
    'href',
    /^mailto:\?subject=A%20question%20about%20my%20first%20day/,
  );
  await page.getByRole('radio', { name: 'Phone call' }).check();
  await expect(message(page)).toContainText("My first day's set for Monday.");
  await expect(message(page)).not.toContainText('difficult news');
  await say(page).selectOption('Another offer');
  await expect(told(page)).toContainText(
    'No longer asked: Your start date, The day you can start, ',
  );
  await expect(place(page)).toHaveValue('us');
  await say(page).selectOption('Ask to start later');
  await page.getByRole('checkbox', { name: 'Keep my answers in this browser' }).check();
  await page.reload();
  await expect(say(page)).toHaveValue('ask-for-a-later-start');
  await expect(page.getByRole('textbox', { name: 'The day you can start' })).toHaveValue('Friday');
});

test('a note goes out before any place is chosen, and a link opens it', async ({ page }) => {
  await page.goto(`${planPath('say-it')}#say-it?situation=reply-to-a-threat&length=short`);
  await expect(say(page)).toHaveValue('reply-to-a-threat');
  await expect(message(page)).toContainText('nothing in this message admits a claim');
  await page.getByText('More ways', { exact: true }).click();
  const file = await savedBy(page, 'Save as text');
  expect(file.text).toContain('Your message about the');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a licensed job says whom to ask before the message goes out', async ({ page }) => {
  await openTool(page, 'say-it');
  await place(page).selectOption('United Kingdom');
  await unfold(page, /Licensed job/);
  await page
    .getByRole('combobox', { name: 'What kind of job' })
    .selectOption('A licensed job, or a school contract');
  await expect(message(page)).toContainText('Ask first. The body that licenses you, or your union');
  await expect(message(page)).toContainText('Please treat this as notice under the contract');
});

test('on a phone the message begins in the first screen, its words a tap away', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openTool(page, 'say-it');
  await expect(message(page).locator('.message')).toBeInViewport({ ratio: 0.1 });
  await place(page).selectOption('United States');
  const copy = page.getByRole('button', { name: 'Copy message' });
  await expect(copy).toBeInViewport();
  await expect(page.getByRole('link', { name: 'Open in email' })).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Copy subject' })).toBeHidden();
  // The blanks that every message has, and no more.
  await expect(
    page.getByRole('group', { name: 'Fill in the blanks' }).getByRole('textbox'),
  ).toHaveCount(3);
  await expect(page.getByRole('textbox')).toHaveCount(3);
  await page.getByRole('textbox', { name: 'Job title' }).focus();
  await page.getByRole('button', { name: 'Back to the message' }).click();
  await expect(copy).toBeInViewport();
});

test('beside its form the message stays in sight while one fills in', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openTool(page, 'say-it');
  await unfold(page, /the tone/);
  const tone = page.getByRole('combobox', { name: 'What the message does' });
  await tone.scrollIntoViewIfNeeded();
  await expect(tone).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Copy message' })).toBeInViewport();
  const [form, letter] = [await tone.boundingBox(), await message(page).boundingBox()];
  expect(letter?.x).toBeGreaterThan((form?.x ?? 0) + (form?.width ?? 0));
});

test('a blank stays in one piece, and what was filled in runs on', async ({ page }) => {
  for (const width of [320, 390, 430, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await openTool(page, 'say-it');
    await page
      .getByRole('combobox', { name: 'What do you want to say?' })
      .selectOption('The start date has passed');
    const slots = message(page).locator('.slot');
    for (const pieces of await slots.evaluateAll((all) =>
      all.map((one) => one.getClientRects().length),
    )) {
      expect(pieces).toBe(1);
    }
  }
  await page.setViewportSize({ width: 320, height: 844 });
  await page
    .getByRole('textbox', { name: 'Job title' })
    .fill('Analyst of Very Long Titles '.repeat(8));
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
});

test('a screen reader hears which fields came and went, and that only paper counts', async ({
  page,
}) => {
  await openTool(page, 'say-it');
  await place(page).selectOption('Netherlands');
  await expect(told(page)).toContainText('Also asked now: A trial or probation period was agreed.');
  await place(page).selectOption('United States');
  await expect(told(page)).toContainText(
    'No longer asked: A trial or probation period was agreed.',
  );
  await page.getByRole('radio', { name: 'Letter' }).check();
  await expect(told(page)).toContainText(/^Also asked now: Your address, Their address, /);
  await place(page).selectOption('Germany');
  await expect(told(page)).toContainText(
    'Give notice on paper In Germany only a letter on paper counts',
  );
  // What is typed is no news.
  const before = await told(page).textContent();
  await page.getByRole('textbox', { name: 'Job title' }).fill('Analyst');
  await expect(message(page)).toContainText('Analyst');
  await expect(told(page)).toHaveText(before ?? '');
});

test('a folded field opens with its mistake', async ({ page }) => {
  await openTool(page, 'say-it');
  await fillIn(page);
  const detail = page.getByRole('textbox', { name: 'One true thing you liked' });
  await unfold(page, /A detail/);
  await detail.fill('x'.repeat(301));
  await unfold(page, /A detail/);
  await expect(detail).toBeHidden();
  await page.getByRole('button', { name: 'Copy message' }).click();
  await expect(detail).toBeVisible();
  await page.getByRole('alert').getByRole('link').click();
  await expect(detail).toBeFocused();
});

test('where the first day is near the call comes first, once it is known that it may', async ({
  page,
}) => {
  await openTool(page, 'say-it');
  const soon = page.getByRole('checkbox', { name: 'My first day is within days' });
  const chosen = (name: string) => page.getByRole('radio', { name, exact: true });
  await soon.check();
  await expect(chosen('Email')).toBeChecked();
  await place(page).selectOption('United States');
  await expect(chosen('Phone call')).toBeChecked();
  await expect(message(page)).toContainText('Call first. With only days to go');
  await expect(told(page)).toContainText('Call first.');
  await chosen('Email').check();
  await page.getByRole('textbox', { name: 'Job title' }).fill('Analyst');
  await expect(chosen('Email')).toBeChecked();
  await place(page).selectOption('France');
  await expect(message(page)).not.toContainText('Call first');
  await expect(chosen('Email')).toBeChecked();
  await place(page).selectOption('Germany');
  await expect(message(page)).toContainText('sign the letter before you dial');
  await expect(chosen('Phone call')).toBeChecked();
  await soon.uncheck();
  await expect(chosen('Email')).toBeChecked();
  await page
    .getByRole('combobox', { name: 'What do you want to say?' })
    .selectOption('You have already started');
  await expect(soon).toBeHidden();
});

test('nothing is kept unless asked, and what was cleared can be brought back', async ({ page }) => {
  await openTool(page, 'say-it');
  await fillIn(page);
  expect(await stored(page)).toBeNull();
  await page.getByRole('button', { name: 'Clear these answers' }).click();
  await expect(page.getByRole('textbox', { name: 'Job title' })).toHaveValue('');
  await page.getByRole('button', { name: 'Bring them back' }).click();
  await expect(page.getByRole('textbox', { name: 'Job title' })).toHaveValue('Data Analyst');
  const keep = page.getByRole('checkbox', { name: 'Keep my answers in this browser' });
  await page.getByRole('radio', { name: 'Letter' }).check();
  await keep.check();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Letter' })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Job title' })).toHaveValue('Data Analyst');
  await expect(keep).toBeChecked();
  await keep.uncheck();
  expect(await stored(page)).toBeNull();
});

test('a letter prints alone, and an untouched composer prints its paper version', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // What is seen while the browser prints.
    window.print = () => {
      const seen = [...document.querySelectorAll('p, h1, button')].filter((element) =>
        element.checkVisibility(),
      );
      Object.assign(window, { printed: seen.map(({ textContent }) => textContent).join('\n') });
    };
  });
  await openTool(page, 'say-it');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Each message has the same six parts')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await fillIn(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Each message has the same six parts')).toBeHidden();
  await expect(message(page)).toContainText('Dear Ms. Rivera,');
  await page
    .getByRole('button', { name: 'Print the letter', includeHidden: true })
    .dispatchEvent('click');
  const printed = await page.evaluate(() => ('printed' in window ? String(window.printed) : ''));
  expect(printed).toMatch(/Dear Ms\. Rivera,/);
  expect(printed).not.toContain('Write the message');
  expect(printed).not.toContain('Copy message');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the composer is what it says on paper', async ({ page }) => {
    await page.goto(planPath('say-it'));
    await expect(page.getByText('Each message has the same six parts')).toBeVisible();
    await expect(page.getByText('. Please treat this as notice under the contract')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Germany: the letter to sign' })).toBeVisible();
    await expect(page.getByText(/ordentlich zum nächstmöglichen Zeitpunkt/).first()).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'What do you want to say?' })).toBeHidden();
  });
});
