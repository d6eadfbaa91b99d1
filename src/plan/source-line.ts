import { fill } from '../site/blanks.ts';
import { longMonth } from '../site/days.ts';
import type { SourceLabel } from './source-labels.ts';

/** What a line of sources says: a word before them, and when they were read, with `{day}`. */
interface SourceLineWords {
  readonly lead: string;
  readonly reviewed: string;
}

/**
 * A line that links to `sources` and says when they were last read.
 *
 * @param labels of all sources, by id; one that is not there is left out
 * @param reviewed the day as YYYY-MM-DD
 */
export function sourceLine(
  sources: readonly string[],
  reviewed: string | undefined,
  labels: Readonly<Record<string, SourceLabel>>,
  words: SourceLineWords,
): HTMLElement {
  const line = document.createElement('p');
  line.className = 'small';
  line.append(`${words.lead} `);
  const links = sources.flatMap((id) => {
    const source = labels[id];
    if (!source) return [];
    const link = document.createElement('a');
    link.href = source.url;
    link.textContent = source.label;
    return [link];
  });
  for (const [index, link] of links.entries()) line.append(index > 0 ? ', ' : '', link);
  if (reviewed) line.append(`. ${fill(words.reviewed, { day: longMonth(reviewed.slice(0, 7)) })}`);
  return line;
}
