import type { Page } from '@playwright/test';
import { at, everyPage, readBuilt } from '../built-site.ts';
import { expect, test } from '../test.ts';

/** Where forms of the site may send something: an address that somebody typed, or a press of a button. */
const POSTS_TO = [
  at('/newsletter/subscribe/'),
  // The page itself, whose address holds the token of a link in a mail.
  '',
];

/** A form that sends what is in it, and where to; a button of it may say otherwise than the form. */
function sendingForms(page: Page, html: string): Promise<{ method: string; action: string }[]> {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    const forms = [...parsed.querySelectorAll('form')].map((form) => ({
      // As browsers read it: whatever is no method means GET.
      method: form.method,
      action: form.getAttribute('action') ?? '',
    }));
    const buttons = [
      ...parsed.querySelectorAll<HTMLButtonElement>('[formaction], [formmethod]'),
    ].map((button) => ({ method: button.formMethod, action: button.formAction }));
    return [...forms, ...buttons].filter(({ method }) => method !== 'dialog');
  }, html);
}

test('no form of any page puts what was answered into an address', async ({ tab }) => {
  const problems: string[] = [];
  for (const { path, file } of everyPage()) {
    for (const { method, action } of await sendingForms(tab, readBuilt(file))) {
      if (method === 'post' && POSTS_TO.includes(action)) continue;
      // What is searched for is to be in the address, so that it can be shared.
      if (method === 'get' && action === at('/search/')) continue;
      problems.push(`${path}: a form sends with ${method} to "${action}"`);
    }
  }
  expect(problems).toEqual([]);
});

test('a form that says nothing, or nonsense, is seen to send', async ({ tab }) => {
  const pages = [
    '<form><input name="answer"></form>',
    '<form method="get" action="/x"></form>',
    '<form method="none"></form>',
    '<form method="dialog"><button formmethod="get">Next</button></form>',
  ];
  for (const html of pages) {
    expect(await sendingForms(tab, html), html).toMatchObject([{ method: 'get' }]);
  }
});

/** The pages with a form that answers in the browser. */
const ANSWERED_HERE = everyPage().filter(({ file }) =>
  readBuilt(file).includes('<form method="dialog"'),
);

test('the quiz and all tools are among them', () => {
  const paths = ANSWERED_HERE.map(({ path }) => path);
  expect(paths).toContain(at('/quiz/'));
  for (const step of ['decide', 'signed', 'tell-by', 'say-it', 'after']) {
    expect(paths).toContain(at(`/plan/${step}/`));
  }
});

for (const { path } of ANSWERED_HERE) {
  test(`${path} asks for nothing and stays where it is while its scripts are late`, async ({
    page,
  }) => {
    await page.route('**/*.js', () => undefined);
    await page.goto(path, { waitUntil: 'commit' });
    await page.getByRole('contentinfo').waitFor({ state: 'attached' });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.isNavigationRequest()) asked.push(request.url());
    });
    await page.locator('form[method=dialog]').evaluateAll((forms) => {
      for (const form of forms) {
        if (!(form instanceof HTMLFormElement)) continue;
        const [button] = form.querySelectorAll<HTMLButtonElement>('button[type=submit]');
        form.querySelector<HTMLInputElement>('input[type=radio]')?.click();
        form.requestSubmit(button ?? null);
      }
    });
    // A navigation that was asked for would have begun before this is answered.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(asked).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
  });
}
