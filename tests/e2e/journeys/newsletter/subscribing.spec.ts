import { readFileSync } from 'node:fs';
import { join as joined } from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import type { ParsedMail } from 'mailparser';
import { type BuiltLetter, LETTERS_FILE } from '../../../../src/newsletter/letters/built-letter.ts';
import { tracesOf } from '../../../unit/newsletter/traces.ts';
import { builtSite } from '../../built-site.ts';
import { expect, test } from '../../test.ts';
import { type SiteWithMail, siteWithMail } from './site-with-mail.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Your email address' });
const join = (page: Page) => page.getByRole('button', { name: 'Join the list' });

/** The first link in the mail with this number, from 1, that leads to `path`. */
async function linkIn({ inbox }: SiteWithMail, count: number, path: string): Promise<string> {
  const arrived = (await inbox.holds(count))[count - 1];
  const link = new RegExp(`http\\S+${path}\\?t=\\S+`).exec(arrived?.mail.text ?? '')?.[0];
  expect(link, `a link to ${path} in ${arrived?.mail.text}`).toBeDefined();
  return link ?? '';
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('somebody signs up, confirms from the mail that arrived, and leaves again', async ({
      page,
    }) => {
      await using site = await siteWithMail();
      await page.goto(site.home);
      await field(page).fill('ada@example.com');
      await join(page).click();
      if (javaScriptEnabled) {
        await expect(
          page.getByRole('status').filter({ hasText: 'Check your inbox' }),
        ).toBeVisible();
        await expect(page).toHaveURL(site.home);
      } else {
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your inbox');
      }

      const confirm = await linkIn(site, 1, 'newsletter/confirm/');
      expect(site.inbox.arrived[0]?.recipients).toEqual(['ada@example.com']);
      await page.goto(confirm);
      // Following the link alone has changed nothing: no welcome came.
      await page.reload();
      expect(site.inbox.arrived).toHaveLength(1);
      await page.getByRole('button', { name: 'Yes, put me on the list' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are on the list');

      const leave = await linkIn(site, 2, 'newsletter/unsubscribe/');
      await page.goto(confirm);
      await page.getByRole('button', { name: 'Yes, put me on the list' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are on the list');
      expect(site.inbox.arrived).toHaveLength(2);

      await page.goto(leave);
      await page.getByRole('button', { name: 'Take me off the list' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are off the list');
      await page.goto(confirm);
      await page.getByRole('button', { name: 'Yes, put me on the list' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link no longer works');
    });

    test('an address of unusual characters gets its mail, and its bent links work', async ({
      page,
    }) => {
      await using site = await siteWithMail();
      const address = "r&d=50%.o'neil!{x}|$&@example.com";
      await page.goto(site.home);
      await field(page).fill(address);
      await join(page).click();
      if (javaScriptEnabled) {
        await expect(
          page.getByRole('status').filter({ hasText: `If ${address} can join` }),
        ).toBeVisible();
      }
      const confirm = await linkIn(site, 1, 'newsletter/confirm/');
      expect(site.inbox.arrived[0]?.recipients).toEqual([address]);
      await page.goto(`${confirm.replace('?t=', '?t=3D')}>`);
      await page.getByRole('button', { name: 'Yes, put me on the list' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are on the list');

      const leave = await linkIn(site, 2, 'newsletter/unsubscribe/');
      expect(site.inbox.arrived[1]?.recipients).toEqual([address]);
      // Encoded as a whole, so that its path is bent too.
      await page.goto(leave.replace('?t=', '%3Ft%3D'));
      await page.getByRole('button', { name: 'Take me off the list' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are off the list');
    });

    test('a link to leave that cannot be read leads to the other ways to leave', async ({
      page,
    }) => {
      await using site = await siteWithMail();
      await page.goto(`${site.home}newsletter/unsubscribe/?t=half-of-it`);
      await page.getByRole('button', { name: 'Take me off the list' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        "We couldn't read this link",
      );
      const write = page.getByRole('main').getByRole('link', { name: '@' });
      await expect(write).toHaveAttribute('href', /^mailto:.+@.+\?subject=Take%20me%20off/);
    });

    test('an address that cannot exist is told at the field, and nothing typed is lost', async ({
      page,
    }) => {
      await using site = await siteWithMail();
      await page.goto(site.home);
      await field(page).fill('ada@@example');
      await join(page).click();
      await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(field(page)).toHaveAccessibleDescription('Enter one email address only.');
      await expect(field(page)).toHaveValue('ada@@example');
      if (!javaScriptEnabled) {
        await expect(page).toHaveTitle(/^Error: /);
        await expect(page.getByRole('alert')).toBeFocused();
        await page.getByRole('alert').getByRole('link').click();
        await expect(field(page)).toBeFocused();
      }
      await field(page).fill('ada@example.com');
      await join(page).click();
      await site.inbox.holds(1);
    });

    test('too many from one network are asked to come back later', async ({ page }) => {
      await using site = await siteWithMail({ NEWSLETTER_NETWORK_LIMIT: '1' });
      await page.goto(site.home);
      await field(page).fill('ada@example.com');
      await join(page).click();
      await site.inbox.holds(1);
      await page.goto(site.home);
      await field(page).fill('bob@example.com');
      await join(page).click();
      await expect(
        page.getByText(/try again in \d+ minutes/).filter({ visible: true }),
      ).toBeVisible();
    });
  });
}

/** Posts what a mail program does when somebody leaves with one click (RFC 8058); the status. */
async function leaveByHeader(request: APIRequestContext, mail: ParsedMail): Promise<number> {
  const headers = mail.headerLines.map(({ line }) => line.replace(/\r?\n\s*/g, ' '));
  expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const url = headers.flatMap((line) => /^List-Unsubscribe:\s*<(.+)>$/.exec(line)?.[1] ?? [])[0];
  const form = { 'List-Unsubscribe': 'One-Click' };
  return (await request.post(url ?? '', { form, maxRedirects: 0 })).status();
}

test('a mail program leaves with one click, as its headers say', async ({ page, request }) => {
  await using site = await siteWithMail();
  await page.goto(site.home);
  await field(page).fill('ada@example.com');
  await join(page).click();
  const [arrived] = await site.inbox.holds(1);
  if (!arrived) throw new Error('No mail arrived.');
  expect(await leaveByHeader(request, arrived.mail)).toBe(200);
  expect(await leaveByHeader(request, arrived.mail)).toBe(200);
});

test('a letter arrives, is read on the web, and after one click nothing of its reader is left', async ({
  page,
  request,
}) => {
  const file = joined(builtSite().folder, LETTERS_FILE);
  const [letter] = JSON.parse(readFileSync(file, 'utf8')) as [BuiltLetter, ...BuiltLetter[]];
  await using site = await siteWithMail({
    NEWSLETTER_POSTAL_ADDRESS: '1 Main Street, Springfield',
  });
  await page.goto(site.home);
  await field(page).fill('ada-lovelace@example.com');
  await join(page).click();
  await page.goto(await linkIn(site, 1, 'newsletter/confirm/'));
  await page.getByRole('button', { name: 'Yes, put me on the list' }).click();
  await site.inbox.holds(2);

  await site.command('letter', 'send', letter.id, '--yes');
  const arrived = (await site.inbox.holds(3))[2];
  if (!arrived) throw new Error('No letter arrived.');
  expect(arrived.recipients).toEqual(['ada-lovelace@example.com']);
  expect(arrived.mail.subject).toBe(letter.subject);
  expect(arrived.mail.text).toContain('1 Main Street, Springfield');

  expect(arrived.mail.text).toContain(letter.address);
  await page.goto(new URL(new URL(letter.address).pathname, site.home).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(letter.subject);

  expect(tracesOf(site.data, 'ada-lovelace@example.com')).not.toEqual([]);
  expect(await leaveByHeader(request, arrived.mail)).toBe(200);
  expect(tracesOf(site.data, 'ada-lovelace@example.com')).toEqual([]);
  expect(await site.command('letter', 'status', letter.id)).toMatch(/1\s+sent/);
});
