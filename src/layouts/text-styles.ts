import articleStyles from '../articles/article.css?inline';
import richStyles from '../articles/rich.css?inline';
import termStyles from '../glossary/term.css?inline';
import toolStyles from './tool-embed.css?inline';

/** What a plain text of headings, paragraphs, lists, links and pictures does not have. */
const RICH =
  /<(?:blockquote|code|kbd|math|ol type|pre|samp|table)\b|<details(?! class)|class="(?:[^"]* )?(?:sideways|footnotes|margin-figure|sr-only|task-list-item)[ "]/;

/** The style sheets for a text of articles and pages that was rendered to `html`. */
export function textStyles(html: string): string[] {
  return [
    articleStyles,
    ...(RICH.test(html) ? [richStyles] : []),
    ...(html.includes('class="term"') ? [termStyles] : []),
    ...(html.includes('<tool-embed') ? [toolStyles] : []),
  ];
}
