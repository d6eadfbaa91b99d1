import type { Page } from '@playwright/test';
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

test('a mail program leaves with one click, as its headers say', async ({ page, request }) => {
  await using site = await siteWithMail();
  await page.goto(site.home);
  await field(page).fill('ada@example.com');
  await join(page).click();
  const [arrived] = await site.inbox.holds(1);
  const headers = (arrived?.mail.headerLines ?? []).map(({ line }) =>
    line.replace(/\r?\n\s*/g, ' '),
  );
  expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const url = /^List-Unsubscribe:\s*<(.+)>$/.exec(
    headers.find((line) => line.startsWith('List-Unsubscribe:')) ?? '',
  )?.[1];
  const post = () =>
    request.post(url ?? '', { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 });
  expect([(await post()).status(), (await post()).status()]).toEqual([200, 200]);
});
