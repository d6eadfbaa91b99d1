import { readFileSync } from 'node:fs';
import { join as joined } from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import type { ParsedMail } from 'mailparser';
import { type BuiltLetter, LETTERS_FILE } from '../../../../src/newsletter/letters/built-letter.ts';
import { tracesOf } from '../../../unit/newsletter/traces.ts';
import { builtSite } from '../../built-site.ts';
import { test as base, expect } from '../../test.ts';
import { anyOf, endsWith, writtenIn } from '../../written.ts';
import { type SiteWithMail, siteWithMail } from './site-with-mail.ts';

const newsletterWords = writtenIn('newsletter.yaml');

/** With one server for all that a worker tries: each of them is somebody else. */
const test = base.extend<object, { readonly site: SiteWithMail }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
    async ({}, use) => {
      await using site = await siteWithMail({
        NEWSLETTER_POSTAL_ADDRESS: '1 Main Street, Springfield',
        NEWSLETTER_NETWORK_LIMIT: '1000',
      });
      await use(site);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const field = (page: Page) => page.getByRole('textbox', { name: newsletterWords('form.label') });
const join = (page: Page) => page.getByRole('button', { name: newsletterWords('form.button') });

/** The mails to `email`. */
const mailsTo = ({ inbox }: SiteWithMail, email: string) =>
  inbox.arrived.filter(({ recipients }) => String(recipients) === email);

/** The mail to `email` with this number, from 1, once it has come. */
async function mailTo(site: SiteWithMail, email: string, count: number): Promise<ParsedMail> {
  for (;;) {
    const mail = mailsTo(site, email)[count - 1]?.mail;
    if (mail) return mail;
    await site.inbox.holds(site.inbox.arrived.length + 1);
  }
}

/** The first link in the mail to `email` with this number, from 1, that leads to `path`. */
async function linkIn(...[site, email, count, path]: [SiteWithMail, string, number, string]) {
  const { text = '' } = await mailTo(site, email, count);
  const link = new RegExp(`http\\S+${path}\\?t=\\S+`).exec(text)?.[0];
  expect(link, `a link to ${path} in ${text}`).toBeDefined();
  return link ?? '';
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const reader = (name: string) => `${name}-${javaScriptEnabled}@example.com`;

    test('somebody signs up, confirms from the mail that arrived, and leaves again', async ({
      page,
      site,
    }) => {
      const email = reader('ada');
      await page.goto(site.home);
      await field(page).fill(email);
      await join(page).click();
      if (javaScriptEnabled) {
        await expect(
          page.getByRole('status').filter({ hasText: newsletterWords('form.check', { email }) }),
        ).toBeVisible();
        await expect(page).toHaveURL(site.home);
      } else {
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(
          newsletterWords('check.title'),
        );
      }

      const confirm = await linkIn(site, email, 1, 'newsletter/confirm/');
      await page.goto(confirm);
      // Following the link alone has changed nothing: no welcome came.
      await page.reload();
      expect(mailsTo(site, email)).toHaveLength(1);
      await page.getByRole('button', { name: newsletterWords('confirm.button') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        newsletterWords('confirmed.title'),
      );

      const leave = await linkIn(site, email, 2, 'newsletter/unsubscribe/');
      await page.goto(confirm);
      await page.getByRole('button', { name: newsletterWords('confirm.button') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        newsletterWords('confirmed.title'),
      );
      expect(mailsTo(site, email)).toHaveLength(2);

      await page.goto(leave);
      await page.getByRole('button', { name: newsletterWords('unsubscribe.button') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        newsletterWords('unsubscribed.title'),
      );
      await page.goto(confirm);
      await page.getByRole('button', { name: newsletterWords('confirm.button') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        newsletterWords('expired.title'),
      );
    });

    test('an address of unusual characters gets its mail, and its bent links work', async ({
      page,
      site,
    }) => {
      const address = reader("r&d=50%.o'neil!{x}|$&");
      await page.goto(site.home);
      await field(page).fill(address);
      await join(page).click();
      if (javaScriptEnabled) {
        await expect(
          page
            .getByRole('status')
            .filter({ hasText: newsletterWords('form.check', { email: address }) }),
        ).toBeVisible();
      }
      const confirm = await linkIn(site, address, 1, 'newsletter/confirm/');
      await page.goto(`${confirm.replace('?t=', '?t=3D')}>`);
      await page.getByRole('button', { name: newsletterWords('confirm.button') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        newsletterWords('confirmed.title'),
      );

      const leave = await linkIn(site, address, 2, 'newsletter/unsubscribe/');
      // Encoded as a whole, so that its path is bent too.
      await page.goto(leave.replace('?t=', '%3Ft%3D'));
      await page.getByRole('button', { name: newsletterWords('unsubscribe.button') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        newsletterWords('unsubscribed.title'),
      );
    });

    test('a link to leave that cannot be read leads to the other ways to leave', async ({
      page,
      site,
    }) => {
      await page.goto(`${site.home}newsletter/unsubscribe/?t=half-of-it`);
      await page.getByRole('button', { name: newsletterWords('unsubscribe.button') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        newsletterWords('unreadable.title'),
      );
      const write = page.getByRole('main').getByRole('link', { name: '@' });
      await expect(write).toHaveAttribute(
        'href',
        endsWith(`?subject=${encodeURIComponent(newsletterWords('unreadable.subject'))}`),
      );
      await expect(write).toHaveAttribute('href', /^mailto:.+@.+/);
    });

    test('an address that cannot exist is told at the field, and nothing typed is lost', async ({
      page,
      site,
    }) => {
      await page.goto(site.home);
      await field(page).fill('ada@@example');
      await join(page).click();
      await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(field(page)).toHaveAccessibleDescription(
        newsletterWords('mistakes.byKind.several'),
      );
      await expect(field(page)).toHaveValue('ada@@example');
      if (!javaScriptEnabled) {
        await expect(page).toHaveTitle(/^Error: /);
        await expect(page.getByRole('alert')).toBeFocused();
        await page.getByRole('alert').getByRole('link').click();
        await expect(field(page)).toBeFocused();
      }
      await field(page).fill(reader('eve'));
      await join(page).click();
      await mailTo(site, reader('eve'), 1);
    });
  });
}

test('too many from one network are asked to come back later, with JavaScript and without', async ({
  page,
  browser,
}) => {
  await using site = await siteWithMail({ NEWSLETTER_NETWORK_LIMIT: '1' });
  await page.goto(site.home);
  await field(page).fill('ada@example.com');
  await join(page).click();
  await mailTo(site, 'ada@example.com', 1);
  const plain = await browser.newPage({ javaScriptEnabled: false });
  for (const tab of [page, plain]) {
    await tab.goto(site.home);
    await field(tab).fill('bob@example.com');
    await join(tab).click();
    await expect(
      tab
        .getByText(anyOf(newsletterWords('form.busy'), newsletterWords('busy.text')))
        .filter({ visible: true }),
    ).toBeVisible();
  }
  await plain.close();
});

/** Posts what a mail program does when somebody leaves with one click (RFC 8058); the status. */
async function leaveByHeader(request: APIRequestContext, mail: ParsedMail): Promise<number> {
  const headers = mail.headerLines.map(({ line }) => line.replace(/\r?\n\s*/g, ' '));
  expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const url = headers.flatMap((line) => /^List-Unsubscribe:\s*<(.+)>$/.exec(line)?.[1] ?? [])[0];
  const form = { 'List-Unsubscribe': 'One-Click' };
  return (await request.post(url ?? '', { form, maxRedirects: 0 })).status();
}

test('a mail program leaves with one click, as its headers say', async ({
  page,
  request,
  site,
}) => {
  await page.goto(site.home);
  await field(page).fill('bob@example.com');
  await join(page).click();
  const mail = await mailTo(site, 'bob@example.com', 1);
  expect(await leaveByHeader(request, mail)).toBe(200);
  expect(await leaveByHeader(request, mail)).toBe(200);
});

test('a letter arrives, is read on the web, and after one click nothing of its reader is left', async ({
  page,
  request,
  site,
}) => {
  const email = 'ada-lovelace@example.com';
  const file = joined(builtSite().folder, LETTERS_FILE);
  const [letter] = JSON.parse(readFileSync(file, 'utf8')) as [BuiltLetter, ...BuiltLetter[]];
  await page.goto(site.home);
  await field(page).fill(email);
  await join(page).click();
  await page.goto(await linkIn(site, email, 1, 'newsletter/confirm/'));
  await page.getByRole('button', { name: newsletterWords('confirm.button') }).click();
  await mailTo(site, email, 2);

  await site.command('letter', 'send', letter.id, '--yes');
  const arrived = await mailTo(site, email, 3);
  expect(arrived.subject).toBe(letter.subject);
  expect(arrived.text).toContain('1 Main Street, Springfield');

  expect(arrived.text).toContain(letter.address);
  await page.goto(new URL(new URL(letter.address).pathname, site.home).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(letter.subject);

  expect(tracesOf(site.data, email)).not.toEqual([]);
  expect(await leaveByHeader(request, arrived)).toBe(200);
  expect(tracesOf(site.data, email)).toEqual([]);
  expect(await site.command('letter', 'status', letter.id)).toMatch(/1\s+sent/);
});
