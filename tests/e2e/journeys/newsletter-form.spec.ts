import type { Locator, Page, Route } from '@playwright/test';
import { at } from '../built-site.ts';
import { leaveOut } from '../left-out.ts';
import { beginsWith, inOrder, writtenIn } from '../written.ts';
import { FLAGSHIP } from './flagship.ts';
import { expect, test } from './whole-site.ts';

const words = writtenIn('newsletter.yaml');

/** What the form posted, read as a server reads it. */
type Sent = Record<string, string>;

const field = (page: Page): Locator => page.getByRole('textbox', { name: words('form.label') });
const join = (page: Page): Locator => page.getByRole('button', { name: words('form.button') });
const take = (page: Page, address: string): Locator =>
  page.getByRole('button', { name: words('form.take', { address }) });
const answer = (page: Page): Locator => page.locator('subscribe-form').getByRole('status');

/** What somebody reads whose sign-up was taken, as `email`. */
const checkInbox = (email = 'ana@example.com') => words('form.check', { email });

/** Answers sign-ups as `reply` says, and returns what was sent, in order. */
async function stub(page: Page, reply: (route: Route) => Promise<void>): Promise<Sent[]> {
  if (test.info().project.name === 'firefox') leaveOut('bodies');
  const sent: Sent[] = [];
  await page.route(`**${at('/newsletter/subscribe/')}`, async (route) => {
    sent.push(Object.fromEntries(new URLSearchParams(route.request().postData() ?? '')));
    expect(route.request().headers()['content-type']).toMatch(
      /^application\/x-www-form-urlencoded/,
    );
    await reply(route);
  });
  return sent;
}

const json = (status: number, body: unknown) => (route: Route) => {
  expect(route.request().headers()['accept']).toBe('application/json');
  return route.fulfill({ status, json: body });
};

test.describe('with scripts', () => {
  for (const path of [FLAGSHIP, at('/'), at('/newsletter/')]) {
    test(`the form on ${path} says in place to look into the inbox`, async ({ page }) => {
      const sent = await stub(page, json(200, { kind: 'check' }));
      await page.goto(path);
      await field(page).fill('ana@example.com');
      await join(page).click();
      await expect(answer(page)).toHaveText(checkInbox());
      await expect(page).toHaveURL(path);
      expect(sent).toEqual([
        { email: 'ana@example.com', page: path.slice(at('').length), website: '' },
      ]);
    });
  }

  test('the result of the quiz has the form too, and the questions do not', async ({ page }) => {
    await page.goto(at('/quiz/'));
    await expect(field(page)).toBeHidden();
    await page.goto('about:blank');
    await page.goto(at('/quiz/#q1-0q02gd4k0301go'));
    await expect(field(page)).toBeVisible();
    const sent = await stub(page, json(200, { kind: 'check' }));
    await field(page).fill('ana@example.com');
    await join(page).click();
    await expect(answer(page)).toHaveText(checkInbox());
    expect(sent.map(({ page: from }) => from)).toEqual(['/quiz/']);
  });

  test('a mistake is told at the field, which gets the focus and keeps what was typed', async ({
    page,
  }) => {
    const sent = await stub(page, json(422, { kind: 'mistake', mistake: 'domain' }));
    await page.goto(at('/newsletter/'));
    for (const [typed, mistake] of [
      ['', 'missing'],
      ['ana', 'no-at'],
      ['ana@-.com', 'domain'],
    ] as const) {
      const text = words(`mistakes.byKind.${mistake}`);
      await field(page).fill(typed);
      await join(page).click();
      await expect(answer(page)).toHaveText(text);
      await expect(field(page)).toBeFocused();
      await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(field(page)).toHaveAccessibleDescription(text);
      await expect(field(page)).toHaveValue(typed);
    }
    expect(sent).toHaveLength(1);

    await field(page).fill('ana@example.com');
    await page.unroute('**/subscribe/');
    await stub(page, json(200, { kind: 'check' }));
    await join(page).click();
    await expect(answer(page)).toHaveText(checkInbox());
    await expect(field(page)).not.toHaveAttribute('aria-invalid');
    await expect(field(page)).toHaveAccessibleDescription('');
  });

  test('a mistyped domain gets a suggestion, and one press takes it', async ({ page }) => {
    const sent = await stub(page, json(200, { kind: 'check' }));
    await page.goto(at('/newsletter/'));
    await field(page).fill('ana@gmial.com');
    await field(page).press('Enter');
    const asked = words('form.suggestion', { address: 'ana@gmail.com' });
    await expect(answer(page)).toHaveText(beginsWith(asked));
    await take(page, 'ana@gmail.com').click();
    await expect(answer(page)).toHaveText(checkInbox('ana@gmail.com'));
    await expect(field(page)).toHaveValue('ana@gmail.com');
    await expect(field(page)).toBeFocused();
    await expect(take(page, 'ana@gmail.com')).toHaveCount(0);
    expect(sent.map(({ email }) => email)).toEqual(['ana@gmail.com']);
  });

  test('a suggestion may be ignored', async ({ page }) => {
    const sent = await stub(page, json(200, { kind: 'check' }));
    await page.goto(at('/newsletter/'));
    await field(page).fill('ana@gmial.com');
    await join(page).click();
    await expect(take(page, 'ana@gmail.com')).toBeVisible();
    expect(sent).toEqual([]);
    await join(page).click();
    await expect(answer(page)).toHaveText(checkInbox('ana@gmial.com'));
    expect(sent.map(({ email }) => email)).toEqual(['ana@gmial.com']);
  });

  test('too many sign-ups are told with the time to wait', async ({ page }) => {
    await stub(page, json(429, { kind: 'busy', minutes: 7 }));
    await page.goto(at('/newsletter/'));
    await field(page).fill('ana@example.com');
    await join(page).click();
    await expect(answer(page)).toHaveText(words('form.busy', { minutes: 7 }));
  });

  test('a list that cannot be written is told, and nothing typed is lost', async ({ page }) => {
    await stub(page, json(503, { kind: 'unavailable' }));
    await page.goto(at('/newsletter/'));
    await field(page).fill('ana@example.com');
    await join(page).click();
    await expect(answer(page)).toHaveText(words('form.unavailable'));
    await expect(field(page)).toHaveValue('ana@example.com');
  });

  for (const [what, reply] of [
    ['cannot be reached', (route: Route) => route.abort()],
    ['answers nonsense', (route: Route) => route.fulfill({ status: 502, body: '<h1>Bad</h1>' })],
    ['answers what nobody agreed on', json(200, { kind: 'other' })],
    ['finds a mistake nobody agreed on', json(422, { kind: 'mistake', mistake: 'other' })],
  ] as const) {
    test(`nothing is lost when the server ${what}`, async ({ page }) => {
      await stub(page, reply);
      await page.goto(at('/newsletter/'));
      await field(page).fill('ana@example.com');
      await join(page).click();
      await expect(answer(page)).toHaveText(words('form.failed'));
      await expect(field(page)).toHaveValue('ana@example.com');
      await page.unroute('**/subscribe/');
      await stub(page, json(200, { kind: 'check' }));
      await join(page).click();
      await expect(answer(page)).toHaveText(checkInbox());
    });
  }

  test('pressing again while it is sent sends nothing twice', async ({ page }) => {
    const go = Promise.withResolvers<void>();
    const sent = await stub(page, async (route) => {
      await go.promise;
      await json(200, { kind: 'check' })(route);
    });
    await page.goto(at('/newsletter/'));
    await field(page).fill('ana@example.com');
    await join(page).click();
    await expect(answer(page)).toHaveText(words('form.sending'));
    await join(page).click();
    await expect(join(page)).toBeEnabled();
    go.resolve();
    await expect(answer(page)).toHaveText(checkInbox());
    expect(sent).toHaveLength(1);
  });

  test('where the words do not come, the form is sent as without scripts', async ({ page }) => {
    await page.route('**/newsletter/words.json', (route) => route.abort());
    await stub(page, (route) => {
      expect(route.request().headers()['accept']).toContain('text/html');
      return route.fulfill({ status: 303, headers: { location: at('/newsletter/check/') } });
    });
    await page.goto(at('/newsletter/'));
    await field(page).fill('ana@example.com');
    await join(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('check.title'));
  });

  test('an answer in place replaces the mistake that came with the page', async ({ page }) => {
    await stub(page, json(200, { kind: 'check' }));
    await page.goto(at('/newsletter/mistake/no-at/'));
    await field(page).fill('ana@example.com');
    await join(page).click();
    await expect(answer(page)).toHaveText(checkInbox());
    await expect(page.locator('form .mistake')).toHaveCount(1);
    await expect(field(page)).not.toHaveAttribute('aria-describedby');
  });

  test('on a phone, buttons are as large as a thumb, also the suggested one', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(at('/newsletter/'));
    await field(page).fill('a-rather-long-name-for-a-mailbox@gmial.com');
    await join(page).click();
    const suggested = take(page, 'a-rather-long-name-for-a-mailbox@gmail.com');
    const targets = [field(page), join(page), suggested];
    for (const target of targets) {
      await expect(target).toBeVisible();
      const box = await target.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    }
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the form posts, and the next page says what to do', async ({ page }) => {
    const sent = await stub(page, (route) =>
      route.fulfill({ status: 303, headers: { location: at('/newsletter/check/') } }),
    );
    await page.goto(FLAGSHIP);
    await field(page).fill('ana@example.com');
    await field(page).press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('check.title'));
    expect(sent).toEqual([
      { email: 'ana@example.com', page: FLAGSHIP.slice(at('').length), website: '' },
    ]);
  });

  test('a mistake is at the top, with the focus on it, and at the field', async ({ page }) => {
    await page.goto(at('/newsletter/mistake/space/'));
    const text = words('mistakes.byKind.space');
    await expect(page).toHaveTitle(inOrder(words('mistakes.prefix'), words('page.title')));
    const summary = page.getByRole('alert', { name: words('mistakes.title') });
    await expect(summary).toBeFocused();
    await expect(field(page)).toHaveAccessibleDescription(text);
    await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
    await summary.getByRole('link', { name: text }).click();
    await expect(field(page)).toBeFocused();
  });

  for (const path of ['confirm', 'unsubscribe']) {
    test(`${path} posts to the address that the mail named`, async ({ page }) => {
      const address = at(`/newsletter/${path}/?t=a-token`);
      await page.goto(address);
      const posted = page.waitForRequest((request) => request.method() === 'POST');
      await page.getByRole('main').getByRole('button').click();
      expect((await posted).url()).toMatch(new RegExp(`${address.replace('?', '\\?')}$`));
    });
  }
});

test('the field asks for an address and nothing else, and no trap is in the way', async ({
  page,
}) => {
  await page.goto(FLAGSHIP);
  const form = page.locator('subscribe-form form');
  await expect(form).toHaveAttribute('novalidate');
  await expect(field(page)).toHaveAttribute('type', 'email');
  await expect(field(page)).toHaveAttribute('autocomplete', 'email');
  await expect(field(page)).toHaveAttribute('spellcheck', 'false');
  await expect(form.locator('[placeholder], [disabled], [checked]')).toHaveCount(0);
  await expect(form.getByRole('textbox')).toHaveCount(1);
  const trap = form.locator('input[name=website]');
  expect((await trap.boundingBox())?.x).toBeLessThan(-200);
  await field(page).focus();
  await page.keyboard.press('Tab');
  await expect(join(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(form.getByRole('link', { name: words('form.privacy') })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(trap).not.toBeFocused();
});
