import type { Tree } from './outcome.ts';

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
