import { type HastNode, markdownToHast, mdxToHast } from 'satteri';
import { countWords } from '../site/words.ts';
import { type CitationCounts, countCitations } from './citations.ts';
import { attributeOf, isElement, isVerbatim, nameOf, nodesOf } from './text-tree.ts';

/** What the site needs to know of an article's text. */
export interface ArticleText {
  readonly cited: CitationCounts;
  readonly words: number;
  /** Ids of messages and of charts that the text shows, in order. */
  readonly messages: readonly string[];
  readonly charts: readonly string[];
}

/**
 * Reads the text of an article without its front matter, from a file called `file`, as a page shows
 * it: nothing of comments, and of code only its words. Throws an Error where MDX is none.
 */
export function readText(body: string, file: string): ArticleText {
  const tree = treeOf(body, file);
  const shown = (verbatim: boolean) =>
    [...nodesOf(tree, (element) => !verbatim && isVerbatim(element))].map((node) =>
      node.type === 'text' ? node.value : '',
    );
  return {
    cited: countCitations(shown(false)),
    words: countWords(
      shown(true)
        .join('')
        .replace(/\[@[a-z0-9-]+\]/g, ''),
    ),
    messages: idsOf('Message', tree),
    charts: idsOf('Chart', tree),
  };
}

/** The tree that the text of an article becomes. */
export function treeOf(body: string, file: string): HastNode {
  return file.endsWith('.mdx')
    ? mdxToHast(body)
    : markdownToHast(body, { features: { rawHtml: true } });
}

function idsOf(component: string, tree: HastNode): string[] {
  return [...nodesOf(tree)].flatMap((node) =>
    isElement(node) && nameOf(node) === component ? (attributeOf(node, 'id') ?? []) : [],
  );
}

/** A text with its comments and examples of code blank, line for line, for what reads it as text. */
export function withoutUnseen(text: string): string {
  return text.replace(/\{\/\*.*?\*\/\}|<!--.*?-->|^(`{3,}|~{3,}).*?^\1|`[^`\n]*`/gms, (unseen) =>
    unseen.replace(/[^\n]/g, ' '),
  );
}
