import type { HastPluginEntry } from 'satteri';
import { HeadingIds } from '../articles/page-ids.ts';
import { attributeOf, isElement, nameOf, nodesOf, textOf } from '../articles/text-tree.ts';

/**
 * Gives headings ids that nothing else on the page has, and lets the links of the same text follow
 * those that could not keep the id of their words.
 */
export const headingIds: HastPluginEntry = () => ({
  name: 'heading-ids',
  before(root, context) {
    const elements = [...nodesOf(root)].filter(isElement);
    const ids = new HeadingIds(elements.flatMap((element) => attributeOf(element, 'id') ?? []));
    for (const element of elements) {
      // What is written as JSX has only the ids that its writer gives it.
      if (element.type !== 'element' || !/^h[1-6]$/.test(element.tagName)) continue;
      if (attributeOf(element, 'id') !== undefined) continue;
      const words = textOf(element).replace(/\[@[a-z0-9-]+\]/g, '');
      context.setProperty(element, 'id', ids.take(words));
    }
    for (const element of elements) {
      const target = nameOf(element) === 'a' ? attributeOf(element, 'href') : undefined;
      if (!target?.startsWith('#')) continue;
      const slug = decoded(target.slice(1));
      const id = ids.follow(slug);
      if (id !== slug) context.setProperty(element, 'href', `#${id}`);
    }
  },
});

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
