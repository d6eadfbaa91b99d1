import articleStyles from '../articles/article.css?inline';
import richStyles from '../articles/rich.css?inline';
import barsStyles from '../charts/bars.css?inline';
import chartStyles from '../charts/chart.css?inline';
import decisionStyles from '../charts/decision.css?inline';
import seriesStyles from '../charts/series.css?inline';
import timelineStyles from '../charts/timeline.css?inline';
import figureStyles from '../figures/figures.css?inline';
import termStyles from '../glossary/term.css?inline';
import toolStyles from './tool-embed.css?inline';

/** What few texts have, as it was rendered, and the sheet for it. */
const SHEETS: readonly (readonly [has: RegExp, sheet: string])[] = [
  // More than headings, paragraphs, lists, links and pictures.
  [
    /<(?:blockquote|code|kbd|math|ol type|pre|samp|table)\b|<details(?! class)|class="(?:[^"]* )?(?:sideways|footnotes|margin-figure|sr-only|task-list-item)[ "]/,
    richStyles,
  ],
  [/class="term"/, termStyles],
  [/<tool-embed\b/, toolStyles],
  [/class="figure-list"/, figureStyles],
  [/<figure class="chart"/, chartStyles],
  [/<svg class="plot"/, seriesStyles],
  [/<ul class="bars"/, barsStyles],
  [/<ol class="timeline"/, timelineStyles],
  [/<ol class="decision"/, decisionStyles],
];

/** The style sheets for a text of articles and pages that was rendered to `html`. */
export function textStyles(html: string): string[] {
  return [articleStyles, ...SHEETS.filter(([has]) => has.test(html)).map(([, sheet]) => sheet)];
}
