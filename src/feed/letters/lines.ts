import type { Run } from '../../messages/template.ts';

/** Runs as the lines that they make: a page keeps a line's end by its style, and a mail has none for it. */
export function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    const [first = '', ...rest] = run.kind === 'text' ? run.text.split('\n') : [run.text];
    lines.at(-1)?.push({ ...run, text: first });
    for (const text of rest) lines.push([{ ...run, text }]);
  }
  return lines;
}
