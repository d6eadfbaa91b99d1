import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contentMistakes } from '../../../../src/build/content/content-mistakes.ts';
import { mistakeLine } from '../../../../src/site/content-error.ts';

const FILE = 'content/charts/odd.yaml';
const FIGURES = 'content/figures.yaml';

/** What is told of a chart, in short: `line: sentence`. */
function mistakesOf(text: string): string[] {
  const figures = { file: FIGURES, text: readFileSync(FIGURES, 'utf8') };
  return contentMistakes([figures, { file: FILE, text }], () => false)
    .filter(({ file }) => file === FILE)
    .map((mistake) => mistakeLine(mistake).slice(FILE.length + 1));
}

const series = (...ids: readonly string[]) =>
  `kind: series\ntitle: A\ndescription: B.\npoints:\n${ids
    .map((id) => `  - { when: "2019", label: "2019", figure: ${id} }\n`)
    .join('')}`;
const bars = (...ids: readonly string[]) =>
  `kind: bars\ntitle: A\ndescription: B.\ngroups:\n  - bars:\n${ids
    .map((id) => `      - { label: C, figure: ${id} }\n`)
    .join('')}`;
const SHARE = 'robert-half-2019-backed-out';
const DAYS = 'nace-2017-time-to-accept';

it.each([
  ['a series of figures that there are', series(SHARE, SHARE), []],
  ['bars of figures that there are', bars(DAYS), []],
  [
    'a figure that there is not, in a series',
    series(SHARE, 'gone'),
    [
      '6: the field "points.1.figure" is wrong. Found: "gone". Allowed: a key of content/figures.yaml.',
    ],
  ],
  [
    'no figure that there is, in bars',
    bars('toString'),
    [
      '6: the field "groups.0.bars.0.figure" is wrong. Found: "toString". Allowed: a key of content/figures.yaml.',
    ],
  ],
  [
    'figures that have no common scale',
    bars(SHARE, DAYS),
    [
      `7: the field "groups.0.bars.1.figure" is wrong. Found: "${DAYS}", which counts "days". Allowed: figures that count "%", as the first one does.`,
    ],
  ],
])('%s', (_, text, told) => {
  expect(mistakesOf(text)).toEqual(told);
});
