import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDirectory } from '../../../src/site/content-directory.ts';
import { at } from '../built-site.ts';
import { expect, test } from '../test.ts';
import { fixedPart, writtenIn } from '../written.ts';

const lawWords = writtenIn('law.yaml');

interface WrittenPlace {
  readonly name: string;
  readonly notice: { readonly rule: string; readonly unsure: string; readonly sources?: string[] };
}

// Checked by the build, which reads the same files.
const places = globSync(join(contentDirectory(), 'plan/places/*.yaml')).map(
  (file) => parse(readFileSync(file, 'utf8')) as WrittenPlace,
);

test('an article says the notice of every place as the tools have it, with its sources', async ({
  page,
}) => {
  await page.goto(at('/articles/how-late-is-too-late/'));
  expect(places.length).toBeGreaterThan(10);
  for (const { name, notice } of places) {
    const term = page.getByRole('term').filter({ hasText: name }).first();
    const lines = term.locator('xpath=following-sibling::dd');
    await expect(lines.first()).toHaveText(`${notice.rule.trim()} ${notice.unsure.trim()}`);
    if (!notice.sources) continue;
    await expect(lines.nth(1).getByRole('link')).toHaveCount(notice.sources.length);
    await expect(lines.nth(1)).toContainText(fixedPart(lawWords('checked')));
    await expect(lines.nth(1)).toContainText(/\w+ 20\d\d/);
  }
});

test('a feed says it too', async ({ request }) => {
  const feed = await (await request.get(at('/feed.xml'))).text();
  for (const { name } of places) expect(feed).toContain(`&lt;dt&gt;${name}&lt;`);
});
