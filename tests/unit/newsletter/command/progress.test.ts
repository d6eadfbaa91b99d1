import { describe, expect, it } from 'vitest';
import { progressBar } from '../../../../src/newsletter/command/progress.ts';

function shown(total: number, isTTY?: boolean): string[] {
  const written: string[] = [];
  const terminal = {
    ...(isTTY !== undefined && { isTTY }),
    write: (text: string) => written.push(text),
  };
  const progress = progressBar('Importing', terminal);
  for (const part of [0, 0.5, 0.501, 1]) progress(Math.round(part * total), total);
  return written;
}

describe('the progress bar', () => {
  it('moves in place, is not written twice the same, and ends its line', () => {
    expect(shown(2_000, true)).toEqual([
      `\rImporting [${'.'.repeat(30)}] 0 %`,
      `\rImporting [${'#'.repeat(15)}${'.'.repeat(15)}] 50 %`,
      `\rImporting [${'#'.repeat(30)}] 100 %\n`,
    ]);
  });

  it('is not shown for short work, nor where nobody watches', () => {
    expect(shown(1_000, true)).toEqual([]);
    expect(shown(2_000, false)).toEqual([]);
    expect(shown(2_000)).toEqual([]);
  });
});
