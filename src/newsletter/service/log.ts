/** Facts of an event. Never an address, a token or a name: a log is read by more than its owner. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** Takes note of an event, such as `newsletter.signup`. */
export type Log = (event: string, facts?: Facts) => void;

/** Writes each event as one line of JSON, with the time in UTC. */
export function jsonLog(write: (line: string) => void, now: () => number): Log {
  return (event, facts = {}) =>
    write(JSON.stringify({ at: new Date(now()).toISOString(), event, ...facts }));
}
