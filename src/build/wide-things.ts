import type { HastNode, HastPluginEntry } from 'satteri';
import {
  attributeOf,
  isElement,
  mayBeVerbatim,
  nameOf,
  nodesOf,
  textOf,
  type WrittenElement,
} from '../articles/text-tree.ts';

type Kind = 'table' | 'code' | 'formula';

/** What may be wider than a phone, by the name of its element. */
const KINDS: Readonly<Record<string, Kind>> = { table: 'table', pre: 'code', math: 'formula' };

/** A formula of this many characters stays within the line of its sentence. */
const SHORT_FORMULA = 16;

/** Of a name for a screen reader, what can be listened to. */
const NAME_LENGTH = 60;

/**
 * Puts what may be wider than a phone into a box that scrolls by itself: it has a name, and the
 * keyboard reaches it (WCAG 2.1.1), so that the page stays as narrow as the screen (1.4.10).
 *
 * @param words what each kind is called
 */
export const wideThings =
  (words: () => Readonly<Record<Kind, string>>): HastPluginEntry =>
  ({ source }) => {
    if (!source.includes('|') && !mayBeVerbatim(source)) return null;
    return {
      name: 'wide-things',
      before(root, context) {
        const counts = { table: 0, code: 0, formula: 0 };
        for (const element of nodesOf(root).filter(isElement)) {
          const kind = KINDS[nameOf(element)];
          if (!kind) continue;
          const inLine = kind === 'formula' && attributeOf(element, 'display') !== 'block';
          if (inLine && textOf(element).replace(/\s/g, '').length <= SHORT_FORMULA) continue;
          counts[kind] += 1;
          const columns = kind === 'table' ? columnsOf(element) : '';
          // A formula may stand within a paragraph, where a block may not.
          const isPhrase = kind === 'formula';
          const tagName = isPhrase ? 'span' : 'section';
          const properties = {
            className: ['sideways'],
            ...(isPhrase && { role: 'region' }),
            tabIndex: 0,
            ariaLabel: `${words()[kind]} ${counts[kind]}${columns && `: ${columns}`}`,
          };
          context.wrapNode(element, { type: 'element', tagName, properties, children: [] });
        }
      },
    };
  };

/** A table's caption, or what its columns are called. */
function columnsOf(table: WrittenElement): string {
  const named = (name: string) =>
    nodesOf(table)
      .filter((node) => isElement(node) && nameOf(node) === name)
      .map(wordsOf);
  const [caption] = named('caption');
  const words = caption || named('th').filter(Boolean).join(', ');
  return words.length > NAME_LENGTH ? `${words.slice(0, NAME_LENGTH - 1).trim()}…` : words;
}

function wordsOf(node: HastNode): string {
  return textOf(node)
    .replace(/\[@[a-z0-9-]+\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
