import type { HastNode } from 'satteri';

/** The elements of a written text: HTML that Markdown made, and tags that MDX reads as JSX. */
export type WrittenElement = Extract<
  HastNode,
  { type: 'element' | 'mdxJsxFlowElement' | 'mdxJsxTextElement' }
>;

/** Whether a node is an element, however it was written. */
export function isElement(node: HastNode): node is WrittenElement {
  const { type } = node;
  return type === 'element' || type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
}

/** The name of an element in HTML, or of a component. */
export function nameOf(node: WrittenElement): string {
  return node.type === 'element' ? node.tagName : (node.name ?? '');
}

/** An attribute that is plain text, by its name in HTML or, for `element`s, in the DOM. */
export function attributeOf(node: WrittenElement, name: string): string | undefined {
  const value =
    node.type === 'element'
      ? node.properties[name]
      : node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** All nodes at and below `node`, in order; not what is below an element that `skip` tells. */
export function nodesOf(
  node: HastNode,
  skip: (element: WrittenElement) => boolean = () => false,
): HastNode[] {
  const nodes: HastNode[] = [];
  const add = (one: HastNode): void => {
    if (isElement(one) && skip(one)) return;
    nodes.push(one);
    if (!('children' in one)) return;
    for (const child of one.children) add(child);
  };
  add(node);
  return nodes;
}

/** The text of a node and all below it. */
export function textOf(node: HastNode): string {
  return nodesOf(node)
    .map((one) => (one.type === 'text' ? one.value : ''))
    .join('');
}

/** Elements whose text is shown as it is typed: nothing in it is a citation. */
const VERBATIM = /^(?:code|pre|kbd|samp|var|script|style|textarea|title|math|svg)$/;

/** Whether the text of an element is shown as it is typed. */
export function isVerbatim(node: HastNode): boolean {
  return isElement(node) && VERBATIM.test(nameOf(node));
}

/** What each way to show text as it is typed begins with: code, a tag, a fence, and code that is indented. */
const VERBATIM_MARKS = ['`', '<', '~~~', '    ', '\t'];

/**
 * Whether anything in a text in Markdown or MDX may be shown as it is typed. Most texts have nothing of
 * the kind, and asking what stands above each of their words takes long.
 */
export const mayBeVerbatim = (source: string): boolean =>
  VERBATIM_MARKS.some((mark) => source.includes(mark));
