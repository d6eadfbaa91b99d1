import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { contentMistakes } from '../../../../src/build/content/content-mistakes.ts';
import { mistakeLine } from '../../../../src/site/content-error.ts';
import { figureWith } from '../../figures/example-figures.ts';

const textOf = (file: string) => readFileSync(file, 'utf8');
const FIGURES = 'content/figures.yaml';
const NOT = 'content/not-figures.yaml';
const SOURCES = 'content/sources.yaml';
const ARTICLE = 'content/articles/artistic.mdx';

/** An article that prints no figure, without the way to another one. */
const article = textOf(ARTICLE).replace(/^next:\n(?: .*\n)+/m, '');

/** Topics without the order of their articles, which are not here. */
function withoutOrders(text: string): string {
  return text.replace(/^ {4}order:\n(?: {6}- .*\n)+/gm, '');
}

/** What content/ has of figures, and the files that they are told of in. */
const CONTENT = [
  FIGURES,
  NOT,
  ARTICLE,
  'content/reading.yaml',
  'content/site.yaml',
  'content/pages/about.mdx',
  'content/pages/corrections.mdx',
  'content/pages/editorial-standards.mdx',
  'content/quiz/quiz.yaml',
].map((file) => ({ file, text: file === ARTICLE ? article : withoutOrders(textOf(file)) }));

/** The sources that these cite. */
const CITED = [
  ...CONTENT.map(({ text }) => text)
    .join('\n')
    .matchAll(/(?<=source: |sources: \[|@)[a-z0-9-]+/g),
].map(String);
const ALL_SOURCES = z.record(z.string(), z.unknown()).parse(parse(textOf(SOURCES)));
CONTENT.push({
  file: SOURCES,
  text: stringify(
    Object.fromEntries(Object.entries(ALL_SOURCES).filter(([id]) => CITED.includes(id))),
  ),
});
const writtenSources = CONTENT.at(-1)?.text ?? '';

/** What is told once `changed` files stand in place of those of their names, or beside them. */
function told(changed: Readonly<Record<string, string>>): string[] {
  const others = CONTENT.filter(({ file }) => !Object.hasOwn(changed, file));
  const files = Object.entries(changed).map(([file, text]) => ({ file, text }));
  return contentMistakes([...others, ...files], () => true).map(mistakeLine);
}

const PAGE = 'content/pages/odd.mdx';
const page = (body: string, description = 'Of it.') =>
  `---\ntitle: Odd\ndescription: ${description}\nupdated: 2026-11-27\n---\n\n${body}\n`;

it('what these tests change has no mistakes', () => {
  expect(told({})).toEqual([]);
});

describe('a sum in prose', () => {
  it.each([
    ['in a text', { [PAGE]: page('Well.\n\nOf them 31% did.') }, `${PAGE}:9: `, '"31%"'],
    [
      'in front matter',
      { [PAGE]: page('x', 'Of them 31 percent.') },
      `${PAGE}:3: `,
      '"31 percent"',
    ],
    [
      'in a list of an article',
      {
        [ARTICLE]: `${article}\n- CHF 5,000\n`,
      },
      'content/articles/artistic.mdx:',
      '"CHF 5,000"',
    ],
    [
      'in a YAML text that is folded between number and unit',
      { 'content/odd.yaml': 'a: 1\nb: >-\n  All of 12\n  dollars.\n' },
      'content/odd.yaml:3: ',
      '"12 dollars"',
    ],
  ])('%s is told with its line', (_, files, start, found) => {
    const [mistake, ...others] = told(files);
    expect(mistake?.startsWith(start)).toBe(true);
    expect(mistake).toContain(`is no figure. Found: ${found}.`);
    expect(others).toEqual([]);
  });

  it('names the figure that prints it', () => {
    expect(told({ [PAGE]: page('Of them 59% did.') })).toEqual([
      expect.stringContaining('Write [#indeed-2023-regret], which prints it'),
    ]);
  });

  it('may stand in comments, which nobody reads', () => {
    const yaml = '# 31% of $5\na: b # 31%\nc: "#1"\n';
    expect(told({ [PAGE]: page('{/* 31% */}\n\nx'), 'content/odd.yaml': yaml })).toEqual([]);
  });

  it('is let stand where content/not-figures.yaml says so, there and nowhere else', () => {
    const not = `${textOf(NOT)}\n- { text: "such as $500", in: pages/odd.mdx, why: An example. }\n`;
    const body = 'A sum, **such as** $500.\n\nNot $500.';
    expect(told({ [NOT]: not, [PAGE]: page(body) })).toEqual([
      expect.stringMatching(/^content\/pages\/odd\.mdx:9: .*Found: "\$500"/),
    ]);
  });
});

describe('content/not-figures.yaml', () => {
  const entry = (fields: object) => `${textOf(NOT)}\n${stringify([{ why: 'x', ...fields }])}`;

  it.each([
    [
      'a text that is not there',
      { text: 'such as $500', in: 'pages/about.mdx' },
      "doesn't say this any more",
    ],
    ['a file that is not there', { text: '$500', in: 'pages/none.mdx' }, 'Found: "pages/none.mdx"'],
    ['a text without a sum', { text: 'a lot', in: 'pages/about.mdx' }, 'holds no percentage'],
  ])('is told of for %s', (_, fields, sentence) => {
    const line = entry({}).split('\n').length - 1;
    const [mistake, ...others] = told({ [NOT]: entry(fields) });
    expect(others).toEqual([]);
    expect(mistake).toMatch(new RegExp(`^${NOT}:(?:${line}|${line + 1}|${line + 2}): `));
    expect(mistake).toContain(sentence);
  });
});

describe('a figure that a text names', () => {
  it.each([
    [
      '[#robert-half-2019-nothing] of them',
      'there is no such figure. Found: [#robert-half-2019-nothing]. Allowed: an id of content/figures.yaml, such as robert-half-2019-backed-out',
    ],
    ['[#Robert Half] of them', 'this names no figure. Found: "[#Robert Half]".'],
    ['[#indeed-2023-regret]% of them', 'a figure prints its unit itself.'],
    ['[#indeed-2023-regret] percent', 'a figure prints its unit itself.'],
    ['$[#recruiter-invoice]', 'a figure prints its unit itself.'],
    ['<b title="[#indeed-2023-regret]">x</b>', 'a figure is printed in a text alone'],
    ['![So [#indeed-2023-regret]](./a.png)', 'a figure is printed in a text alone'],
    ['[#indeed-2023-regret](/figures/)', 'a figure is no link by itself.'],
    ['[#indeed-2023-regret]: so it is', 'a line that begins with a figure and a colon'],
  ])('%j is told with its line', (body, sentence) => {
    const mistakes = told({ [PAGE]: page(body) });
    expect(mistakes).toEqual([expect.stringContaining(sentence)]);
    expect(mistakes[0]).toMatch(/^content\/pages\/odd\.mdx:7: /);
  });

  it('may stand in a link, in bold, and as code that shows how to write it', () => {
    const body = '[[#indeed-2023-regret] did](/figures/), **[#indeed-2023-regret]**, `[#x]`';
    expect(told({ [PAGE]: page(body) })).toEqual([]);
  });

  it('needs its source cited where it stands in an article', () => {
    const file = ARTICLE;
    const body = `${article}\nOf them [#indeed-2023-regret] did.\n`;
    expect(told({ [file]: body })).toEqual([
      expect.stringContaining(
        "this figure's source is not cited. Found: [#indeed-2023-regret]. Write [@hro-today-2023]",
      ),
    ]);
  });

  it('is told of in the margin, without one of that name or without its source', () => {
    const file = ARTICLE;
    const margin = (id: string) =>
      told({ [file]: `${article}\n<MarginFigure id="${id}">did</MarginFigure>\n` });
    expect(margin('none')).toEqual([expect.stringContaining('an id of content/figures.yaml')]);
    expect(margin('indeed-2023-regret')).toEqual([
      expect.stringContaining('a figure whose source the text cites, so with [@hro-today-2023]'),
    ]);
  });
});

describe('content/figures.yaml', () => {
  const withFigure = (fields: object) => ({
    [FIGURES]: `${textOf(FIGURES)}\n${stringify({ odd: { ...figureWith(), value: 31, says: 'did something odd', ...fields } })}`,
  });

  it.each([
    [
      'a source that there is not',
      { source: 'nowhere' },
      'the field "odd.source" is wrong. Found: "nowhere". Allowed: a key of content/sources.yaml.',
    ],
    [
      'a group that there is not',
      { about: 'else' },
      'the field "odd.about" is wrong. Found: "else". Allowed: backing-out, ',
    ],
    [
      'a second figure for one fact',
      {
        says: 'regretted it later',
        whom: 'Job seekers who had vanished on an employer',
        when: '2019',
        value: 33,
      },
      'two figures are for one fact: "odd" counts the same, of the same people, at the same time as "indeed-2019-regret".',
    ],
    [
      'arithmetic with a figure that there is not',
      { verified: 'our-arithmetic', derived: '[#none] × 2' },
      'there is no such figure. Found: [#none].',
    ],
  ])('is told of for %s', (_, fields, sentence) => {
    const mistakes = told(withFigure(fields));
    expect(mistakes).toEqual([expect.stringContaining(sentence)]);
    expect(mistakes[0]).toMatch(/^content\/figures\.yaml:\d+: /);
  });
});

describe('content/sources.yaml', () => {
  const file = SOURCES;
  const lonely = `${writtenSources}\nlonely:\n  title: Lonely\n  publisher: Nobody\n  url: https://example.com/\n`;

  it('is told of for a source that nobody cites', () => {
    const line = writtenSources.split('\n').length + 1;
    expect(told({ [file]: lonely })).toEqual([
      `${file}:${line}: nobody cites this source. Found: lonely. Cite it where a claim rests on it, as [@lonely], or delete it.`,
    ]);
  });

  it('says nothing of sources while a file cannot be read, which may cite them', () => {
    const mistakes = told({ [file]: lonely, 'content/odd.yaml': 'a: [' });
    expect(mistakes.filter((one) => one.includes('nobody cites'))).toEqual([]);
  });
});
