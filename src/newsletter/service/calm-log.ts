import type { Log } from './log.ts';

/** So many lines of one event are written in a minute, and how many more there were. */
const MOST = 5;
const MINUTE = 60_000;

/**
 * A log that stays readable whatever happens: of each event the first lines of a minute, and with the
 * first line after it how many were left out.
 *
 * @param monotonic milliseconds that never go back
 */
export function calmLog(log: Log, monotonic: () => number): Log {
  const events = new Map<string, { endsAt: number; count: number }>();
  return (event, facts) => {
    const now = monotonic();
    const known = events.get(event);
    if (known !== undefined && known.endsAt > now) {
      known.count += 1;
      if (known.count <= MOST) log(event, facts);
      return;
    }
    const leftOut = Math.max(0, (known?.count ?? 0) - MOST);
    events.set(event, { endsAt: now + MINUTE, count: 1 });
    log(event, leftOut > 0 ? { ...facts, leftOut } : facts);
  };
}
