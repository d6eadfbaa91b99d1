import type { Log } from './log.ts';

/** So many lines of one event are written in a minute, and how many more there were. */
const MOST = 5;
const MINUTE = 60_000;

/** Whether a line is still to be written, and how many were not since the last one that was. */
export interface Turn {
  readonly isWritten: boolean;
  readonly leftOut: number;
}

/**
 * Counts lines, of which the first few of a minute are written.
 *
 * @param monotonic milliseconds that never go back
 * @returns what becomes of the next line
 */
export function linesAMinute(most: number, monotonic: () => number): () => Turn {
  let [endsAt, count] = [Number.NEGATIVE_INFINITY, 0];
  return () => {
    const now = monotonic();
    if (endsAt > now) {
      count += 1;
      return { isWritten: count <= most, leftOut: 0 };
    }
    const leftOut = Math.max(0, count - most);
    [endsAt, count] = [now + MINUTE, 1];
    return { isWritten: true, leftOut };
  };
}

/**
 * A log that stays readable whatever happens: of each event the first lines of a minute, and with the
 * first line after it how many were left out.
 *
 * @param monotonic milliseconds that never go back
 */
export function calmLog(log: Log, monotonic: () => number): Log {
  const events = new Map<string, () => Turn>();
  return (event, facts) => {
    const next = events.get(event) ?? linesAMinute(MOST, monotonic);
    events.set(event, next);
    const { isWritten, leftOut } = next();
    if (isWritten) log(event, leftOut > 0 ? { ...facts, leftOut } : facts);
  };
}
