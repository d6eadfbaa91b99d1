import { markdownToHast } from 'satteri';

/** What Markdown reads as its own, and no quotes, dashes or dots. */
const MARKUP = /[!#$%&()*+,/:;<=>?@[\\\]^_`{|}~]/g;

/**
 * A plain text of one paragraph with the quotes, dashes and dots that Markdown makes of typed ones, by the
 * same parser: so what stands in front matter and YAML looks like the text beside it. Whatever else
 * Markdown would read as its own stays as it is.
 */
export function typographic(text: string): string {
  // Behind a parenthesis quotes open, and nothing begins a list.
  const line = text.trim().replace(/\s+/g, ' ').replace(MARKUP, '\\$&');
  const { children } = markdownToHast(`\\(${line}`, { features: { smartPunctuation: true } });
  const [paragraph] = children;
  if (paragraph === undefined || !('children' in paragraph)) return text;
  return paragraph.children
    .map((node) => (node.type === 'text' ? node.value : ''))
    .join('')
    .slice(1);
}
