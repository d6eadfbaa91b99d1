/** The part of `process.stderr` that a progress bar needs. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 30;

/** Work of fewer steps than this is mostly over before anybody has read the bar. */
const WORTH_A_BAR = 1_000;

/**
 * Shows how far a long work has come, where there is a person to see it.
 *
 * @param worth from more steps than this on
 * @returns a function to call with how much is done of how much; the last call ends the line
 */
export function progressBar(
  what: string,
  terminal: Terminal,
  worth = WORTH_A_BAR,
): (done: number, total: number) => void {
  let shown = '';
  return (done, total) => {
    if (terminal.isTTY !== true || total <= worth) return;
    const part = Math.min(1, done / total);
    const filled = Math.round(part * WIDTH);
    const bar = '#'.repeat(filled) + '.'.repeat(WIDTH - filled);
    const line = `${what} [${bar}] ${Math.floor(part * 100)} %`;
    if (line !== shown) terminal.write(`\r${line}${done >= total ? '\n' : ''}`);
    shown = line;
  };
}
