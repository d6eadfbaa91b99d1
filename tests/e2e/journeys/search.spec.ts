import type { Page } from '@playwright/test';
import { siteSchema } from '../../../src/site/schema.ts';
import { at } from '../built-site.ts';
import { rawRequest } from '../raw-request.ts';
import { anyOf, beginsWith, writtenAs, writtenIn } from '../written.ts';
import { expect, test } from './whole-site.ts';

const searchWords = writtenIn('search.yaml');
const readingWords = writtenIn('reading.yaml');
const planWords = writtenIn('plan/plan.yaml');
const { home, topics } = writtenAs('site.yaml', siteSchema);

const SEARCH = at('/search/');
const INDEX = at('/search/index.json');

/** Bytes after Brotli: of the index, and of all scripts that a search takes. */
const MOST = { index: 30_000, scripts: 14_600 };

const field = (page: Page) => page.getByRole('searchbox', { name: searchWords('page.label') });
const results = (page: Page) => page.getByRole('main').getByRole('list').getByRole('listitem');
const announced = (page: Page) => page.getByRole('main').getByRole('status');
const alternatives = (page: Page) =>
  page.getByRole('region', { name: searchWords('nothing.title') });
/** What is said of results for `query`, however many there are. */
const resultsFor = (query: string): RegExp =>
  anyOf(...['one', 'many', 'best'].map((some) => searchWords(`status.${some}`, { query })));
const everything = (page: Page) => page.getByRole('region', { name: searchWords('page.browse') });

/** Paths asked for from now on. */
function watchRequests(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

test('somebody types what happened, and follows the first result', async ({ page }) => {
  await page.goto(at('/about/'));
  await page
    .getByRole('banner')
    .getByRole('link', { name: searchWords('page.title') })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(searchWords('page.title'));
  const { says = '', leads = [] } = home.situations.list[0] ?? {};
  await field(page).pressSequentially(says);
  await expect(announced(page)).toHaveText(resultsFor(says));
  await expect(everything(page)).toBeHidden();
  // The address follows, so that the link can be shared.
  await expect(page).toHaveURL(`${SEARCH}?${new URLSearchParams({ q: says })}`);

  const first = results(page).first();
  await expect(first.locator('mark').first()).toBeVisible();
  await first.getByRole('link').click();
  await expect(page).toHaveURL(beginsWith(new URL(at(leads[0] ?? ''), page.url()).href));

  // Back, the results are there again.
  await page.goBack();
  await expect(field(page)).toHaveValue(says);
  await expect(announced(page)).toHaveText(resultsFor(says));
});

test('a shared link searches at once, and an emptied field shows everything', async ({ page }) => {
  await page.goto(`${SEARCH}?q=notice+in+germany`);
  await expect(field(page)).toHaveValue('notice in germany');
  await expect(announced(page)).toHaveText(resultsFor('notice in germany'));
  const links = await results(page)
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.slice(0, 3).join()).toContain(at('/articles/how-late-is-too-late/'));

  await field(page).fill('');
  await expect(everything(page)).toBeVisible();
  await expect(results(page)).toHaveCount(await everything(page).getByRole('listitem').count());
  await expect(announced(page)).toHaveText('');
  await expect(page).toHaveURL(/\/search\/$/);
});

test('typos, plurals and parts of words find what was meant', async ({ page }) => {
  await page.goto(SEARCH);
  for (const [typed, marked] of [
    ['contarct', /^contracts?$/i],
    ['budegt', /^budget/i],
    ['offers', /^offers?$/i],
    ['withdr', /^withdr/i],
  ] as const) {
    await field(page).fill(typed);
    await expect(announced(page)).toHaveText(resultsFor(typed));
    await expect(results(page).first().locator('mark').first()).toHaveText(marked);
  }
});

test('a result leads to the section that answers', async ({ page }) => {
  await page.goto(`${SEARCH}?q=equipment+first+day`);
  const section = results(page)
    .getByRole('link')
    .and(page.locator('[href*="/articles/"][href*="#"]'))
    .first();
  const [, id = ''] = (await section.getAttribute('href'))?.split('#') ?? [];
  await section.click();
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test('where nothing is found, it says what to do instead', async ({ page }) => {
  await page.goto(SEARCH);
  await field(page).fill('xylophone');
  await expect(announced(page)).toHaveText(searchWords('status.nothing', { query: 'xylophone' }));
  await expect(everything(page)).toBeHidden();
  await expect(alternatives(page).getByRole('listitem')).toHaveCount(3);
  await expect(alternatives(page).getByRole('link', { name: /@/ })).toBeVisible();
  await alternatives(page)
    .getByRole('link', { name: planWords('title') })
    .click();
  await expect(page).toHaveURL(/\/plan\/$/);
});

test('words that every page has ask for more', async ({ page }) => {
  await page.goto(SEARCH);
  await field(page).fill('what is it');
  await expect(announced(page)).toHaveText(searchWords('status.more'));
  await expect(everything(page)).toBeVisible();
});

test('nothing is loaded before the field gets the focus, little then, and it works offline', async ({
  page,
  context,
  server,
}) => {
  const paths = watchRequests(page);
  await page.goto(SEARCH);
  await expect(page.locator('site-search:defined')).toBeVisible();
  expect(paths).not.toContain(INDEX);
  await field(page).focus();
  await expect.poll(() => paths).toContain(INDEX);

  const bytesOf = async (path: string) =>
    (await rawRequest(server + path, { headers: { 'accept-encoding': 'br' } })).body.length;
  const scripts = await Promise.all(paths.filter((path) => path.endsWith('.js')).map(bytesOf));
  expect(scripts.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MOST.scripts);
  expect(await bytesOf(INDEX)).toBeLessThanOrEqual(MOST.index);

  await field(page).fill('notice');
  await expect(announced(page)).toHaveText(resultsFor('notice'));
  await context.setOffline(true);
  await field(page).fill('counteroffer');
  await expect(announced(page)).toHaveText(resultsFor('counteroffer'));
  expect(paths.filter((path) => path === INDEX)).toHaveLength(1);
});

test('where the index does not come it says so, and asking again tries again', async ({ page }) => {
  await page.route(`**${INDEX}`, (route) => route.abort());
  await page.goto(`${SEARCH}?q=notice`);
  await expect(announced(page)).toContainText(searchWords('status.failed'));
  await expect(everything(page)).toBeVisible();

  await page.unroute(`**${INDEX}`);
  await page.getByRole('button', { name: searchWords('page.title') }).click();
  await expect(announced(page)).toHaveText(resultsFor('notice'));
});

test('the home page and the one for an unknown address ask too', async ({ page }) => {
  for (const path of ['/', '/no-such-page/']) {
    await page.goto(at(path));
    await field(page).fill('signed contract');
    await field(page).press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=signed\+contract$/);
    await expect(announced(page)).toHaveText(resultsFor('signed contract'));
  }
});

test('what is typed is text, whatever it is', async ({ page }) => {
  const typed = '<img src=x> “notice” {query}';
  await page.goto(`${SEARCH}?${new URLSearchParams({ q: typed })}`);
  await expect(announced(page)).toContainText(typed);
  await expect(page.getByRole('main').locator('img')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the search stands among the topics', async ({ page }) => {
    await page.goto(at('/about/'));
    await page.getByRole('button', { name: readingWords('page.topics') }).click();
    await page
      .getByRole('navigation', { name: readingWords('page.topics') })
      .getByRole('link', { name: searchWords('page.title') })
      .click();
    await expect(field(page)).toBeInViewport();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so and lists the topics and every article', async ({ page }) => {
    await page.goto(at('/articles/'));
    const articles = await page
      .getByRole('main')
      .getByRole('heading', { level: 2 })
      .allInnerTexts();
    await page.goto(`${SEARCH}?q=notice`);
    await expect(page.getByText(searchWords('page.withoutScripts'))).toBeVisible();
    await expect(field(page)).toBeHidden();
    const listed = await everything(page).getByRole('link').allInnerTexts();
    expect(articles.length).toBeGreaterThan(0);
    expect(listed).toEqual(expect.arrayContaining(articles));
    expect(listed).toEqual(expect.arrayContaining(topics.map(({ title }) => title)));
  });
});
