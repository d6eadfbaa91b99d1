import type { HastPluginEntry } from 'satteri';
import { attributeOf, isElement, nodesOf } from '../articles/text-tree.ts';
import { withBase } from '../site/urls.ts';

/** Attributes that hold one address. */
const ADDRESSES = ['href', 'src', 'poster', 'cite'] as const;

/**
 * Puts the site's base path before addresses that start with `/`, so that writers need not know it:
 * in links and pictures, whether they are written in Markdown, HTML or JSX.
 */
export function linksBelow(base: string): HastPluginEntry {
  const isPath = (address: string) => /^\/(?!\/)/.test(address);
  return () => {
    if (base === '/') return null;
    return {
      name: 'links-below-base',
      before(root, context) {
        for (const node of nodesOf(root)) {
          if (!isElement(node)) continue;
          for (const name of ADDRESSES) {
            const address = attributeOf(node, name);
            if (address && isPath(address))
              context.setProperty(node, name, withBase(address, base));
          }
          const name = node.type === 'element' ? 'srcSet' : 'srcset';
          const candidates = attributeOf(node, name);
          if (candidates) {
            const below = candidates.replace(/(^|,\s+)(\/(?!\/))/g, `$1${withBase('/', base)}`);
            context.setProperty(node, name, below);
          }
        }
      },
    };
  };
}
