import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { look, WIDTHS } from '../../views.ts';
import { beginsWith, fixedPart, inOrder, writtenIn } from '../../written.ts';
import { openTool, planPath, stored } from './tools.ts';

const sayItWords = writtenIn('plan/say-it.yaml');
const stayingPutWords = writtenIn('messages/staying-put.yaml');
const channelsWords = writtenIn('messages/channels.yaml');
const formsWords = writtenIn('forms.yaml');
const actsWords = writtenIn('plan/acts.yaml');
const notesWords = writtenIn('messages/notes.yaml');
const messageActs = writtenIn('messages/acts.yaml');
const slotsWords = writtenIn('messages/slots.yaml');
const familyWords = writtenIn('messages/family-health-move.yaml');
const clausesWords = writtenIn('plan/clauses.yaml');
const germanyWords = writtenIn('plan/places/de.yaml');
const anotherOfferWords = writtenIn('messages/another-offer.yaml');
const startDatePassedWords = writtenIn('messages/start-date-passed.yaml');
const alreadyStartedWords = writtenIn('messages/already-started.yaml');

/** A note of messages/notes.yaml, by what it says. */
const later = (place: string) => notesWords(`ask-for-a-later-start.${place}`);
const laterSubject = notesWords('ask-for-a-later-start.subject', {
  role: 'Data Analyst',
  sender: 'Zoë O’Neill',
});

/** Labels as fields have them, and the beginning of what is said when these fields come or go. */
const asLabels = (labels: readonly string[]) =>
  labels.map((label) => label.charAt(0).toUpperCase() + label.slice(1)).join(', ');
const nowAsked = (...labels: readonly string[]) =>
  sayItWords('nowAsked', { fields: asLabels(labels) }).replace(/\W+$/, '');
const noLongerAsked = (...labels: readonly string[]) =>
  sayItWords('noLongerAsked', { fields: asLabels(labels) }).replace(/\W+$/, '');

/** What the message begins with, to `recipient`. */
const dear = (recipient: string) =>
  channelsWords('email.frame', { recipient }).split('\n')[0] ?? '';

const subject = messageActs('withdraw.subject', { role: 'Data Analyst', sender: 'Zoë O’Neill' });

const message = (page: Page): Locator => page.getByRole('region', { name: sayItWords('outcome') });

const place = (page: Page): Locator =>
  page.getByRole('combobox', { name: sayItWords('fields.country.label') });

const moreWays = (page: Page) => page.getByText(sayItWords('folds.ways'), { exact: true }).click();

const unfold = (page: Page, what: string) =>
  page.locator('summary').filter({ hasText: what }).click();

async function fillIn(page: Page, country = 'United States'): Promise<void> {
  await place(page).selectOption(country);
  await page.getByRole('textbox', { name: slotsWords('recipient.label') }).fill('Ms. Rivera');
  await page.getByRole('textbox', { name: slotsWords('sender.label') }).fill('Zoë O’Neill');
  await page.getByRole('textbox', { name: slotsWords('role.label') }).fill('Data Analyst');
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
    await expect(message(page)).toContainText(
      sayItWords('unfilled', {
        blanks: `[${slotsWords('role.label')}], [${slotsWords('sender.label')}]`,
      }),
    );
    await page
      .getByRole('combobox', { name: sayItWords('fields.situation.label') })
      .selectOption(stayingPutWords('title'));
    await fillIn(page);
    await expect(message(page)).toContainText(dear('Ms. Rivera'));
    await expect(message(page)).toContainText(fixedPart(stayingPutWords('body')));
    await expect(message(page)).not.toContainText(fixedPart(sayItWords('unfilled')));
    await expect(
      message(page).getByText(inOrder(fixedPart(sayItWords('length.good')))),
    ).toBeVisible();
    await moreWays(page);
    await page.getByRole('radio', { name: channelsWords('phone.title') }).check();
    await expect(message(page)).toContainText(fixedPart(channelsWords('phone.frame')));
    await expect(page.getByRole('button', { name: sayItWords('copySubject') })).toBeHidden();
  });
}

test('the keyboard alone composes a message', async ({ page }) => {
  await openTool(page, 'say-it');
  await page.getByRole('combobox', { name: sayItWords('fields.situation.label') }).focus();
  await page.keyboard.type('Family');
  await page.keyboard.press('Tab');
  await page.keyboard.type('United K');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(
    page.getByRole('radio', { name: sayItWords('fields.accepted.options.said') }),
  ).toBeChecked();
  await expect(message(page)).toContainText(fixedPart(messageActs('notice.words')));
  // Past whether it is near, what is folded, and why.
  for (let index = 0; index < 3; index += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(
    page.getByRole('radio', { name: channelsWords('letter.title'), exact: true }),
  ).toBeChecked();
  await expect(message(page)).toContainText(fixedPart(familyWords('body')));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: sayItWords('copy') })).toBeFocused();
  await page.getByRole('textbox', { name: slotsWords('recipient.label') }).focus();
  await page.keyboard.type('Ms. Rivera');
  await expect(message(page)).toContainText(dear('Ms. Rivera'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: sayItWords('outcome') })).toBeFocused();
  await unfold(page, sayItWords('folds.more'));
  await page.getByRole('radio', { name: sayItWords('fields.tone.options.plain') }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(
    page.getByRole('radio', { name: sayItWords('fields.tone.options.warm') }),
  ).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: sayItWords('fields.act.label') })).toBeFocused();
});

test.describe('where the browser lets us copy', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('nothing unfilled is copied without being pointed out', async ({ page }) => {
    await openTool(page, 'say-it');
    await place(page).selectOption('United States');
    const copy = page.getByRole('button', { name: sayItWords('copy') });
    await copy.click();
    await expect(message(page).getByRole('status')).toHaveText(
      inOrder(
        sayItWords('copied'),
        fixedPart(sayItWords('unfilled')),
        `[${slotsWords('recipient.label')}]`,
      ),
    );
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      dear(`[${slotsWords('recipient.label')}]`),
    );
    await fillIn(page);
    await copy.click();
    await expect(message(page).getByRole('status')).toHaveText(sayItWords('copied'));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(beginsWith(`${dear('Ms. Rivera')}\n\n`));
    expect(copied).toMatch(/\nZoë O’Neill$/);
    expect(copied).not.toMatch(/[[\]]/);
  });
});

test('a mail program gets the message whole, and one that is too long for a link is not offered', async ({
  page,
}) => {
  await openTool(page, 'say-it');
  await fillIn(page);
  const link = page.getByRole('link', { name: sayItWords('mail') });
  const address = (await link.getAttribute('href')) ?? '';
  const body = decodeURIComponent(/&body=(.*)$/.exec(address)?.[1] ?? '');
  expect(address).toMatch(beginsWith(`mailto:?subject=${encodeURIComponent(subject)}`));
  expect(body).toMatch(beginsWith(`${dear('Ms. Rivera')}\r\n\r\n`));
  expect(body).toMatch(/Zoë O’Neill$/);
  await unfold(page, sayItWords('folds.more'));
  await page.getByRole('textbox', { name: slotsWords('detail.label') }).fill('é'.repeat(290));
  await expect(link).toBeHidden();
  await expect(page.getByText(sayItWords('mailTooLong'))).toBeVisible();
});

test('a message is saved as text and as a letter', async ({ page }) => {
  await openTool(page, 'say-it');
  await fillIn(page);
  await moreWays(page);
  const text = await savedBy(page, sayItWords('saveText'));
  expect(text.name).toBe('message.txt');
  expect(text.text).toMatch(beginsWith(`${subject}\n\n${dear('Ms. Rivera')}`));
  await place(page).selectOption('Germany');
  await expect(page.getByText(germanyWords('paper.text')).first()).toBeVisible();
  await expect(message(page)).toContainText(fixedPart(messageActs('courtesy.words')));
  // The letter that counts, also from beside the email.
  const letter = await savedBy(page, sayItWords('saveLetter'));
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
  const label = slotsWords('recipient.label');
  const field = page.getByRole('textbox', { name: label });
  const tooLong = sayItWords('mistakes.tooLong', {
    field: label,
    limit: 300,
    count: novel.trim().length,
  });
  await field.fill(novel);
  await page.getByRole('button', { name: sayItWords('copy') }).click();
  const problem = page.getByRole('alert', { name: formsWords('problem') });
  await expect(problem).toBeFocused();
  await expect(field).toHaveValue(novel);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(inOrder(tooLong));
  await problem.getByRole('link').click();
  await expect(field).toBeFocused();
  await field.fill('Ms. Rivera');
  await expect(problem).toBeHidden();
});

test('nothing goes out before the place is chosen, and the place decides what is said', async ({
  page,
}) => {
  await openTool(page, 'say-it');
  await expect(message(page)).toContainText(messageActs('open.words'));
  await page.getByRole('button', { name: sayItWords('copy') }).click();
  const problem = page.getByRole('alert', { name: formsWords('problem') });
  await expect(problem).toBeFocused();
  await expect(place(page)).toHaveAccessibleDescription(inOrder(sayItWords('mistakes.country')));
  await place(page).selectOption('United Kingdom');
  await expect(problem).toBeHidden();
  await expect(message(page)).toContainText(actsWords('notice.title'));
  await expect(message(page)).toContainText(fixedPart(messageActs('notice.words')));
  await place(page).selectOption('Netherlands');
  await unfold(page, sayItWords('folds.job'));
  await page.getByRole('checkbox', { name: sayItWords('fields.fixed.label') }).check();
  await expect(message(page)).toContainText(fixedPart(messageActs('release.words')));
  await page.getByRole('checkbox', { name: sayItWords('fields.trial.label') }).check();
  await expect(message(page)).toContainText(fixedPart(messageActs('notice.words')));
});

test('a wish can be more careful than the law of the place, and never less', async ({ page }) => {
  await openTool(page, 'say-it');
  await place(page).selectOption('United States');
  await unfold(page, sayItWords('folds.more'));
  const act = page.getByRole('combobox', { name: sayItWords('fields.act.label') });
  await act.selectOption(actsWords('advice.short'));
  await expect(message(page)).toContainText(fixedPart(messageActs('advice.body')));
  await expect(page.getByRole('radio', { name: channelsWords('phone.title') })).toBeHidden();
  await act.selectOption(actsWords('withdraw.short'));
  await place(page).selectOption('Switzerland');
  await expect(message(page)).toContainText(fixedPart(messageActs('notice.words')));
});

const told = (page: Page) => page.locator('say-it [data-part=status]');

const say = (page: Page) =>
  page.getByRole('combobox', { name: sayItWords('fields.situation.label') });

test('an email can be three sentences, which is kept, linked to, and never a letter', async ({
  page,
}) => {
  await openTool(page, 'say-it');
  await fillIn(page, 'United Kingdom');
  await page.getByRole('radio', { name: sayItWords('fields.length.options.short') }).check();
  await expect(message(page)).toContainText(fixedPart(sayItWords('length.brief')));
  await expect(message(page)).toContainText(fixedPart(messageActs('notice.brief')));
  await page.getByRole('radio', { name: channelsWords('letter.title'), exact: true }).check();
  await expect(
    page.getByRole('radio', { name: sayItWords('fields.length.options.short') }),
  ).toBeHidden();
  await expect(message(page)).toContainText(fixedPart(messageActs('notice.words')));
  await page.getByRole('radio', { name: channelsWords('email.title'), exact: true }).check();
  await page.getByRole('checkbox', { name: formsWords('keep.label') }).check();
  await page.reload();
  await expect(
    page.getByRole('radio', { name: sayItWords('fields.length.options.short') }),
  ).toBeChecked();
  await page.getByRole('checkbox', { name: formsWords('keep.label') }).uncheck();
  await page.goto('about:blank');
  await page.goto(`${planPath('say-it')}#say-it?situation=staying-put&country=us&length=short`);
  await expect(message(page)).toContainText(fixedPart(stayingPutWords('short')));
  await expect(
    page.getByRole('radio', { name: sayItWords('fields.length.options.short') }),
  ).toBeChecked();
});

test('a note is filled in and taken along, asks for no place, and loses nothing that was typed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTool(page, 'say-it');
  await fillIn(page);
  await say(page).selectOption(later('title'));
  await expect(told(page)).toContainText(
    nowAsked(slotsWords('start-date.label'), later('blanks.new-date')),
  );
  await expect(told(page)).toContainText(
    noLongerAsked(sayItWords('fields.country.label'), sayItWords('fields.accepted.label')),
  );
  for (const hidden of [place(page), page.getByText(sayItWords('folds.job'))])
    await expect(hidden).toBeHidden();
  await expect(page.getByRole('radio', { name: channelsWords('voicemail.title') })).toBeHidden();
  await page.getByRole('textbox', { name: slotsWords('start-date.label') }).fill('Monday');
  await page.getByRole('textbox', { name: later('blanks.new-date') }).fill('Friday');
  await page.getByRole('button', { name: sayItWords('copy') }).click();
  await expect(message(page).getByRole('status')).toHaveText(sayItWords('copied'));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(inOrder(dear('Ms. Rivera'), 'Monday', 'Friday'));
  expect(copied).toContain(fixedPart(later('body')));
  expect(copied).not.toMatch(/[[\]]/);
  await expect(page.getByRole('link', { name: sayItWords('mail') })).toHaveAttribute(
    'href',
    beginsWith(`mailto:?subject=${encodeURIComponent(laterSubject)}`),
  );
  await page.getByRole('radio', { name: channelsWords('phone.title') }).check();
  await expect(message(page)).toContainText(fixedPart(later('spoken')));
  await expect(message(page)).not.toContainText(fixedPart(channelsWords('phone.frame')));
  await say(page).selectOption(anotherOfferWords('title'));
  await expect(told(page)).toContainText(
    noLongerAsked(slotsWords('start-date.label'), later('blanks.new-date')),
  );
  await expect(place(page)).toHaveValue('us');
  await say(page).selectOption(later('title'));
  await page.getByRole('checkbox', { name: formsWords('keep.label') }).check();
  await page.reload();
  await expect(say(page)).toHaveValue('ask-for-a-later-start');
  await expect(page.getByRole('textbox', { name: later('blanks.new-date') })).toHaveValue('Friday');
});

test('a note goes out before any place is chosen, and a link opens it', async ({ page }) => {
  await page.goto(`${planPath('say-it')}#say-it?situation=reply-to-a-threat&length=short`);
  await expect(say(page)).toHaveValue('reply-to-a-threat');
  await expect(message(page)).toContainText(fixedPart(notesWords('reply-to-a-threat.short')));
  await page.getByText(sayItWords('folds.ways'), { exact: true }).click();
  const file = await savedBy(page, sayItWords('saveText'));
  expect(file.text).toContain(fixedPart(notesWords('reply-to-a-threat.subject')));
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a licensed job says whom to ask before the message goes out', async ({ page }) => {
  await openTool(page, 'say-it');
  await place(page).selectOption('United Kingdom');
  await unfold(page, sayItWords('folds.job'));
  await page
    .getByRole('combobox', { name: sayItWords('fields.job.label') })
    .selectOption(sayItWords('fields.job.options.licensed'));
  await expect(message(page)).toContainText(
    sayItWords('ask', {
      to: clausesWords('jobs.licensed.any.say.to'),
      said: clausesWords('jobs.licensed.any.say.words'),
    }),
  );
  await expect(message(page)).toContainText(fixedPart(messageActs('notice.words')));
});

test('on a phone the message begins in the first screen, its words a tap away', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openTool(page, 'say-it');
  await expect(message(page).locator('.message')).toBeInViewport({ ratio: 0.1 });
  await place(page).selectOption('United States');
  const copy = page.getByRole('button', { name: sayItWords('copy') });
  await expect(copy).toBeInViewport();
  await expect(page.getByRole('link', { name: sayItWords('mail') })).toBeInViewport();
  await expect(page.getByRole('button', { name: sayItWords('copySubject') })).toBeHidden();
  // The blanks that every message has, and no more.
  await expect(
    page.getByRole('group', { name: sayItWords('filling') }).getByRole('textbox'),
  ).toHaveCount(3);
  await expect(page.getByRole('textbox')).toHaveCount(3);
  await page.getByRole('textbox', { name: slotsWords('role.label') }).focus();
  await page.getByRole('button', { name: sayItWords('submit') }).click();
  await expect(copy).toBeInViewport();
});

test('beside its form the message stays in sight while one fills in', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openTool(page, 'say-it');
  await unfold(page, sayItWords('folds.more'));
  const tone = page.getByRole('combobox', { name: sayItWords('fields.act.label') });
  await tone.scrollIntoViewIfNeeded();
  await expect(tone).toBeInViewport();
  await expect(page.getByRole('button', { name: sayItWords('copy') })).toBeInViewport();
  const [form, letter] = [await tone.boundingBox(), await message(page).boundingBox()];
  expect(letter?.x).toBeGreaterThan((form?.x ?? 0) + (form?.width ?? 0));
});

test('a blank stays in one piece, and what was filled in runs on', async ({ page }) => {
  for (const width of [320, 390, 430, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await openTool(page, 'say-it');
    await page
      .getByRole('combobox', { name: sayItWords('fields.situation.label') })
      .selectOption(startDatePassedWords('title'));
    const slots = message(page).locator('.slot');
    for (const pieces of await slots.evaluateAll((all) =>
      all.map((one) => one.getClientRects().length),
    )) {
      expect(pieces).toBe(1);
    }
  }
  await page.setViewportSize({ width: 320, height: 844 });
  await page
    .getByRole('textbox', { name: slotsWords('role.label') })
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
  await expect(told(page)).toContainText(
    sayItWords('nowAsked', { fields: sayItWords('fields.trial.label') }),
  );
  await place(page).selectOption('United States');
  await expect(told(page)).toContainText(
    sayItWords('noLongerAsked', { fields: sayItWords('fields.trial.label') }),
  );
  await page.getByRole('radio', { name: channelsWords('letter.title'), exact: true }).check();
  await expect(told(page)).toHaveText(
    beginsWith(nowAsked(slotsWords('sender-address.label'), slotsWords('recipient-address.label'))),
  );
  await place(page).selectOption('Germany');
  await expect(told(page)).toContainText(
    `${actsWords('paper.title')} ${germanyWords('paper.text')}`,
  );
  // What is typed is no news.
  const before = await told(page).textContent();
  await page.getByRole('textbox', { name: slotsWords('role.label') }).fill('Analyst');
  await expect(message(page)).toContainText('Analyst');
  await expect(told(page)).toHaveText(before ?? '');
});

test('a folded field opens with its mistake', async ({ page }) => {
  await openTool(page, 'say-it');
  await fillIn(page);
  const detail = page.getByRole('textbox', { name: slotsWords('detail.label') });
  await unfold(page, sayItWords('folds.more'));
  await detail.fill('x'.repeat(301));
  await unfold(page, sayItWords('folds.more'));
  await expect(detail).toBeHidden();
  await page.getByRole('button', { name: sayItWords('copy') }).click();
  await expect(detail).toBeVisible();
  await page.getByRole('alert').getByRole('link').click();
  await expect(detail).toBeFocused();
});

test('where the first day is near the call comes first, once it is known that it may', async ({
  page,
}) => {
  await openTool(page, 'say-it');
  const soon = page.getByRole('checkbox', { name: sayItWords('fields.soon.label') });
  const chosen = (name: string) => page.getByRole('radio', { name, exact: true });
  await soon.check();
  await expect(chosen(channelsWords('email.title'))).toBeChecked();
  await place(page).selectOption('United States');
  await expect(chosen(channelsWords('phone.title'))).toBeChecked();
  await expect(message(page)).toContainText(sayItWords('callFirst.elsewhere'));
  await expect(told(page)).toContainText(sayItWords('callFirst.elsewhere'));
  await chosen(channelsWords('email.title')).check();
  await page.getByRole('textbox', { name: slotsWords('role.label') }).fill('Analyst');
  await expect(chosen(channelsWords('email.title'))).toBeChecked();
  await place(page).selectOption('France');
  await expect(message(page)).not.toContainText(actsWords('withdraw.next.0.label'));
  await expect(chosen(channelsWords('email.title'))).toBeChecked();
  await place(page).selectOption('Germany');
  await expect(message(page)).toContainText(sayItWords('callFirst.paper'));
  await expect(chosen(channelsWords('phone.title'))).toBeChecked();
  await soon.uncheck();
  await expect(chosen(channelsWords('email.title'))).toBeChecked();
  await page
    .getByRole('combobox', { name: sayItWords('fields.situation.label') })
    .selectOption(alreadyStartedWords('title'));
  await expect(soon).toBeHidden();
});

test('nothing is kept unless asked, and what was cleared can be brought back', async ({ page }) => {
  await openTool(page, 'say-it');
  await fillIn(page);
  expect(await stored(page)).toBeNull();
  await page.getByRole('button', { name: formsWords('clear.label') }).click();
  await expect(page.getByRole('textbox', { name: slotsWords('role.label') })).toHaveValue('');
  await page.getByRole('button', { name: formsWords('clear.undo') }).click();
  await expect(page.getByRole('textbox', { name: slotsWords('role.label') })).toHaveValue(
    'Data Analyst',
  );
  const keep = page.getByRole('checkbox', { name: formsWords('keep.label') });
  await page.getByRole('radio', { name: channelsWords('letter.title'), exact: true }).check();
  await keep.check();
  await page.reload();
  await expect(
    page.getByRole('radio', { name: channelsWords('letter.title'), exact: true }),
  ).toBeChecked();
  await expect(page.getByRole('textbox', { name: slotsWords('role.label') })).toHaveValue(
    'Data Analyst',
  );
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
  await expect(page.getByText(sayItWords('paper.lead'))).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await fillIn(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(sayItWords('paper.lead'))).toBeHidden();
  await expect(message(page)).toContainText(dear('Ms. Rivera'));
  await page
    .getByRole('button', { name: sayItWords('printLetter'), includeHidden: true })
    .dispatchEvent('click');
  const printed = await page.evaluate(() => ('printed' in window ? String(window.printed) : ''));
  expect(printed).toContain(dear('Ms. Rivera'));
  expect(printed).not.toContain(actsWords('withdraw.next.1.label'));
  expect(printed).not.toContain(sayItWords('copy'));
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the composer is what it says on paper', async ({ page }) => {
    await page.goto(planPath('say-it'));
    await expect(page.getByText(sayItWords('paper.lead'))).toBeVisible();
    await expect(page.getByText(fixedPart(messageActs('notice.words')))).toBeVisible();
    await expect(
      page.getByRole('heading', { name: sayItWords('paper.letter', { place: 'Germany' }) }),
    ).toBeVisible();
    await expect(page.getByText(/ordentlich zum nächstmöglichen Zeitpunkt/).first()).toBeVisible();
    await expect(
      page.getByRole('combobox', { name: sayItWords('fields.situation.label') }),
    ).toBeHidden();
  });
});
