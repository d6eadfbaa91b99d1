import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const FILES = globSync('src/**/*.{css,astro}');

/** A block for pointers that hover, with the rules in it. */
const FOR_HOVERING =
  /@(?:media \(hover: hover\)(?: and \([^{},]*\))?|variant hover) \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;

/** The selectors that answer to hovering and would stay after a tap on a touch screen. */
function leftovers(sheet: string): string[] {
  const bare = sheet.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(FOR_HOVERING, '');
  return [...bare.matchAll(/[^{};]*:hover[^{};]*(?=\{)/g)].map(([selector]) => selector.trim());
}

it('no sheet lets a hover stay behind a tap', () => {
  expect(FILES.flatMap((file) => leftovers(readFileSync(file, 'utf8')))).toEqual([]);
});

it.each([
  ['.a:hover { color: var(--ink); }', ['.a:hover']],
  ['.a { &:hover { color: var(--ink); } }', ['&:hover']],
  ['#b a:is(:hover, :focus) { color: inherit; }', ['#b a:is(:hover, :focus)']],
  [
    '@media (hover: hover) { .a { color: inherit; } } .b:not(:hover) { top: 0; }',
    ['.b:not(:hover)'],
  ],
  ['@media not (hover: hover) { .a:hover { color: inherit; } }', ['.a:hover']],
  ['@media (hover: hover), print { .a:hover { color: inherit; } }', ['.a:hover']],
  ['@media (hover: hover) { .a:hover { top: 0; } .b:hover { top: 0; } }', []],
  ['@media (hover: hover) and (pointer: fine) { .a:hover { top: 0; } }', []],
  ['@variant hover { .a:hover { top: 0; } }', []],
  ['/* .a:hover { } */', []],
])('a sheet with "%s" leaves %j', (sheet, selectors) => {
  expect(leftovers(sheet)).toEqual(selectors);
});
