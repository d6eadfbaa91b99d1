import { fileURLToPath } from 'node:url';
import { type BuiltSite, builtFiles, readBuilt } from '../built-site.ts';
import { Findings } from '../findings.ts';
import { axeViolations, installAxe } from '../inspections/axe.ts';
import { overflow } from '../inspections/overflow.ts';
import { smallTargets } from '../inspections/targets.ts';
import { expect, test } from '../test.ts';
import { buildOther, serveOther } from './other-site.ts';

const articles = fileURLToPath(new URL('odd-content', import.meta.url));

/** WCAG 2.2, 1.4.12: what a reader may set, and nothing may be lost. */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

test('what writers write comes out right', async ({ tab }) => {
  test.slow();
  await using site = await buildOther({}, articles);
  expect(site.output.match(/odd\.mdx:\d+:? leads to \S+/g)).toEqual([
    'odd.mdx:14 leads to /articles/odd-draft/,',
    'odd.mdx:14: leads to #nowhere,',
    'odd.mdx:14: leads to ./odd-plain.mdx,',
    'odd.mdx:14: leads to /gone/,',
    'odd.mdx:14: leads to /about/#nope,',
  ]);
  expect(filesWith('wombat', site)).toEqual([]);

  await serveOther(site, async (server) => {
    await tab.goto(`${server}/articles/odd/`);
    const text = tab.locator('.prose');

    // Headings leave the page its own ids, and links of the same text follow them.
    const ids = await tab.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.length).toBe(new Set(ids).size);
    await expect(text.getByRole('link', { name: 'self' })).toHaveAttribute(
      'href',
      '#email-section',
    );
    await expect(tab.getByRole('textbox', { name: 'Your email address' })).toBeVisible();

    const cells = text.getByRole('row').nth(1).getByRole('cell');
    for (const [index, side] of ['start', 'center', 'right'].entries()) {
      await expect(cells.nth(index)).toHaveCSS(
        'text-align',
        side === 'start' ? /left|start/ : side,
      );
    }
    const picture = text.getByRole('img', { name: 'A vector' });
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(0);
    for (const list of await text
      .locator('blockquote ol, details:not(.sections) ol, .footnotes ol')
      .all()) {
      await expect(list).toHaveCSS('list-style-type', 'decimal');
    }
    await expect(text.locator('ol[start="7"]')).toHaveCSS('list-style-type', 'decimal');
    await expect(text.getByRole('img', { name: 'Done:' })).toHaveCount(1);
    for (const item of await text.locator('.task-list-item').all()) {
      await expect(item).toHaveCSS('list-style-type', 'none');
    }
    await expect(text.getByText('Written as [@odd] here.')).toBeVisible();
    await expect(text.locator('p.sr-only')).toHaveCSS('width', '1px');

    // What is wide has a name and is scrolled by the keyboard, and the page stays narrow.
    await tab.setViewportSize({ width: 320, height: 640 });
    for (const name of ['Table 1: One column, Two, Three, Four, Five', 'Code 1', 'Formula 1']) {
      const region = text.getByRole('region', { name });
      await region.focus();
      await tab.keyboard.press('ArrowRight');
      await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
    }
    await installAxe(tab);
    for (const page of ['odd', 'odd-plain']) {
      await tab.goto(`${server}/articles/${page}/`);
      await installAxe(tab);
      const findings = new Findings();
      findings.add(page, await axeViolations(tab));
      for (const spacing of ['', TEXT_SPACING]) {
        await tab.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [sheet];
        }, spacing);
        await tab.evaluate(() => probe.unfold());
        findings.add(`${page} ${spacing}`, await overflow(tab));
      }
      findings.add(page, await smallTargets(tab));
      expect(findings.lines).toEqual([]);
    }

    // On paper nothing is cut, and what was folded lies open.
    await tab.goto(`${server}/articles/odd/`);
    await tab.emulateMedia({ media: 'print' });
    await tab.setViewportSize({ width: 640, height: 900 });
    await expect(text.getByText('What was folded.')).toBeVisible();
    expect(await overflow(tab)).toEqual([]);
    const cut = await tab
      .locator('.prose *')
      .evaluateAll((all) =>
        all
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      );
    expect(cut).toEqual([]);
  });
});

/** The files of a site that hold a word, in whatever they are, or have it in their name. */
function filesWith(word: string, site: BuiltSite): string[] {
  return builtFiles('', site).filter(
    (file) => file.includes(word) || (/\.\w+$/.test(file) && readBuilt(file, site).includes(word)),
  );
}
