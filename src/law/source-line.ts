import type { LawRule } from './law-rule.ts';
import { ageNote } from './review-age.ts';
import type { SourceLabels } from './source-labels.ts';

/**
 * A line that links to what a rule rests on and says when that was last checked, as the page says
 * it where there is no script (SourceLine.astro).
 *
 * @param handed a source that it lacks is left out
 * @param today `YYYY-MM-DD`, of the reader
 */
export function sourceLine(
  { sources, reviewed }: LawRule,
  { labels, words }: SourceLabels,
  today: string,
): HTMLElement {
  const line = document.createElement('p');
  line.className = 'small';
  const links = sources.flatMap((id) => {
    const source = labels[id];
    if (!source) return [];
    const link = document.createElement('a');
    link.href = source.url;
    link.textContent = source.label;
    return [link];
  });
  line.append(`${links.length > 1 ? words.sources : words.source} `);
  for (const [index, link] of links.entries()) line.append(index > 0 ? ', ' : '', link);
  line.append(`. ${ageNote(reviewed, today, words)}`);
  return line;
}
