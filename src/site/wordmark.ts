/** A run of the name as it is set: as it stands, struck out, or written over what was struck. */
export interface WordmarkRun {
  readonly kind: 'plain' | 'struck' | 'written';
  readonly text: string;
  /** Whether a space stands before it: many scripts have none between words. */
  readonly spaced: boolean;
}

const TEXT = String.raw`((?:(?!<\/?(?:del|ins)\b).)+)`;
const RUN = new RegExp(`<del>${TEXT}</del>|<ins>${TEXT}</ins>|${TEXT}`, 'gsy');

/**
 * The runs of a wordmark, written as `<del>First</del> <ins>Second</ins> Thoughts`, or plainly; all
 * else is text as it stands. Undefined where a tag is in another, is not closed, or says more.
 */
export function wordmarkRuns(wordmark: string): readonly WordmarkRun[] | undefined {
  const matches = [...wordmark.matchAll(RUN)];
  if (matches.map(([run]) => run).join('') !== wordmark) return undefined;
  const runs: WordmarkRun[] = [];
  let space = false;
  for (const [, struck, written, plain] of matches) {
    const inside = struck ?? written ?? plain ?? '';
    const text = inside.trim().replace(/\s+/g, ' ');
    space ||= /^\s/.test(inside);
    if (text !== '') {
      const kind = struck ? 'struck' : written ? 'written' : 'plain';
      runs.push({ kind, text, spaced: space && runs.length > 0 });
      space = false;
    }
    space ||= /\s$/.test(inside);
  }
  return runs;
}

/** What a reader of the wordmark reads: all but what is struck. */
export function readWordmark(runs: readonly WordmarkRun[]): string {
  let read = '';
  let space = false;
  for (const { kind, text, spaced } of runs) {
    space ||= spaced;
    if (kind === 'struck') continue;
    read += read !== '' && space ? ` ${text}` : text;
    space = false;
  }
  return read;
}
