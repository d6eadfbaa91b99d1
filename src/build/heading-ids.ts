import type { HastPluginDefinition, HastPluginEntry } from 'satteri';
import { HeadingIds, idsOfHeadings } from '../articles/page-ids.ts';
import { attributeOf, isElement, nameOf, nodesOf } from '../articles/text-tree.ts';

/**
 * Gives headings ids that nothing else on the page has, and lets the links of the same text follow
 * those that could not keep the id of their words.
 */
export const headingIds: HastPluginEntry = ({ source }) =>
  HAS_MORE.test(source) ? all : headings();

/** Tags, footnotes and links within the text: what has ids, or follows them, beside headings. */
const HAS_MORE = /[<{]|\[\^|\(#|^ *\[[^\]]*\]:/m;

/** Where headings alone have ids, nothing else is looked at, as that takes a third of the time of a text. */
function headings(): HastPluginDefinition {
  const ids = new HeadingIds();
  return {
    name: 'heading-ids',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit: (heading, context) =>
        context.setProperty(heading, 'id', ids.take(context.textContent(heading))),
    },
  };
}

const all: HastPluginDefinition = {
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
};

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
