/** Adds up the time that passes while it runs. `now` gives milliseconds, as performance.now does. */
export class Stopwatch {
  #elapsed = 0;
  #since: number | undefined;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds so far. */
  get elapsed(): number {
    return this.#elapsed + (this.#since === undefined ? 0 : this.#now() - this.#since);
  }

  /** Runs on from `elapsed` milliseconds. */
  start(elapsed = this.elapsed): void {
    this.#elapsed = elapsed;
    this.#since = this.#now();
  }

  stop(): void {
    this.#elapsed = this.elapsed;
    this.#since = undefined;
  }
}
