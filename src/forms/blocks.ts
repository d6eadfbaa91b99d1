import { ageNote } from '../law/review-age.ts';
import type { SourceLabels } from '../law/source-labels.ts';
import type { Block, Item, Rich, Tree, Weight } from './outcome.ts';

export function line(text: Rich): Block {
  return { kind: 'text', text };
}

export function small(text: string): Block {
  return { kind: 'text', text, look: 'small' };
}

export function bold(text: string): Rich {
  return [{ as: 'b', text }];
}

type Attributes = Readonly<Record<string, string>>;

/** What the lines of sources are made of, and what ids begin with. */
export interface RenderContext {
  readonly tool: string;
  /** A source that it lacks is left out. */
  readonly sources: SourceLabels;
  /** `YYYY-MM-DD`, of the reader. */
  readonly today: string;
}

/** The elements that show `blocks`, in their order. */
export function renderBlocks(blocks: readonly Block[], context: RenderContext): Tree[] {
  return blocks.flatMap((block) => renderBlock(block, context));
}

function renderBlock(block: Block, context: RenderContext): Tree | readonly Tree[] {
  const { tool } = context;
  switch (block.kind) {
    case 'title': {
      const marks = { class: 'headline', id: `${tool}-outcome`, tabindex: '-1' };
      return branch('h3', marks, ...rich(block.text));
    }
    case 'heading':
      return branch('h4', {}, block.text);
    case 'text':
      return branch('p', marked(block.verdict, block.look), ...rich(block.text));
    case 'list': {
      const items = block.items.map((item) => itemTree(item, context));
      return branch(block.look === 'people' ? 'ol' : 'ul', { class: block.look }, ...items);
    }
    case 'sources':
      return sourcesTree(block.rule.sources, block.rule.reviewed, context);
    case 'links': {
      const links = block.links.map(({ label, href }, index) =>
        branch('a', { class: index === 0 ? 'button' : 'button quiet', href }, label),
      );
      return branch('p', { class: 'next-act screen' }, ...links);
    }
    case 'action': {
      const { action, label, main, hint } = block;
      const id = `${tool}-${action}`;
      const marks = {
        type: 'button',
        class: main ? 'button' : 'button quiet',
        'data-do': action,
        ...(hint && { 'aria-describedby': id }),
      };
      return [
        branch('p', {}, branch('button', marks, label)),
        branch('p', { class: 'small', role: 'status', 'data-part': `${action}-done` }),
        ...(hint ? [branch('p', { class: 'small', id }, hint)] : []),
      ];
    }
    case 'own':
      return block.trees;
    case 'group': {
      const { name = '', look = '', hidden, folded } = block;
      const marks = { class: `lines ${look}`, 'data-part': name, ...(hidden && { hidden: '' }) };
      const label = folded ? [branch('summary', {}, folded)] : [];
      const inside = renderBlocks(block.blocks, context);
      return branch(folded ? 'details' : 'div', marks, ...label, ...inside);
    }
  }
}

/** An element of `children`. */
export function branch(tag: string, attributes: Attributes, ...children: Tree[]): Tree {
  return { tag, attributes, children };
}

function marked(verdict: Weight | undefined, look?: string): Attributes {
  if (verdict) return { class: 'verdict', 'data-kind': verdict };
  return look ? { class: look } : {};
}

/** The runs of `text`. */
export function rich(text: Rich): Tree[] {
  return [text].flat().map((run) => (typeof run === 'string' ? run : branch(run.as, {}, run.text)));
}

function itemTree({ text = [], blocks = [] }: Item, context: RenderContext): Tree {
  return branch('li', {}, ...rich(text), ...renderBlocks(blocks, context));
}

/** A line that links to what a rule rests on and says when that was last checked. */
function sourcesTree(
  ids: readonly string[],
  reviewed: string,
  { sources: { labels, words }, today }: RenderContext,
): Tree {
  const named = ids.flatMap((id) => labels[id] ?? []);
  const links = named.flatMap(({ label, url }, index) => [
    index > 0 ? ', ' : '',
    branch('a', { href: url }, label),
  ]);
  const age = branch('span', { 'data-reviewed': reviewed }, ageNote(reviewed, today, words));
  const source = named.length > 1 ? words.sources : words.source;
  return branch('p', { class: 'small' }, `${source} `, ...links, '. ', age);
}

/** `tree` as a node of this document. */
export function nodeOf(tree: Tree): Node {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const element = document.createElement(tree.tag);
  for (const [name, value] of Object.entries(tree.attributes)) {
    // The security policy lets no `style` attribute in, and lets scripts set a width.
    if (name === 'width') element.style.width = value;
    else element.setAttribute(name, value);
  }
  element.append(...tree.children.map(nodeOf));
  return element;
}

const MARKS = /<.?mark>/;

/** The runs of `text`, which may have `<mark>` around the few words that matter most. */
export function markedRuns(text: string): (string | { as: 'mark'; text: string })[] {
  return text.split(MARKS).map((run, index) => (index % 2 ? { as: 'mark', text: run } : run));
}

/** `text` without its marks, for where nothing can be marked. */
export function withoutMarks(text: string): string {
  return text.split(MARKS).join('');
}
