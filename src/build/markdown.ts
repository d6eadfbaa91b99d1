import type { HastPluginEntry } from 'satteri';
import { CitationNumbers } from '../articles/citations.ts';
import { withBase } from '../site/urls.ts';

/**
 * Turns `[@source-id]` into a numbered link to the source at the article's end. Files without a
 * citation are left out at once: a plugin costs time for each text node it sees.
 */
export const citations: HastPluginEntry = ({ source }) => {
  if (!source.includes('[@')) return null;
  const numbers = new CitationNumbers();
  return {
    name: 'citations',
    text(node, context) {
      if (!node.value.includes('[@')) return;
      context.replaceNode(
        node,
        numbers.cut(node.value).map((piece) => {
          if (piece.kind === 'text') return { type: 'text', value: piece.text };
          const properties = {
            href: `#${piece.target}`,
            id: piece.anchor,
            ariaLabel: `Source ${piece.number}`,
          };
          const number = { type: 'text' as const, value: String(piece.number) };
          const link = { type: 'element' as const, tagName: 'a', properties, children: [number] };
          const className = piece.adjacent ? { className: ['also'] } : {};
          return { type: 'element', tagName: 'sup', properties: className, children: [link] };
        }),
      );
    },
  };
};

/** Puts the site's base path before links that start with `/`, so that writers need not know it. */
export function linksBelow(base: string): HastPluginEntry {
  return ({ source }) => {
    if (base === '/' || !/\](\(|:\s*)<?\//.test(source)) return null;
    return {
      name: 'links-below-base',
      element: {
        filter: ['a'],
        visit(node, context) {
          const target = node.properties['href'];
          if (typeof target !== 'string' || !/^\/(?!\/)/.test(target)) return;
          context.setProperty(node, 'href', withBase(target, base));
        },
      },
    };
  };
}
