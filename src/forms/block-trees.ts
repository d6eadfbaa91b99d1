import { ageNote } from '../law/review-age.ts';
import type { SourceLabels } from '../law/source-labels.ts';
import type { Block, Item, Rich, TableRow } from './outcome.ts';

/** What blocks become, whether a page or a script makes it: text, or an element. */
export type Tree = string | Branch;
export interface Branch {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tree[];
}

/** What the lines of sources are made of, and what ids begin with. */
export interface Surroundings {
  readonly tool: string;
  /** A source that it lacks is left out. */
  readonly sources?: SourceLabels | undefined;
  /** `YYYY-MM-DD`, of the reader. */
  readonly today: string;
}

/** The elements that show `blocks`, in their order. */
export function treesOf(blocks: readonly Block[], around: Surroundings): Tree[] {
  return blocks.flatMap((block) => treeOf(block, around));
}

function treeOf(block: Block, around: Surroundings): Tree | Tree[] {
  const { tool } = around;
  switch (block.kind) {
    case 'title': {
      const verdict = block.verdict && { class: 'verdict', 'data-kind': block.verdict };
      return branch('h3', { ...verdict, id: `${tool}-outcome`, tabindex: '-1' }, block.text);
    }
    case 'heading':
      return branch('h4', {}, block.text);
    case 'text':
      return branch(
        'p',
        classes(block.small && 'small', block.screen && 'screen'),
        ...rich(block.text),
      );
    case 'verdict': {
      const weight = block.weight && { 'data-kind': block.weight };
      return branch('p', { class: 'verdict', ...weight }, ...rich(block.text));
    }
    case 'list': {
      const items = block.items.map((item) => itemTree(item, around));
      return branch(block.look === 'people' ? 'ol' : 'ul', { class: block.look }, ...items);
    }
    case 'say': {
      const quote = branch('blockquote', {}, branch('p', {}, block.words));
      return branch('div', { class: 'say' }, branch('p', { class: 'to' }, block.to), quote);
    }
    case 'table':
      return tableTree(block);
    case 'sources':
      return around.sources
        ? sourcesTree(block.rule.sources, block.rule.reviewed, around.sources, around.today)
        : [];
    case 'links': {
      const links = block.links.map(({ label, href }, index) =>
        branch('a', { class: index === 0 ? 'button' : 'button quiet', href }, label),
      );
      return branch('p', { class: 'next-act screen' }, ...links);
    }
    case 'action': {
      const { action, label, hint } = block;
      const id = `${tool}-${action}`;
      const described = hint && { 'aria-describedby': id };
      const button = { type: 'button', class: 'button quiet', 'data-do': action, ...described };
      return [
        branch('p', {}, branch('button', button, label)),
        ...(hint ? [branch('p', { class: 'small', id }, hint)] : []),
        branch('p', { class: 'small', role: 'status', 'data-part': `${action}-done` }),
      ];
    }
    case 'progress': {
      const id = `${tool}-progress`;
      const bar = { class: 'screen', value: `${block.done}`, max: `${block.count}` };
      return [
        branch('p', { id, 'data-part': 'progress' }, block.text),
        branch('progress', { ...bar, 'aria-labelledby': id }),
      ];
    }
    case 'group': {
      const { name, look, hidden } = block;
      const marks = { ...(name && { 'data-part': name }), ...(hidden && { hidden: '' }) };
      return branch(
        'div',
        { ...classes('lines', look), ...marks },
        ...treesOf(block.blocks, around),
      );
    }
  }
}

function branch(tag: string, attributes: Branch['attributes'], ...children: Tree[]): Branch {
  return { tag, attributes, children };
}

function classes(...names: readonly (string | false | undefined)[]): Branch['attributes'] {
  const given = names.filter(Boolean).join(' ');
  return given ? { class: given } : {};
}

function rich(text: Rich): Tree[] {
  return [text].flat().map((run) => (typeof run === 'string' ? run : branch(run.as, {}, run.text)));
}

function itemTree({ text = [], blocks = [] }: Item, around: Surroundings): Branch {
  return branch('li', {}, ...rich(text), ...treesOf(blocks, around));
}

function tableTree({ caption, heads, rows, sum }: Extract<Block, { kind: 'table' }>): Branch {
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells));
  const headTrees = heads.map((head) =>
    branch('th', { scope: 'col' }, branch('span', { class: 'cell' }, head)),
  );
  const rowTree = ({ head, cells }: TableRow, bars: boolean) => {
    const cellTrees = cells.map((cell) => {
      const bar = branch('span', { class: 'bar', width: `${(cell / most) * 100}%` });
      return branch('td', {}, `${cell}`, ...(bars && cell > 0 ? [bar] : []));
    });
    return branch('tr', {}, branch('th', { scope: 'row' }, ...rich(head)), ...cellTrees);
  };
  return branch(
    'table',
    {},
    branch('caption', {}, caption),
    branch('thead', {}, branch('tr', {}, ...headTrees)),
    branch('tbody', {}, ...rows.map((row) => rowTree(row, true))),
    branch('tfoot', {}, rowTree(sum, false)),
  );
}

/** A line that links to what a rule rests on and says when that was last checked. */
function sourcesTree(
  ids: readonly string[],
  reviewed: string,
  { labels, words }: SourceLabels,
  today: string,
): Branch {
  const named = ids.flatMap((id) => labels[id] ?? []);
  const links = named.flatMap(({ label, url }, index) => [
    index > 0 ? ', ' : '',
    branch('a', { href: url }, label),
  ]);
  const age = branch('span', { 'data-reviewed': reviewed }, ageNote(reviewed, today, words));
  const source = named.length > 1 ? words.sources : words.source;
  return branch('p', { class: 'small' }, `${source} `, ...links, '. ', age);
}
