/** A run of the name as it is set: as it stands, struck out, or written over what was struck. */
export interface WordmarkRun {
  readonly kind: 'plain' | 'struck' | 'written';
  readonly text: string;
}

const RUN = /<del>([^<>]+)<\/del>|<ins>([^<>]+)<\/ins>|([^<>]+)/gy;

/**
 * The runs of a wordmark, written as `<del>First</del> <ins>Second</ins> Thoughts`, or plainly.
 * Undefined where it holds another tag, one in another, or one that is not closed.
 */
export function wordmarkRuns(wordmark: string): readonly WordmarkRun[] | undefined {
  const runs = [...wordmark.matchAll(RUN)];
  if (runs.map(([run]) => run).join('') !== wordmark) return undefined;
  return runs.flatMap(([, struck, written, plain]): WordmarkRun[] => {
    const text = (struck ?? written ?? plain ?? '').trim().replace(/\s+/g, ' ');
    if (text === '') return [];
    return [{ kind: struck ? 'struck' : written ? 'written' : 'plain', text }];
  });
}

/** What a reader of the wordmark reads: all but what is struck. */
export function readWordmark(runs: readonly WordmarkRun[]): string {
  return runs.flatMap(({ kind, text }) => (kind === 'struck' ? [] : [text])).join(' ');
}
