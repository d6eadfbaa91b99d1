import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { writtenFigures } from '../../../src/figures/written-figures.ts';
import { expect, test } from '../test.ts';
import { writtenIn } from '../written.ts';

const readingWords = writtenIn('reading.yaml');

const FIGURES = Object.entries(writtenFigures());

test('a journalist reads what a figure counts, and takes all of them along', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Figures', exact: true }).click();
  const [first] = FIGURES;
  const item = page.locator(`[id="${first?.[0]}"]`);
  await expect(item).toContainText('28%');
  await expect(item.getByRole('link', { name: 'Robert Half' })).toHaveAttribute('href', /^https:/);
  await expect(page.locator('main dl')).toHaveCount(FIGURES.length);

  const download = page.waitForEvent('download');
  const button = page.getByRole('link', { name: readingWords('figures.download') });
  await expect(button).toBeInViewport();
  await button.click();
  const rows: Record<string, string>[] = parse(await readFile(await (await download).path()), {
    bom: true,
    columns: true,
  });
  expect(
    rows.map((row) => [
      row['Id'],
      row['Value'],
      row['Unit'],
      row[readingWords('figures.labels.whom')],
    ]),
  ).toEqual(FIGURES.map(([id, { value, unit, whom }]) => [id, String(value), unit, whom]));
});

test('a search finds the figure', async ({ page }) => {
  await page.goto('/search/?q=signing+bonus+gartner');
  const result = page.getByRole('main').getByRole('link', { name: /23% got a signing bonus/ });
  await result.first().click();
  await expect(page.locator('[id="gartner-2024-signing-bonus"]')).toBeInViewport();
});
