import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Where tokens are declared: raw values are at home there. */
const TOKENS = ['tokens', 'fonts', 'web-fonts'].map((name) => `src/styles/${name}.css`);

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) =>
  join('src', file),
);
const SHEETS = FILES.filter((file) => file.endsWith('.css') && !TOKENS.includes(file));
const MARKUP = FILES.filter((file) => file.endsWith('.astro'));

const read = (file: string) => readFileSync(file, 'utf8');

/** A declaration of a sheet, or the condition of an at-rule, with the at-rules around it. */
interface Line {
  readonly property: string;
  readonly value: string;
  readonly around: readonly string[];
}

function linesOf(css: string): Line[] {
  const bare = css.replaceAll(/\/\*.*?\*\/|"[^"]*"/gs, '');
  const lines: Line[] = [];
  const around: string[] = [];
  for (const [, text = '', end] of bare.matchAll(/([^{};]*)([{};])/g)) {
    const trimmed = text.trim();
    const [, property, value] = /^([a-z-]+:|@apply)\s(.*)$/s.exec(trimmed) ?? [];
    if (end === '{') around.push(trimmed);
    if (end === '{' && /^@(?:media|container)\b/.test(trimmed)) {
      lines.push({ property: '@', value: trimmed, around: [...around] });
    } else if (end !== '{' && property && value) {
      lines.push({
        property: property.replace(':', ''),
        value: value.replaceAll(/\s+/g, ' '),
        around: [...around],
      });
    }
    if (end === '}') around.pop();
  }
  return lines;
}

const FACE = String.raw`(?:var\(--(?:text|headline|label)\)|--theme\(--font-[\w-]+\))`;
const TOKEN_SIZE = String.raw`--theme\(--text-[\w-]+\)`;
const SIZE = String.raw`(?:1em|${TOKEN_SIZE}|clamp\(${TOKEN_SIZE}, [\d.]+vw, ${TOKEN_SIZE}\))`;

/** What the whole of a property's value has to be. */
const WHOLE: Readonly<Record<string, RegExp>> = {
  'font-family': new RegExp(`^${FACE}$`),
  'font-size': new RegExp(`^(?:inherit|${SIZE})$`),
  font: new RegExp(`^(?:inherit|(?:\\d00 )?${SIZE}(?: / [\\d.]+)? ${FACE})$`),
  'border-radius': /^(?:0|50%|--theme\(--radius-\w+\))$/,
};

/** The widths of drawn lines, which are no spaces: up to 5 px. */
const DRAWN = /^(?:border(?!-radius)|outline$|stroke|text-decoration)/;
const COLORED =
  /^(?:color$|accent-color|background|fill$|stroke$|border|outline$|box-shadow|text-decoration)/;
const WORDS = new Set(
  'none solid dashed inherit currentcolor collapse underline line-through max'.split(' '),
);
/** The reader's own colors, where those replace the page's (CSS Color 4, system colors). */
const SYSTEM_WORDS = new Set(['Highlight', 'CanvasText', 'Mark', 'MarkText']);

/** Half steps up to 24 px, whole steps beyond. */
const isStep = (steps: number) =>
  (steps * 2) % 1 === 0 && (Math.abs(steps) <= 6 || steps % 1 === 0);

/** What in a line is no token. Shares of what is around it (%, em, fr, vw) are nobody's measure. */
function faultsOf({ property, value, around }: Line): string[] {
  if (property === '@apply') return faultsOfClasses(value);
  const isPaper = around.some((rule) => /^@(?:variant|media) print\b/.test(rule));
  const lengths = value.match(/(?<![\w#-])-?[\d.]+(?:px|rem|pt|cm|mm|in|pc|Q)\b/g) ?? [];
  const faults = lengths.filter((length) => {
    if (length.endsWith('px') && DRAWN.test(property)) return Number.parseFloat(length) > 5;
    return !(length.endsWith('pt') && isPaper);
  });
  for (const [step, count] of value.matchAll(/--spacing\(([^)-]*|-[\d.]+)\)/g)) {
    if (!isStep(Number(count))) faults.push(step);
  }
  const whole = WHOLE[property];
  if (whole && !whole.test(value)) faults.push(value);
  faults.push(
    ...(value.match(
      /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix)a?\(/gi,
    ) ?? []),
  );
  if (COLORED.test(property) && !whole) {
    const words = value
      .replaceAll(/(?:var|--theme|--spacing)\([^)]*\)/g, '')
      .match(/(?<![\d.\w-])[a-z][\w-]*/gi);
    const isForced = around.some((rule) => rule.includes('forced-colors'));
    faults.push(
      ...(words ?? []).filter((word) => !WORDS.has(word) && !(isForced && SYSTEM_WORDS.has(word))),
    );
  }
  return faults;
}

/** Utilities with a value of their own, or between the steps. */
function faultsOfClasses(names: string): string[] {
  return names.split(/[\s'"`]+/).filter((name) => {
    const [, own = ''] = /-\[(.*)\]/.exec(name) ?? [];
    const [, steps = '0'] = /-(\d+(?:\.\d+)?)$/.exec(name) ?? [];
    return /#|\d(?:px|r?em|pt)\b/.test(own) || !isStep(Number(steps));
  });
}

function faultsOfMarkup(astro: string): string[] {
  const classes = [...astro.matchAll(/class(?::list)?=(?:"([^"]*)"|\{([^}]*)\})/g)];
  return classes.flatMap(([, plain, code]) => faultsOfClasses(plain ?? code ?? ''));
}

it.each(SHEETS)('%s uses tokens and nothing else', (file) => {
  const faults = linesOf(read(file)).flatMap((line) =>
    faultsOf(line).map((fault) => `${line.property}: ${line.value} has ${fault}`),
  );
  expect(faults).toEqual([]);
});

it('markup uses tokens and nothing else', () => {
  expect(MARKUP.flatMap((file) => faultsOfMarkup(read(file)))).toEqual([]);
});

it.each([
  ['margin-top: 7px', ['7px']],
  ['padding: --spacing(2) 17px 1rem', ['17px', '1rem']],
  ['margin-top: 12pt', ['12pt']],
  ['gap: --spacing(1.75) --spacing(-0.3)', ['--spacing(1.75)', '--spacing(-0.3)']],
  ['gap: --spacing(6.5)', ['--spacing(6.5)']],
  ['@apply flex stack-1.75 p-[3px]', ['stack-1.75', 'p-[3px]']],
  ['border: 6px solid var(--rule)', ['6px']],
  ['border-radius: 5px', ['5px', '5px']],
  ['outline-offset: 2px', ['2px']],
  ['font: 600 17px / 1.4 var(--label)', ['17px', '600 17px / 1.4 var(--label)']],
  ['font: 600 1.2em / 1.4 var(--label)', ['600 1.2em / 1.4 var(--label)']],
  ['font: 400 --theme(--text-lg) / 1.4 Georgia', ['400 --theme(--text-lg) / 1.4 Georgia']],
  ['font-family: serif', ['serif']],
  ['font-size: 90%', ['90%']],
  ['color: red', ['red']],
  ['border: 1px solid rebeccapurple', ['rebeccapurple']],
  ['border: 4px solid Highlight', ['Highlight']],
  ['background: #14181f', ['#14181f']],
  ['fill: rgb(0 0 0)', ['rgb(', 'rgb']],
  ['fill: color-mix(in srgb, var(--soft), var(--ink))', ['color-mix(', 'color-mix', 'in', 'srgb']],
])('a sheet with "%s" would be told', (text, faults) => {
  expect(linesOf(`.a > b:hover { ${text}; }`).flatMap(faultsOf)).toEqual(faults);
});

it.each([
  '@media (width < 400px) { a { color: inherit; } }',
  '.a { @container (width >= 40rem) { color: inherit; } }',
])('a sheet with a breakpoint of its own would be told: %s', (css) => {
  expect(linesOf(css).flatMap(faultsOf)).toHaveLength(1);
});

it.each([
  '@variant print { a { margin-top: 12pt; font-size: --theme(--text-paper); } }',
  '@media (forced-colors: active) { a { border: 4px solid Highlight; } }',
  '.a { margin: 0 auto --spacing(5.5) -0.6em; border-bottom: 1px dashed var(--rule); }',
  '.a { width: 45%; max-width: 34em; grid-template-columns: minmax(0, 1fr) --spacing(95); }',
  '.a { text-decoration: line-through 0.08em var(--pencil); border-radius: 50%; }',
])('what is no measure of its own may stand: %s', (css) => {
  expect(linesOf(css).flatMap(faultsOf)).toEqual([]);
});

it.each([
  ['<p class="mt-[17px] flex">', ['mt-[17px]']],
  ['<p class="md:mt-1.75 mt-7">', ['md:mt-1.75']],
  ['<p class="text-[#333] bg-paper">', ['text-[#333]']],
  ["<p class:list={['p-[1rem]', { row }]}>", ['p-[1rem]']],
  ['<p class="grid-cols-[minmax(0,1fr)_--spacing(96)] gap-2.5">', []],
])('markup as %s has %j', (astro, faults) => {
  expect(faultsOfMarkup(astro)).toEqual(faults);
});
