import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold, line, renderBlocks, small } from '../../../src/forms/blocks.ts';
import { fold, points, reasons, section } from '../../../src/forms/list-blocks.ts';
import type { Block, Tree } from '../../../src/forms/outcome.ts';

const AROUND = {
  tool: 'pets',
  today: '2031-05-06',
  sources: {
    words: {
      ...{ source: 'Source:', sources: 'Sources:', notes: '' },
      ...{ checked: 'Checked in {month}.', overdue: 'Overdue since {month}.' },
    },
    labels: {
      act: { label: 'The Act', url: 'https://example.com/act' },
      code: { label: 'The Code', url: 'https://example.com/code' },
    },
  },
};
const trees = (...blocks: Block[]) => renderBlocks(blocks, AROUND);

/** What a reader reads of `tree`. */
const textOf = (tree: Tree): string =>
  typeof tree === 'string' ? tree : tree.children.map(textOf).join('');
/** The tags of `tree` and all below it. */
const tagsOf = (tree: Tree): string[] =>
  typeof tree === 'string' ? [] : [tree.tag, ...tree.children.flatMap(tagsOf)];

describe('renderBlocks', () => {
  it('makes of a title a headline that takes the focus and names the outcome', () => {
    expect(trees({ kind: 'title', text: 'Feed it' })).toEqual([
      {
        tag: 'h3',
        attributes: { class: 'headline', id: 'pets-outcome', tabindex: '-1' },
        children: ['Feed it'],
      },
    ]);
    const marked = ['Feed it ', { as: 'mark', text: 'today' } as const];
    const [headline] = trees({ kind: 'title', text: marked });
    expect(headline && tagsOf(headline)).toEqual(['h3', 'mark']);
  });

  it('makes paragraphs, plain, small, as a verdict, and of runs', () => {
    const p = (attributes: object, ...children: Tree[]) => ({ tag: 'p', attributes, children });
    expect(trees(line('One'), small('Two'))).toEqual([p({}, 'One'), p({ class: 'small' }, 'Two')]);
    expect(trees({ kind: 'text', text: 'Stop', verdict: 'stop', look: 'small' })).toEqual([
      p({ class: 'verdict', 'data-kind': 'stop' }, 'Stop'),
    ]);
    const said = { tag: 'q', attributes: {}, children: ['Meow'] };
    expect(trees(line(['It says ', { as: 'q', text: 'Meow' }]))).toEqual([p({}, 'It says ', said)]);
  });

  it('makes buttons: one may be the next act, and a hint is tied to its button', () => {
    const action = { kind: 'action', action: 'feed', label: 'Feed it' } as const;
    const [plain] = trees(action);
    const button = { 'data-do': 'feed', type: 'button' };
    expect(plain).toMatchObject({
      children: [{ attributes: { ...button, class: 'button quiet' } }],
    });
    const [main, , hint] = trees({ ...action, main: true, hint: 'Twice a day.' });
    const described = { ...button, class: 'button', 'aria-describedby': 'pets-feed' };
    expect(main).toMatchObject({ children: [{ attributes: described, children: ['Feed it'] }] });
    expect(hint).toMatchObject({ attributes: { id: 'pets-feed' }, children: ['Twice a day.'] });
  });

  it('makes lists: numbers for people, and blocks below a line', () => {
    const people = { text: bold('Kim'), blocks: [line('She knows it.')] };
    const [list] = trees({ kind: 'list', look: 'people', items: [people] });
    expect(list).toMatchObject({ tag: 'ol', attributes: { class: 'people' } });
    expect(list && tagsOf(list)).toEqual(['ol', 'li', 'b', 'p']);
    expect(trees(points(['a', 'b'])).map(tagsOf)).toEqual([['ul', 'li', 'li']]);
    expect(trees(reasons([[line('a')], [line('b')]])).map(textOf)).toEqual(['ab']);
  });

  it('links to what a rule rests on, and leaves out a source that it does not know', () => {
    const rule = (...sources: string[]) => ({ sources, reviewed: '2031-04-02' });
    const sourced = (...sources: string[]) => {
      const [tree = ''] = trees({ kind: 'sources', rule: rule(...sources) });
      return { text: textOf(tree), links: tagsOf(tree).filter((tag) => tag === 'a').length };
    };
    expect(sourced('act')).toMatchObject({
      text: expect.stringMatching(/^Source: The Act\. Checked in April/),
    });
    expect(sourced('act', 'gone', 'code')).toMatchObject({
      text: expect.stringMatching(/^Sources: The Act, The Code\. /),
      links: 2,
    });
    expect(sourced('gone').links).toBe(0);
  });

  it('offers the first link as a button, and an action as a button', () => {
    const [links] = trees({
      kind: 'links',
      links: [
        { label: 'a', href: '#a' },
        { label: 'b', href: '#b' },
      ],
    });
    expect(links).toMatchObject({
      attributes: { class: 'next-act screen' },
      children: [
        { attributes: { class: 'button', href: '#a' } },
        { attributes: { class: 'button quiet', href: '#b' } },
      ],
    });
    expect(trees({ kind: 'action', action: 'feed', label: 'Feed' })).toMatchObject([
      { children: [{ tag: 'button', attributes: { class: 'button quiet', 'data-do': 'feed' } }] },
      { attributes: { role: 'status', 'data-part': 'feed-done' } },
    ]);
  });

  it('folds blocks below their label, closed, whatever they are', () => {
    const blocks: Block[] = [line('a'), points(['b']), { kind: 'heading', text: 'c' }];
    const [tree] = trees(...fold('why', 'Why', ...blocks));
    expect(tree).toMatchObject({ tag: 'details', attributes: { 'data-part': 'why' } });
    expect(tree).not.toHaveProperty('attributes.open');
    expect(tree && tagsOf(tree)).toEqual(['details', 'summary', 'p', 'ul', 'li', 'h4']);
    expect(tree && textOf(tree)).toBe('Whyabc');
    expect(fold('why', 'Why')).toEqual([]);
  });

  it('groups blocks, with a name, and hidden where that is asked', () => {
    expect(
      trees({ kind: 'group', name: 'more', look: 'pair', hidden: true, blocks: [line('a')] }),
    ).toMatchObject([{ attributes: { class: 'lines pair', 'data-part': 'more', hidden: '' } }]);
    const [open] = trees({ kind: 'group', blocks: [] });
    expect(open).not.toHaveProperty('attributes.hidden');
  });

  it('loses no text and makes no markup of it, whatever it is', () => {
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.string().map(line),
      fc.string().map((text): Block => ({ kind: 'heading', text })),
      fc.array(fc.string()).map(points),
      fc.array(fc.string()).map((lines) => reasons(lines.map((one) => [line(bold(one))]))),
      fc.array(fc.string()).map((lines): Block => ({ kind: 'group', blocks: lines.map(small) })),
      fc
        .array(fc.string())
        .map((lines): Block => ({ kind: 'group', folded: 'l', blocks: lines.map(line) })),
    );
    const saidIn = (one: Block): string => {
      if (one.kind === 'group') return (one.folded ?? '') + one.blocks.map(saidIn).join('');
      if (one.kind === 'list')
        return one.items
          .map((item) => flat(item.text) + (item.blocks ?? []).map(saidIn).join(''))
          .join('');
      return 'text' in one ? flat(one.text) : '';
    };
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        expect(
          trees(...blocks)
            .map(textOf)
            .join(''),
        ).toBe(blocks.map(saidIn).join(''));
      }),
    );
  });
});

/** The text of runs. */
function flat(text: unknown): string {
  return [text ?? []]
    .flat()
    .map((run) => (typeof run === 'string' ? run : (run as { text: string }).text))
    .join('');
}

describe('section', () => {
  it('puts its blocks below a heading, and is nothing without what it would list', () => {
    expect(section('Steps', line('First'), points(['a']))).toMatchObject([
      { kind: 'group', blocks: [{ kind: 'heading', text: 'Steps' }, {}, {}] },
    ]);
    expect(section('Steps', line('First'), points([]))).toEqual([]);
    expect(section('Steps', line('First'))).toHaveLength(1);
  });
});
