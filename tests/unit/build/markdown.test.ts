import fc from 'fast-check';
import { type HastPluginEntry, markdownToHtml, mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/articles/article-text.ts';
import { countCitations, sourceAnchor } from '../../../src/articles/citations.ts';
import {
  citations as citationsIn,
  markdownPlugins,
  printedFigures,
} from '../../../src/build/markdown.ts';
import { writtenReading } from '../../../src/build/written-site.ts';
import { figureWith } from '../figures/example-figures.ts';
import { htmlOfMarkdown, jsOfMdx } from './rendered.ts';

const htmlOf = async (source: string, plugin: HastPluginEntry) =>
  (await markdownToHtml(source, { hastPlugins: [plugin] })).html;

const linkTo = (id: string, number: number, anchor = `cite-${number}`) =>
  `<a href="#source-${id}" id="${anchor}" aria-label="Source ${number}">${number}</a>`;

const citations = citationsIn(() => writtenReading().article);

describe('citations', () => {
  it('become numbered links, each with an anchor of its own', async () => {
    expect(await htmlOf('Half[@geo] say[@nrmp].\n\n*So*[@geo].', citations)).toBe(
      [
        `<p>Half<sup>${linkTo('geo', 1)}</sup> say<sup>${linkTo('nrmp', 2)}</sup>.</p>`,
        `<p><em>So</em><sup>${linkTo('geo', 1, 'cite-1-2')}</sup>.</p>`,
        '',
      ].join('\n'),
    );
  });

  it('get a gap behind another one', async () => {
    expect(await htmlOf('Half[@geo][@nrmp].', citations)).toBe(
      `<p>Half<sup>${linkTo('geo', 1)}</sup><sup class="also">${linkTo('nrmp', 2)}</sup>.</p>\n`,
    );
  });

  it('stand in lists, tables, quotations and emphasis too', async () => {
    const source = '- a[@a]\n\n> b[@b]\n\n| c[@c] |\n|---|\n| **d[@d]** |\n';
    const html = await htmlOf(source, citations);
    expect(html.match(/aria-label="Source \d"/g)).toEqual(
      [1, 2, 3, 4].map((number) => `aria-label="Source ${number}"`),
    );
    expect(html).not.toContain('[@');
  });

  it('stand inside the components of an MDX file', async () => {
    const source = '<MarginFigure value="36%">\n  of them[@geo]\n</MarginFigure>\n\nAnd[@nrmp].';
    const { code } = await mdxToJs(source, { hastPlugins: [citations] });
    expect(code.match(/#source-\w+/g)).toEqual(['#source-geo', '#source-nrmp']);
    expect(code.match(/"Source \d"/g)).toEqual(['"Source 1"', '"Source 2"']);
  });

  it('are numbered anew in each file', async () => {
    await htmlOf('[@geo]', citations);
    expect(await htmlOf('[@nrmp]', citations)).toContain(linkTo('nrmp', 1));
  });

  it('leave a text without one as it was', async () => {
    const source = 'Write to me@example.com, see [this](/x/) and [that].';
    const { html } = markdownToHtml(source);
    expect(await htmlOf(source, citations)).toBe(html);
  });

  it('lead to the sources in the order in which these are counted for the list', async () => {
    const id = fc.constantFrom('geo', 'nrmp', 'uc-irvine', 'veris-2024');
    const block = fc.constantFrom(
      (cited: string) => `Text[@${cited}] and more.`,
      (cited: string) => `- item[@${cited}]`,
      (cited: string) => `**strong[@${cited}]** and *soft*[@${cited}]`,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(block, id), { maxLength: 8 }), async (blocks) => {
        const source = blocks.map(([write, cited]) => write(cited)).join('\n\n');
        const html = await htmlOf(source, citations);
        const list = [...countCitations([source]).keys()].map(sourceAnchor);
        const links = [...html.matchAll(/href="#([^"]+)" id="([^"]+)" aria-label="Source (\d+)"/g)];
        for (const [, target, , number] of links) expect(list[Number(number) - 1]).toBe(target);
        expect(new Set(links.map(([, target]) => target)).size).toBe(list.length);
        expect(new Set(links.map(([, , anchor]) => anchor)).size).toBe(links.length);
      }),
    );
  });
});

describe('a citation that is no citation', () => {
  it.each([
    ['code in a line', '`[@geo]`'],
    ['code with backticks in it', '`` ` [@geo] ``'],
    ['a fence', '```md\n[@geo]\n```'],
    ['a fence of tildes in a list', '- a\n\n  ~~~\n  [@geo]\n  ~~~'],
    ['a fence in a quote', '> ```\n> [@geo]\n> ```'],
    ['HTML code', '<code>[@geo]</code> and <b><kbd>x [@geo]</kbd></b>'],
    ['a formula', '<math><mi>[@geo]</mi></math>'],
  ])('stays text in %s', async (_, written) => {
    const html = await htmlOfMarkdown(`${written}\n\nHalf[@nrmp].`);
    expect(html).toContain('[@geo]');
    expect(html.match(/aria-label="Source \d"/g)).toEqual(['aria-label="Source 1"']);
    const code = await jsOfMdx(`${written}\n\nHalf[@nrmp].`);
    expect(code.match(/"Source \d"/g)).toEqual(['"Source 1"']);
    for (const file of ['a.md', 'a.mdx']) {
      expect([...readText(`${written}\n\nHalf[@nrmp].`, file).cited]).toEqual([['nrmp', 1]]);
    }
  });

  it.each([
    ['a backslash before it', 'A \\[@geo] b'],
    ['a backslash before each bracket', 'A \\[@geo\\] b'],
    ['a backslash behind it', 'A [@geo\\] b'],
    ['a table', '| a |\n|---|\n| é \\[@geo] |'],
    ['a list beside HTML', '- <b>x</b> \\[@geo]'],
    ['a heading', '## Written \\[@geo]'],
    ['a footnote', 'a[^1]\n\n[^1]: \\[@geo]'],
    ['HTML', '<div>\n\n\\[@geo]\n\n</div>'],
  ])('stays text with a backslash: %s', async (_, written) => {
    const source = `Half[@geo].\n\n${written}\n\n\`[@geo]\` and[@nrmp].`;
    const html = await htmlOfMarkdown(source);
    expect(html.match(/\[@geo\]/g)).toHaveLength(2);
    expect(html.match(/aria-label="Source \d"/g)).toHaveLength(2);
    const code = await jsOfMdx(source);
    expect(code.match(/"Source \d"/g)).toHaveLength(2);
    for (const file of ['a.md', 'a.mdx']) {
      expect([...readText(source, file).cited]).toEqual([
        ['geo', 1],
        ['nrmp', 1],
      ]);
    }
  });

  it('is a citation behind two backslashes, of which readers see one', async () => {
    const html = await htmlOfMarkdown('A \\\\[@geo] and \\[@geo]');
    expect(html).toContain('A \\<sup>');
    expect(html.match(/aria-label="Source \d"/g)).toHaveLength(1);
  });

  it.each([
    ['a\n\n    [@geo]\n'],
    ['a\n\n\t[@geo]\n'],
    ['>     [@geo]\n'],
    ['-     [@geo]\n'],
    ['1. a\n\n       [@geo]\n'],
    ['~~~\n[@geo]\n~~~\n'],
    ['a ``[@geo]`` b\n'],
    ['<KBD>[@geo]</KBD>\n'],
  ])('stays text where Markdown takes it for code: %j', async (written) => {
    expect(await htmlOfMarkdown(written)).toContain('[@geo]');
    expect([...readText(written, 'a.md').cited]).toEqual([]);
  });

  it.each([
    ['a comment', 'a.md', '<!-- [@geo] <Message id="x" /> -->'],
    ['a comment of many lines', 'a.md', '<!--\n[@geo]\n\n-->'],
    ['a comment of MDX', 'a.mdx', '{/* [@geo]\n<Message id="x" /> */}'],
    ['a link target', 'a.md', '[a](https://example.com/[@geo])'],
    ['the text of a picture', 'a.md', '![a [@geo]](./x.png)'],
  ])('does not count in %s', (_, file, written) => {
    expect(readText(`${written}\n\nHalf.`, file)).toMatchObject({
      cited: new Map(),
      messages: [],
    });
  });
});

describe('comments', () => {
  it.each([
    '<!-- secret -->',
    'a <!-- secret --> b',
    '<div>\n<!-- secret\n\nsecret -->\n</div>',
    '- a <!-- secret -->\n- b',
    '| a |\n|---|\n| b <!-- secret --> |',
    '<!-- secret',
    '<?secret ?>',
    '<![CDATA[ secret ]]>',
    '<!--[if IE]> secret <![endif]-->',
  ])('%j leave nothing on the page', async (written) => {
    expect(await htmlOfMarkdown(`Seen.\n\n${written}`)).not.toContain('secret');
  });

  it('of MDX leave nothing on the page', async () => {
    expect(await jsOfMdx('a {/* secret */} b\n\n{/* secret\n\nsecret */}')).not.toContain('secret');
  });

  it('are text in code', async () => {
    expect(await htmlOfMarkdown('`<!-- seen -->`')).toContain('&lt;!-- seen --&gt;');
  });
});

describe('a list of tasks', () => {
  it.each([
    ['- [ ] a', 'To do:', '\u2610'],
    ['- [x] a', 'Done:', '\u2611'],
    ['1. [X] a\n\n2. b', 'Done:', '\u2611'],
    ['> - [ ] a\n>   - b', 'To do:', '\u2610'],
  ])('%j has a box with a name, which is no field', async (written, label, sign) => {
    const html = await htmlOfMarkdown(written);
    expect(html).toContain(
      `<span class="task-box" role="img" aria-label="${label}">${sign}\uFE0E</span> a`,
    );
    const code = await jsOfMdx(written);
    expect(code).toContain(`"aria-label": "${label}"`);
    expect(html + code).not.toMatch(/<input|"checkbox"/);
  });

  it('is none where brackets stand in a table or in code', async () => {
    expect(await htmlOfMarkdown('| a |\n|---|\n| [ ] |\n\n`- [ ] a`')).not.toContain('task-box');
  });
});

describe('the columns of a table', () => {
  it.each([
    ['| a |\n|:-:|\n| 1 |', '<td class="center">1</td>'],
    ['| a |\n|--:|\n| 1 |', '<td class="right">1</td>'],
    ['| a |\n|:--|\n| 1 |', '<td>1</td>'],
    ['| a |\n|---|\n| 1 |', '<td>1</td>'],
    ['<table><tr><td align="right">1</td></tr></table>', '<td class="right">1</td>'],
    ['<table><tr><td align="CENTER">1</td></tr></table>', '<td class="center">1</td>'],
    ['<table><tr><td style="text-align:right;">1</td></tr></table>', '<td class="right">1</td>'],
    ['<table><tr><td style="text-align: center">1</td></tr></table>', '<td class="center">1</td>'],
  ])('of %j are aligned by a class', async (written, cell) => {
    const html = await htmlOfMarkdown(written);
    expect(html).toContain(cell);
    expect(html).not.toMatch(/style=|align=/);
  });
});

describe('wide things', () => {
  const FIVE = '| a | b[@geo] | *c* | `d` | e |\n|--|--|--|--|--|\n| 1 | 2 | 3 | 4 | 5 |';
  it.each([
    ['a table', FIVE, 'Table 1: a, b, c, d, e'],
    ['a table in a list', `- x\n\n${FIVE.replace(/^/gm, '  ')}`, 'Table 1: a, b, c, d, e'],
    ['a table in HTML', '<table><caption>Pay</caption><tr><td>1</td></tr></table>', 'Table 1: Pay'],
    ['code', '```js\nlong\n```', 'Code 1'],
    ['code in HTML', '<pre>long</pre>', 'Code 1'],
    ['code between tildes', '~~~\nlong\n~~~', 'Code 1'],
    ['a formula', '<math display="block"><mi>x</mi></math>', 'Formula 1'],
    ['a long formula', `<math><mi>${'x'.repeat(30)}</mi></math>`, 'Formula 1'],
  ])('%s is in a box with a name that the keyboard reaches', async (_, written, name) => {
    const html = await htmlOfMarkdown(written);
    expect(html).toMatch(
      new RegExp(
        `<(section|span) class="sideways"( role="region")? tabindex="0" aria-label="${name}">`,
      ),
    );
    expect(await jsOfMdx(written)).toContain(`"aria-label": "${name}"`);
  });

  it.each(['a\n\n    long', 'a\n\n\tlong', '>     long', '-     long'])(
    'code that is indented, which MDX has none of, is in one too: %j',
    async (written) => {
      expect(await htmlOfMarkdown(written)).toContain('aria-label="Code 1"');
    },
  );

  it('have names of their own', async () => {
    const html = await htmlOfMarkdown(`${FIVE}\n\n${FIVE}\n\n${FIVE}`);
    expect(html.match(/Table \d/g)).toEqual(['Table 1', 'Table 2', 'Table 3']);
  });

  it('leave a short formula and code in a line where they stand', async () => {
    const html = await htmlOfMarkdown('`code` <math><mi>x</mi></math>');
    expect(html).not.toContain('sideways');
  });
});

describe('figures', () => {
  const figures = printedFigures(() => ({
    'geo-half': figureWith({ value: 50 }),
    fine: figureWith({ value: 500, unit: 'CHF' }),
  }));

  it('are printed in paragraphs, headings, links and emphasis, and not where code is shown', async () => {
    const source = '## [#geo-half]\n\n**[#fine]**, [[#geo-half]](/x/), `[#fine]`, [#none].';
    expect(await htmlOf(source, figures)).toBe(
      [
        '<h2>50%</h2>',
        '<p><strong>CHF\u00A0500</strong>, <a href="/x/">50%</a>, <code>[#fine]</code>, [#none].</p>',
        '',
      ].join('\n'),
    );
  });

  it('are printed within the components of an MDX file, before a heading gets its id', async () => {
    const { code } = await mdxToJs('<Aside>\n  [#geo-half]\n</Aside>', { hastPlugins: [figures] });
    expect(code).toContain('50%');
    const plugins = markdownPlugins(
      '/',
      () => writtenReading().article,
      () => ({
        'geo-half': figureWith({ value: 50 }),
      }),
    );
    const { html } = await markdownToHtml('## [#geo-half] of them', { hastPlugins: plugins });
    expect(html).toContain('id="50-of-them"');
  });
});
