import type { HastPluginEntry } from 'satteri';
import { idsOfHeadings } from '../articles/page-ids.ts';
import { attributeOf, isElement, nameOf, nodesOf } from '../articles/text-tree.ts';

/**
 * Gives headings ids that nothing else on the page has, and lets the links of the same text follow
 * those that could not keep the id of their words.
 */
export const headingIds: HastPluginEntry = () => ({
  name: 'heading-ids',
  before(root, context) {
    const elements = nodesOf(root).filter(isElement);
    const { ids, follow } = idsOfHeadings(elements);
    for (const [heading, id] of ids) context.setProperty(heading, 'id', id);
    for (const element of elements) {
      const target = nameOf(element) === 'a' ? attributeOf(element, 'href') : undefined;
      if (!target?.startsWith('#')) continue;
      const slug = decoded(target.slice(1));
      const id = follow(slug);
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
