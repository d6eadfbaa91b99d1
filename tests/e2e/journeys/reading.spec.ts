import { fixedPart, writtenIn } from '../written.ts';
import { FLAGSHIP } from './flagship.ts';
import { expect, test } from './whole-site.ts';

const treeWords = writtenIn('charts/tell-them-today.yaml');
const shareWords = writtenIn('charts/gartner-backed-out.yaml');
const germanyWords = writtenIn('plan/places/de.yaml');
const reasonsWords = writtenIn('charts/reasons-to-back-out.yaml');
const readingWords = writtenIn('reading.yaml');
const contentsName = readingWords('article.contents');

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('a phone shows the whole answer in its first screen', async ({ page }) => {
  await page.goto(FLAGSHIP);
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
  await expect(page.locator('#answer')).toBeInViewport({ ratio: 1 });
});

test('the contents lead to a section', async ({ page }) => {
  await page.goto(FLAGSHIP);
  const link = page.locator('.sections').getByRole('link', { includeHidden: true }).nth(1);
  await expect(link).toBeHidden();
  await page.getByText(contentsName).and(page.locator('summary')).tap();
  const section = await link.innerText();
  await link.tap();
  const heading = page.getByRole('heading', { level: 2, name: section, exact: true });
  await expect(heading).toBeInViewport({ ratio: 1 });
  await expect
    .poll(async () => (await heading.boundingBox())?.y, { message: 'pixels from the top' })
    .toBeLessThan(100);
});

test('a citation leads to its source and back', async ({ page }) => {
  await page.goto(FLAGSHIP);
  const citation = page
    .getByRole('link', { name: readingWords('article.citation', { number: 1 }), exact: true })
    .first();
  await citation.tap();
  const source = page
    .getByRole('region', { name: readingWords('article.sources') })
    .getByRole('listitem')
    .first();
  await expect(source).toBeInViewport({ ratio: 1 });
  await expect(source.getByRole('link').first()).toHaveAttribute('href', /^https:\/\//);
  await expect(citation).not.toBeInViewport();

  await source
    .getByRole('link', { name: readingWords('article.back', { use: 1, number: 1 }) })
    .tap();
  await expect(citation).toBeInViewport({ ratio: 1 });
});

test('the chart says in a table what it draws', async ({ page }) => {
  await page.goto(FLAGSHIP);
  await expect(
    page.getByRole('img', { name: readingWords('chart.drawing', { title: shareWords('title') }) }),
  ).toBeVisible();
  await page.getByText(readingWords('chart.table')).tap();
  const row = page.getByRole('row', { name: /Q1 2025/ });
  await expect(row.getByRole('cell', { name: '35%' })).toBeVisible();
  await expect(row.getByRole('link')).toHaveAttribute('href', /^https:\/\//);
});

test('a tree of questions reads as a list, and each of its answers leads on', async ({ page }) => {
  await page.goto('/articles/is-it-the-job-or-the-nerves/');
  const chart = page.getByRole('figure', { name: treeWords('title') });
  const questions = chart.getByRole('list').first().locator('> li');
  await expect(questions).toHaveCount(7);
  const germany = questions
    .filter({ hasText: treeWords('questions.4.ask') })
    .getByRole('list')
    .getByRole('listitem')
    .filter({ hasText: treeWords('questions.4.exits.0.answer') });
  await expect(germany).toContainText(treeWords('questions.4.exits.0.verdict'));
  await germany.getByRole('link').tap();
  await expect(page).toHaveURL(/\/plan\/say-it\//);
  await expect(page.locator('say-it [data-part=body]')).toContainText(
    fixedPart(germanyWords('paper.letter')),
  );
});

test('bars say their values in a list, and their sources in a table', async ({ page }) => {
  await page.goto('/articles/better-offer-after-accepting/');
  const chart = page.getByRole('figure', { name: reasonsWords('title') });
  await expect(chart.getByRole('list')).toHaveCount(2);
  const reason = reasonsWords('groups.0.bars.0.label');
  const bar = chart.getByRole('listitem').filter({ hasText: reason });
  await expect(bar).toContainText('44%');
  await chart.getByText(readingWords('chart.table')).tap();
  const row = chart.getByRole('row', { name: reason });
  await expect(row.getByRole('cell', { name: '44%' })).toBeVisible();
  await expect(row.getByRole('link')).toHaveAttribute('href', /^https:\/\//);
});

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  test('the contents stay beside the text and show where one is', async ({ page }) => {
    await page.goto(FLAGSHIP);
    const contents = page.getByRole('navigation', { name: contentsName });
    const links = contents.getByRole('link');
    await expect(links.first()).toBeInViewport();
    await expect(contents.locator('[aria-current]')).toHaveCount(0);
    const last = links.last();
    await last.click();
    await expect(last).toHaveAttribute('aria-current', 'location');
    await expect(contents.locator('[aria-current]')).toHaveCount(1);
    await expect(last).toBeInViewport();
  });
});
