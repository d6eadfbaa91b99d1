import { type Blanks, fillBlanks } from '../site/fill-blanks.ts';
import type { Rich } from './outcome.ts';

const MARKS = /<\/?mark>/g;

/**
 * The runs of `text`, which may have `<mark>` around the few words that matter most, with `blanks`
 * filled in. What fills a blank is never read as a mark: a reader may have typed it.
 */
export function markedRuns(text: string, blanks: Blanks = {}): Rich {
  return text.split(MARKS).map((run, index) => {
    const filled = fillBlanks(run, blanks);
    return index % 2 === 0 ? filled : { as: 'mark', text: filled };
  });
}

/** `text` without its marks, for where nothing can be marked. */
export function withoutMarks(text: string): string {
  return text.replaceAll(MARKS, '');
}
