import { builtFiles, everyPage, readBuilt } from '../built-site.ts';
import { expect, test } from '../test.ts';

/**
 * What scripts must not use, as the oldest browsers with the full site lack it: Safari 16.4, by MDN's
 * compatibility data. With the first Safari that has each.
 */
const NEWER_SCRIPT: Readonly<Record<string, RegExp>> = {
  'checkVisibility (17.4)': /\.checkVisibility\(/,
  'Object.groupBy, Map.groupBy (17.4)': /\b(?:Object|Map)\.groupBy\(/,
  'Promise.withResolvers (17.4)': /\bPromise\.withResolvers\(/,
  'Promise.try (18.2)': /\bPromise\.try\(/,
  'AbortSignal.any (17.4)': /\bAbortSignal\.any\(/,
  'URL.canParse (17), URL.parse (18)': /\bURL\.(?:canParse|parse)\(/,
  'methods of sets (17)':
    /\.(?:union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/,
  'popovers by script (17)': /\.(?:show|hide|toggle)Popover\(/,
  'view transitions (18)': /\bstartViewTransition\(/,
  'Iterator (18.4)': /\bIterator\.(?:from|concat)\(/,
  'regular expressions with v (17)': /\/[dgimsuy]*v[dgimsuy]*\.(?:test|exec)\(/,
};

/** What sheets must not need: nesting is built down, and colors of both schemes are variables. */
const NEWER_SHEET: Readonly<Record<string, RegExp>> = {
  'nested rules (17.2)': /[{;]\s*&/,
  'light-dark() (17.5)': /\blight-dark\(/,
  '@starting-style (17.5)': /@starting-style\b/,
  '@scope (17.4)': /@scope\b/,
};

const found = (text: string, newer: Readonly<Record<string, RegExp>>): string[] =>
  Object.entries(newer).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));

test('no script uses what browsers of the support statement lack', () => {
  const problems = builtFiles('.js').flatMap((file) =>
    found(readBuilt(file), NEWER_SCRIPT).map((name) => `${file}: ${name}`),
  );
  for (const { path, file } of everyPage()) {
    const scripts = readBuilt(file).matchAll(/<script(?![^>]*json)[^>]*>([\s\S]*?)<\/script>/g);
    for (const [, code = ''] of scripts) {
      problems.push(...found(code, NEWER_SCRIPT).map((name) => `${path}: ${name}`));
    }
  }
  expect(builtFiles('.js').length).toBeGreaterThan(0);
  expect(problems).toEqual([]);
});

test('no sheet needs what browsers of the support statement lack', () => {
  const problems = everyPage().flatMap(({ path, file }) => {
    const sheets = [...readBuilt(file).matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)];
    expect(sheets.length, path).toBeGreaterThan(0);
    return sheets.flatMap(([, css = '']) =>
      found(css, NEWER_SHEET).map((name) => `${path}: ${name}`),
    );
  });
  expect(problems).toEqual([]);
});

test('what is newer is seen', () => {
  expect(found('Object.groupBy(a,b);x.checkVisibility()', NEWER_SCRIPT)).toHaveLength(2);
  expect(found('a{color:red;&:hover{color:light-dark(red,blue)}}', NEWER_SHEET)).toHaveLength(2);
});
