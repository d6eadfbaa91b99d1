import fc from 'fast-check';
import { type HastPluginEntry, markdownToHtml, mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { countCitations, sourceAnchor } from '../../../src/articles/citations.ts';
import { citations, linksBelow } from '../../../src/build/markdown.ts';

const htmlOf = async (source: string, plugin: HastPluginEntry) =>
  (await markdownToHtml(source, { hastPlugins: [plugin] })).html;

const linkTo = (id: string, number: number, anchor = `cite-${number}`) =>
  `<a href="#source-${id}" id="${anchor}" aria-label="Source ${number}">${number}</a>`;

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

describe('linksBelow', () => {
  it.each([
    ['[a](/about/)', '/base/about/'],
    ['[a](/)', '/base/'],
    ['[a](/articles/x/#law "Title")', '/base/articles/x/#law'],
    ['**[a](/feed.xml)**', '/base/feed.xml'],
    ['[a][about]\n\n[about]: /about/', '/base/about/'],
  ])('puts the base before the path of %s', async (source, target) => {
    expect(await htmlOf(source, linksBelow('/base/'))).toContain(`href="${target}"`);
  });

  it.each([
    ['[a](https://example.com/)', 'https://example.com/'],
    ['[a](//example.com/) and [b](/)', '//example.com/'],
    ['[a](#law) and [b](/)', '#law'],
    ['[a](mailto:a@example.com)', 'mailto:a@example.com'],
  ])('leaves %s alone', async (source, target) => {
    expect(await htmlOf(source, linksBelow('/base/'))).toContain(`href="${target}"`);
  });

  it('does the same in MDX', async () => {
    const { code } = await mdxToJs('[a](/about/) <Contact />', {
      hastPlugins: [linksBelow('/some/path/')],
    });
    expect(code).toContain('"/some/path/about/"');
  });

  it('changes nothing at the root', async () => {
    expect(await htmlOf('[a](/about/)', linksBelow('/'))).toContain('href="/about/"');
  });
});
