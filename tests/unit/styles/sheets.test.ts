import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Rooms whose markup stands on every page: what they name, every feature may share. */
const EVERYWHERE = ['layouts', 'pages', 'ui'];

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => /\.(?:css|astro|ts)$/.test(file));

const roomOf = (file: string) => file.split('/')[1] ?? '';

/** The sheets and markup that the text of `file` names, as paths from the root of the project. */
function named(file: string, text: string): string[] {
  const pattern = file.endsWith('.css')
    ? /@(?:import|reference|source)\s+"(\.[^"]+)"/g
    : /\bfrom '(\.[^']+\.css)(?:\?inline)?'/g;
  return [...text.matchAll(pattern)].map(([, path = '']) => join(dirname(file), path));
}

/** What `file` names of other rooms' sheets and markup. */
function strays(file: string, text: string): string[] {
  // A layout is made of what the rooms of its page have. Only it brings their sheets together.
  if (roomOf(file) === 'layouts' || roomOf(file) === 'pages') return [];
  const known = [roomOf(file), 'styles'];
  return named(file, text).filter((path) => !known.includes(roomOf(path)));
}

/** The selectors of the sheet `css`, one a rule. */
function selectorsIn(css: string): string[] {
  const bare = css.replaceAll(/\/\*.*?\*\/|"[^"]*"/gs, '');
  return [...bare.matchAll(/([^{};]+)\{/g)]
    .map(([, selector = '']) => selector.trim())
    .filter((selector) => !selector.startsWith('@'));
}

const classesIn = (css: string) => [
  ...new Set(selectorsIn(css).flatMap((selector) => selector.match(/(?<=\.)[a-z][\w-]*/g) ?? [])),
];

const customElementsIn = (css: string) =>
  selectorsIn(css).flatMap((selector) => selector.match(/(?<![\w.:#[-])[a-z]+-[a-z-]+/g) ?? []);

/** The rooms whose markup or scripts give an element the class `name`. */
function roomsWith(name: string): string[] {
  const word = new RegExp(`class.*["' ]${name}["' ]`);
  const markup = FILES.filter((file) => !file.endsWith('.css'));
  return [...new Set(markup.filter((file) => word.test(readFileSync(file, 'utf8'))).map(roomOf))];
}

describe('a sheet lies beside what it dresses', () => {
  it('only layouts bring the sheets of several rooms together', () => {
    expect(FILES.flatMap((file) => strays(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each([
    ['src/styles/site.css', '@import "../quiz/quiz.css";'],
    ['src/styles/site.css', '@source "../quiz/Quiz.astro";'],
    ['src/forms/tool.css', '@reference "../plan/decide/decide.css";'],
    ['src/ui/Header.astro', "import styles from '../articles/article.css?inline';"],
    ['src/plan/load.ts', "import styles from '../forms/tool.css?inline';"],
  ])('%s would be told of: %s', (file, text) => {
    expect(strays(file, text)).toHaveLength(1);
  });
});

/** Tailwind's and our own utilities, as markup uses them to arrange things. */
const UTILITY =
  /^(?:\w+:)?(?:(?:[mp][trblxy]?|gap(?:-[xy])?|grid-cols|items|max-w|min-h|stack)-\S+|flex|grid|inline-flex)$/;

const utilitiesIn = (astro: string) =>
  [...astro.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) =>
    names.split(/\s+/).filter((name) => UTILITY.test(name)),
  );

describe('utilities in markup', () => {
  it('come from a sheet that names the file they stand in', () => {
    const sheets = FILES.filter((file) => file.endsWith('.css'));
    const sources = sheets.flatMap((file) =>
      named(file, readFileSync(file, 'utf8')).filter((path) => !path.endsWith('.css')),
    );
    const without = FILES.filter(
      (file) =>
        file.endsWith('.astro') &&
        utilitiesIn(readFileSync(file, 'utf8')).length > 0 &&
        !sources.some((source) => file === source || file.startsWith(`${source}/`)),
    );
    expect(without).toEqual([]);
  });

  it('are told from the classes of sheets', () => {
    const astro = '<p class="lead mt-4 md:mt-18 small"><a class="box stack-3.5 flex target">';
    expect(utilitiesIn(astro)).toEqual(['mt-4', 'md:mt-18', 'stack-3.5', 'flex']);
  });
});

describe('src/styles knows no feature', () => {
  const sheets = FILES.filter((file) => roomOf(file) === 'styles').map(
    (file) => [file, readFileSync(file, 'utf8')] as const,
  );

  it.each(sheets)('%s dresses what several rooms have', (_, css) => {
    const ofOneRoom = classesIn(css).filter((name) => {
      const rooms = roomsWith(name);
      return rooms.length < 2 && !rooms.some((room) => EVERYWHERE.includes(room));
    });
    expect(ofOneRoom).toEqual([]);
    expect(customElementsIn(css)).toEqual([]);
  });

  it('would be told of a class and an element of one room', () => {
    const css = '/* .not */ quiz-result > a:not(.here) { b: ".no" } @media (a-b) { .now .here {} }';
    expect(classesIn(css)).toEqual(['here', 'now']);
    expect(customElementsIn(css)).toEqual(['quiz-result']);
    expect(roomsWith('margin-figure')).toEqual(['articles']);
  });
});
