import type { HastNode } from 'satteri';
import { idsOfHeadings } from './page-ids.ts';
import { attributeOf, isElement, nameOf, nodesOf, textOf } from './text-tree.ts';

/** How a part of an article begins: its text before the first heading, or a section. */
export interface Passage {
  /** The id of its heading on the page; empty for what stands before the first heading. */
  readonly id: string;
  readonly heading: string;
  /** Its first words, as plain text without citations. */
  readonly opening: string;
}

/** How many words of a passage are kept: what is said after them is found by the heading above. */
const OPENING_WORDS = 60;

/** Elements that stand within a line, so that no space belongs before them. */
const INLINE =
  /^(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|Term)$/;

/** Elements whose text is not read as the article's. */
const UNREAD = /^(?:math|script|style|svg|MarginFigure)$/;

/** The passages of a text, in order. A heading without an id, and what is below it, is no passage. */
export function passagesOf(tree: HastNode): Passage[] {
  const { ids } = idsOfHeadings(nodesOf(tree).filter(isElement));
  const passages = [{ id: '', heading: '', text: '' }];
  // The words of a heading are no part of what it stands above.
  const inHeading = new Set<HastNode>();
  for (const node of nodesOf(tree, (element) => UNREAD.test(nameOf(element)))) {
    const last = passages.at(-1);
    if (node.type === 'element' && /^h[1-6]$/.test(node.tagName)) {
      const id = ids.get(node) ?? attributeOf(node, 'id') ?? '';
      for (const below of nodesOf(node)) inHeading.add(below);
      passages.push({ id, heading: plain(textOf(node)), text: '' });
    } else if (last && isElement(node) && !INLINE.test(nameOf(node))) last.text += ' ';
    else if (last && node.type === 'text' && !inHeading.has(node)) last.text += node.value;
  }
  return passages
    .filter(({ id, heading }) => id !== '' || heading === '')
    .map(({ id, heading, text }) => ({
      id,
      heading,
      opening: openingOf(plain(text), OPENING_WORDS),
    }));
}

/** The first `count` words of a plain text, with "…" where there are more. */
export function openingOf(text: string, count: number): string {
  const words = text.split(' ', count + 1);
  return words.length <= count ? text : `${words.slice(0, count).join(' ')} …`;
}

function plain(text: string): string {
  return text
    .replace(/\[@[a-z0-9-]+\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
