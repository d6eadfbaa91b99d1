import type { Block, Rich } from './outcome.ts';

type Blocks = readonly Block[];

/** A list of short lines. */
export function points(lines: readonly Rich[]): Block {
  return { kind: 'list', look: 'points', items: lines.map((text) => ({ text })) };
}

/** A list of which each item is made of blocks, such as reasons. */
export function reasons(items: readonly Blocks[]): Block {
  return { kind: 'list', look: 'reasons', items: items.map((blocks) => ({ blocks })) };
}

/** `blocks` folded below `label`, or nothing where there are none; `name` is for scripts and tests. */
export function fold(name: string, label: string, ...blocks: Blocks): Block[] {
  return blocks.length > 0 ? [{ kind: 'group', name, folded: label, blocks }] : [];
}

/** A heading with `blocks` below it, or nothing where their last one is an empty list. */
export function section(heading: string, ...blocks: Blocks): Block[] {
  const last = blocks.at(-1);
  if (last?.kind === 'list' && last.items.length === 0) return [];
  return [{ kind: 'group', blocks: [{ kind: 'heading', text: heading }, ...blocks] }];
}
