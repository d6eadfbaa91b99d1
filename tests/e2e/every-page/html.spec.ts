import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { builtSite, everyPage, readBuilt } from '../built-site.ts';
import { expect, test } from '../test.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:standard'],
    // No native element suggests as one types and announces it everywhere (ARIA practices, combobox).
    rules: { 'prefer-native-element': ['error', { exclude: ['listbox'] }] },
  }),
);

for (const { path, file } of everyPage()) {
  test(`the HTML of ${path} is valid`, async () => {
    const { results } = await validator.validateFile(join(builtSite().folder, file));
    const problems = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
    );
    expect(problems).toEqual([]);
  });
}

test('every page has one main heading, ranks without gaps, a language, a title and a description of its own', async ({
  tab,
}) => {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const { path, file } of everyPage()) {
    const outline = await tab.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      return {
        language: parsed.documentElement.lang,
        ranks: [...parsed.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) =>
          Number(localName.slice(1)),
        ),
        title: parsed.title,
        description: parsed.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
        hidden: parsed.querySelector('meta[name=robots][content=noindex]') !== null,
      };
    }, readBuilt(file));
    const { language, ranks, title, description, hidden } = outline;
    if (language !== 'en-US') problems.push(`${path}: the language is "${language}"`);
    const main = ranks.filter((rank) => rank === 1).length;
    if (main !== 1) problems.push(`${path}: ${main} main headings`);
    for (const [index, rank] of ranks.entries()) {
      const above = ranks[index - 1] ?? 0;
      if (rank > above + 1) problems.push(`${path}: a heading of rank ${rank} below rank ${above}`);
    }
    for (const [what, text] of Object.entries({ title, description })) {
      if (text.trim() === '') problems.push(`${path}: no ${what}`);
      const other = seen.get(`${what}: ${text}`);
      // Pages about different mistakes are titled alike; no search engine lists them side by side.
      if (other && !hidden) problems.push(`${path}: the ${what} of ${other}`);
      seen.set(`${what}: ${text}`, path);
    }
    if (description.length > 160)
      problems.push(`${path}: a description of ${description.length} characters`);
  }
  expect(problems).toEqual([]);
});
