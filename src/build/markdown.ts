import type { HastNode, HastPluginEntry, HastVisitorContext } from 'satteri';
import { CitationNumbers, idsIn } from '../articles/citations.ts';
import { escapedCitations } from '../articles/escaped-citations.ts';
import { isVerbatim, mayBeVerbatim } from '../articles/text-tree.ts';
import { withFigures } from '../figures/name-figures.ts';
import type { Figures } from '../figures/schema.ts';
import { fillBlanks } from '../site/fill-blanks.ts';
import type { ReadingWords } from '../site/reading-schema.ts';
import { headingIds } from './heading-ids.ts';
import { linksBelow } from './links-below.ts';
import { wideThings } from './wide-things.ts';

type Words = () => ReadingWords['article'];

/**
 * What is done to the text of articles and pages, in Markdown and MDX alike. `base` is the path of
 * the site's address, `words` what is said around a text and `figures` what it names: they are asked
 * for when they are needed, after content/ was checked.
 */
export function markdownPlugins(
  base: string,
  words: Words,
  figures: () => Figures,
): HastPluginEntry[] {
  return [
    withoutComments,
    // First of all, as a heading's id is made of what it says.
    printedFigures(figures),
    headingIds,
    wideThings(words),
    alignedColumns,
    taskBoxes(words),
    linksBelow(base),
    citations(words),
  ];
}

/** Prints the figures that a text names as `[#id]`, except where it is shown as it is typed. */
export const printedFigures =
  (figures: () => Figures): HastPluginEntry =>
  ({ source }) => {
    if (!source.includes('[#')) return null;
    const known = figures();
    const isShown = shownAsTyped(source);
    return {
      name: 'printed-figures',
      text(node, context) {
        const value = withFigures(node.value, known);
        if (value === node.value || isShown(node, context)) return;
        context.replaceNode(node, { type: 'text', value });
      },
    };
  };

/** Tells of a node in `source` whether it is shown as it is typed. */
function shownAsTyped(source: string): (node: HastNode, context: HastVisitorContext) => boolean {
  if (!mayBeVerbatim(source)) return () => false;
  return (node, context) => {
    for (let above: HastNode | undefined = node; above; above = context.parent(above)) {
      if (isVerbatim(above)) return true;
    }
    return false;
  };
}

/**
 * Turns `[@source-id]` into a numbered link to the source at the article's end, except where text is
 * shown as it is typed. Files without a citation are left out at once: a plugin costs time for each
 * text node it sees.
 */
export const citations =
  (words: Words): HastPluginEntry =>
  ({ source, sourceFormat }) => {
    if (!source.includes('[@')) return null;
    const numbers = new CitationNumbers();
    const { citation } = words();
    const isEscaped = escapedCitations(source, sourceFormat === 'mdx');
    const isShown = shownAsTyped(source);
    return {
      name: 'citations',
      text(node, context) {
        if (!node.value.includes('[@')) return;
        const escaped = idsIn(node.value).map(isEscaped);
        if (isShown(node, context)) return;
        context.replaceNode(
          node,
          numbers
            .cut(node.value, (index) => escaped[index] === true)
            .map((piece) => {
              if (piece.kind === 'text') return { type: 'text', value: piece.text };
              const properties = {
                href: `#${piece.target}`,
                id: piece.anchor,
                ariaLabel: fillBlanks(citation, { number: piece.number }),
              };
              const number = { type: 'text' as const, value: String(piece.number) };
              const link = {
                type: 'element' as const,
                tagName: 'a',
                properties,
                children: [number],
              };
              const className = piece.adjacent ? { className: ['also'] } : {};
              return { type: 'element', tagName: 'sup', properties: className, children: [link] };
            }),
        );
      },
    };
  };

/** Leaves out what writers note for each other. In MDX, comments never get this far. */
const withoutComments: HastPluginEntry = ({ source }) =>
  source.includes('<')
    ? {
        name: 'without-comments',
        comment: (node, context) => context.removeNode(node),
      }
    : null;

/** Where a style sets a cell's text, where it sets nothing else. */
export function sideOf(style: string): string | undefined {
  return /^\s*text-align:\s*(\w+)\s*;?\s*$/i.exec(style)?.[1]?.toLowerCase();
}

/** The alignment of a column as a class: the security policy blocks styles. */
const alignedColumns: HastPluginEntry = ({ source }) =>
  /\||<t[hd]\b/i.test(source)
    ? {
        name: 'aligned-columns',
        element: {
          filter: ['th', 'td'],
          visit(node, context) {
            const { style, align } = node.properties;
            if (style === undefined && align === undefined) return;
            const side = sideOf(String(style ?? `text-align: ${align}`));
            context.setProperty(node, 'style', null);
            context.setProperty(node, 'align', null);
            if (side === 'center' || side === 'right')
              context.setProperty(node, 'className', [side]);
          },
        },
      }
    : null;

/**
 * The boxes of a list of tasks as text with a name, and not as fields that nobody can use: so they are
 * heard, printed, and shown by feed readers, which leave fields out.
 */
const taskBoxes =
  (words: Words): HastPluginEntry =>
  ({ source }) =>
    /\[[ xX]\]/.test(source)
      ? {
          name: 'task-boxes',
          element: {
            filter: ['input'],
            visit(node, context) {
              const { type, disabled, checked } = node.properties;
              if (type !== 'checkbox' || !disabled) return;
              const { taskDone, taskOpen } = words();
              const [box, ariaLabel] = checked ? ['\u2611', taskDone] : ['\u2610', taskOpen];
              context.replaceNode(node, {
                type: 'element',
                tagName: 'span',
                properties: { className: ['task-box'], role: 'img', ariaLabel },
                // The plain sign, and no emoji (Unicode, "Emoji Variation Sequences").
                children: [{ type: 'text', value: `${box}\uFE0E` }],
              });
            },
          },
        }
      : null;
