import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { type BuiltLetter, LETTERS_FILE } from '../../../src/newsletter/letters/built-letter.ts';
import { builtSite } from '../built-site.ts';
import { axeViolations, installAxe } from '../inspections/axe.ts';
import { faint } from '../inspections/contrast.ts';
import { expect, test } from '../test.ts';

const letters: readonly BuiltLetter[] = JSON.parse(
  readFileSync(join(builtSite().folder, LETTERS_FILE), 'utf8'),
);

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:standard'],
    rules: {
      // Styles stand at the elements, and tables make columns, as mail programs want it.
      'no-inline-style': 'off',
      'doctype-style': 'off',
      'no-deprecated-attr': 'off',
      'no-conditional-comment': 'off',
      // Programs read this name of the role, and the element of the other in no mail.
      'presentation-role-style': 'off',
      'prefer-native-element': 'off',
    },
  }),
);

/** A letter's HTML for somebody who gets it. */
const received = ({ html }: BuiltLetter) =>
  html
    .replaceAll('%%unsubscribe%%', 'https://example.com/newsletter/unsubscribe/?t=a')
    .replaceAll('%%postal-address%%', '1 Main Street, Springfield');

/** The paper of a letter (src/build/letters/mail-look.ts). */
const PAPERS = { light: 'rgb(255, 255, 255)', dark: 'rgb(17, 20, 27)' };

/** The backgrounds of all that holds the text of a letter, each once, but for cards and buttons. */
function backgroundsOf(): string[] {
  const holders = [...document.querySelectorAll('body, body div, body table, body td')].filter(
    (one) => !one.closest('.card, .button'),
  );
  const colors = holders.map((one) => getComputedStyle(one).backgroundColor);
  return [...new Set(colors)].filter((color) => color !== 'rgba(0, 0, 0, 0)');
}

test('there are letters', () => {
  expect(letters.length).toBeGreaterThan(0);
});

for (const letter of letters) {
  const { id, html, text, subject } = letter;

  test(`the mail "${id}" is valid, and Gmail does not cut it`, async () => {
    const { results } = await validator.validateString(received(letter));
    const told = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
    );
    expect(told).toEqual([]);
    expect(Buffer.byteLength(html)).toBeLessThan(90 * 1024);
    expect(html).not.toMatch(
      /<img\b[^>]*(?:width|height)="?[01]"?[\s>]|<script|@font-face|@import/,
    );
  });

  test(`the pictures of the mail "${id}" are there`, () => {
    const { origin } = new URL(letter.address);
    const names = [...html.matchAll(/<img\b[^>]*?\ssrc="([^"]*)"/g)].map(([, src = '']) => src);
    expect(names.filter((src) => !src.startsWith(`${origin}/`))).toEqual([]);
    const lost = names.filter((src) => {
      const path = new URL(src).pathname.slice(builtSite().base.length);
      return !existsSync(join(builtSite().folder, path));
    });
    expect(lost).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the mail "${id}" can be read by everybody, ${colorScheme}`, async ({ tab, server }, {
      outputDir,
    }) => {
      await tab.emulateMedia({ colorScheme });
      // Its pictures are those of the site under test.
      const { origin } = new URL(letter.address);
      const body = received(letter).replaceAll(`${origin}/`, `${server}/`);
      await tab.route('**/a-mail', (route) => route.fulfill({ contentType: 'text/html', body }));
      await tab.goto(`${server}/a-mail`);
      await installAxe(tab);
      for (const width of [320, 375, 640]) {
        await tab.setViewportSize({ width, height: 800 });
        const overflow = await tab.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `wider than ${width} px by`).toBe(0);
        if (width === 320) continue;
        const path = join(outputDir, '../../letters', `${id}-${colorScheme}-${width}.png`);
        await tab.screenshot({ path, fullPage: true });
      }
      expect(await tab.evaluate(backgroundsOf)).toEqual([PAPERS[colorScheme]]);
      expect(await faint(tab)).toEqual([]);
      // A mail has no landmarks: a mail program has them around it. The targets of a text stand in sentences.
      expect(await axeViolations(tab, ['region', 'landmark-one-main'])).toEqual([]);
    });
  }

  test(`the mail "${id}" says all of it without styles and without pictures`, async ({ tab }) => {
    await tab.setContent(
      received(letter)
        .replace(/<style[\s\S]*?<\/style>/g, '')
        .replace(/ (?:style|class|bgcolor|width)="[^"]*"/g, '')
        .replace(/<img\b[^>]*?\salt="([^"]*)"[^>]*>/g, '$1'),
    );
    const shown = await tab.locator('body').innerText();
    const addressless = text.replace(/<?https?:\S+>?|%%\S+%%/g, '').replaceAll(subject, '');
    const words = new Set(addressless.match(/[\p{L}\p{N}]{3,}/gu));
    const lost = [...words].filter((word) => !shown.includes(word));
    expect(lost).toEqual([]);
    expect(shown.indexOf(subject)).toBeLessThan(shown.indexOf('1 Main Street'));
  });
}
