import { siteSchema } from '../../../src/site/schema.ts';
import { typographic } from '../../../src/site/typographic.ts';
import { at } from '../built-site.ts';
import { writtenAs, writtenIn } from '../written.ts';
import { expect, test } from './whole-site.ts';

const readingWords = writtenIn('reading.yaml');
const planWords = writtenIn('plan/plan.yaml');

const { topics } = writtenAs('site.yaml', siteSchema);

for (const { id, title, intro = '', order } of topics) {
  test(`the topic "${title}" says what to read first, and then what else there is`, async ({
    page,
  }) => {
    await page.goto(at(`/topics/${id}/`));
    await expect(page.getByText(typographic(intro.trim()))).toBeVisible();
    await expect(
      page.getByRole('heading', { level: 2, name: readingWords('list.start') }),
    ).toBeVisible();
    const links = page.getByRole('main').locator('ol').getByRole('link');
    const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(paths).toEqual(order.map((slug) => at(`/articles/${slug}/`)));
    // Each article of the topic is there once.
    const all = await page
      .getByRole('main')
      .locator('.articles')
      .getByRole('link')
      .evaluateAll((every) => every.map((one) => one.getAttribute('href')));
    expect(new Set(all).size).toBe(all.length);
  });
}

test('an article says which step of the plan it belongs to, and leads there', async ({ page }) => {
  await page.goto(at('/articles/how-late-is-too-late/'));
  const line = page.getByText(readingWords('article.step', { step: '3', count: '5' }));
  await line.getByRole('link', { name: planWords('steps.tell-by.name') }).click();
  await expect(page).toHaveURL(new RegExp(`${at('/plan/')}#step-tell-by$`));
  await expect(page.locator('#step-tell-by')).toBeInViewport();

  await page.goto(at('/articles/artistic/'));
  await expect(page.getByText(/^Step \d of \d/)).toHaveCount(0);
});

test('the home page lists what is new, and what was changed with the day', async ({ page }) => {
  await page.goto(at('/'));
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(headings.slice(2, 6)).toEqual([
    readingWords('home.articles'),
    'New',
    'Updated',
    readingWords('home.topics'),
  ]);
  const listBelow = (name: string) =>
    page
      .getByRole('heading', { level: 2, name, exact: true })
      .locator('xpath=following-sibling::*[1]');
  const updated = listBelow('Updated').getByRole('listitem');
  const days = await updated
    .locator('time')
    .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
  expect(days.length).toBe(await updated.count());
  expect(days).toEqual([...days].sort().reverse());
  const names = await page.locator('.articles').getByRole('link').allTextContents();
  expect(new Set(names).size).toBe(names.length);
  await expect(listBelow('New').getByRole('listitem')).toHaveCount(5);
});

test('a link in a note on the law is one', async ({ page }) => {
  await page.goto(at('/articles/better-offer-after-accepting/'));
  const law = page.getByRole('region', { name: readingWords('article.law') });
  await law.getByRole('link', { name: 'promissory estoppel' }).click();
  await expect(page).toHaveURL(new RegExp(`${at('/glossary/')}#estoppel$`));
});
