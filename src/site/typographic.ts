import { type HastNode, markdownToHast } from 'satteri';

/** What Markdown makes quotes, dashes or dots of. */
const TYPED = /['"]|--|\.\./;

/** What Markdown reads as its own, and no quotes, dashes or dots. */
const MARKUP = /[!#$%&()*+,/:;<=>?@[\\\]^_`{|}~]/g;

/**
 * A plain text of one paragraph with the quotes, dashes and dots that Markdown makes of typed ones, by the
 * same parser: so what stands in front matter and YAML looks like the text beside it. Whatever else
 * Markdown would read as its own stays as it is.
 */
export function typographic(text: string): string {
  // Behind a parenthesis quotes open, and nothing begins a list.
  const line = text.trim().replace(/\s+/g, ' ');
  // Reading takes far longer than looking whether there is anything to set.
  if (!TYPED.test(line)) return line;
  const escaped = line.replace(MARKUP, '\\$&');
  const tree = markdownToHast(`\\(${escaped}`, { features: { smartPunctuation: true } });
  return textOf(tree).slice(1);
}

/** The text of a node: an address is a link by itself (GFM, "Autolinks"). */
function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
