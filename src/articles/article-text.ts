import { type HastNode, markdownToHast, mdxToHast } from 'satteri';
import { countWords } from '../site/word-count.ts';
import { type CitationCounts, countIds, idsIn } from './citations.ts';
import { escapedCitations } from './escaped-citations.ts';
import { type Passage, passagesOf } from './passages.ts';
import {
  attributeOf,
  isElement,
  isVerbatim,
  nameOf,
  nodesOf,
  type WrittenElement,
} from './text-tree.ts';

/** What the site needs to know of an article's text. */
export interface ArticleText {
  readonly cited: CitationCounts;
  readonly words: number;
  /** Ids of messages that the text shows, in order. */
  readonly messages: readonly string[];
  /** Ids of tools that it holds, in order, and of the articles that it links to, each once. */
  readonly tools: readonly string[];
  readonly links: readonly string[];
  /** How the text begins, and how each of its sections does. */
  readonly passages: readonly Passage[];
}

/**
 * Reads the text of an article without its front matter, from a file called `file`, as a page shows
 * it: nothing of comments, and of code only its words. Throws an Error where MDX is none.
 */
export function readText(body: string, file: string): ArticleText {
  return readTree(treeOf(body, file), body, file);
}

/** The same of the tree that `body` became, for who has it already. */
export function readTree(tree: HastNode, body: string, file: string): ArticleText {
  const texts = (skip?: (element: WrittenElement) => boolean) =>
    nodesOf(tree, skip).filter((node) => node.type === 'text');
  const shown = new Set(texts(isVerbatim));
  const isEscaped = escapedCitations(body, file.endsWith('.mdx'));
  return {
    cited: countIds(
      texts().flatMap((node) => {
        const cited = idsIn(node.value).filter((id) => !isEscaped(id));
        return shown.has(node) ? cited : [];
      }),
    ),
    words: countWords(
      texts()
        .map(({ value }) => value)
        .join('')
        .replace(/\[@[a-z0-9-]+\]/g, ''),
    ),
    messages: idsOf('Message', tree),
    tools: idsOf('Tool', tree),
    links: linkedArticles(tree),
    passages: passagesOf(tree),
  };
}

/** The tree that the text of an article becomes. */
export function treeOf(body: string, file: string): HastNode {
  return file.endsWith('.mdx')
    ? mdxToHast(body)
    : markdownToHast(body, { features: { rawHtml: true } });
}

function idsOf(component: string, tree: HastNode): string[] {
  return nodesOf(tree).flatMap((node) =>
    isElement(node) && nameOf(node) === component ? (attributeOf(node, 'id') ?? []) : [],
  );
}

/** The articles that a text links to by their paths, which it does not know to be there. */
function linkedArticles(tree: HastNode): string[] {
  const ids = nodesOf(tree).flatMap((node) => {
    const address = isElement(node) && nameOf(node) === 'a' ? attributeOf(node, 'href') : undefined;
    return /^\/articles\/([^?#]+?)\/?(?:[?#]|$)/.exec(address ?? '')?.[1] ?? [];
  });
  return [...new Set(ids)];
}

/**
 * A text with its comments, examples of code and citations that are none blank, line for line, for what
 * reads it as text.
 */
export function withoutUnseen(text: string): string {
  return text.replace(
    /\{\/\*.*?\*\/\}|<!--.*?-->|^(`{3,}|~{3,}).*?^\1|`[^`\n]*`|\\\[@[a-z0-9-]+\\?\]/gms,
    (unseen) => unseen.replace(/[^\n]/g, ' '),
  );
}
