/** So many at most in a window of time, in milliseconds. */
export interface Rate {
  readonly most: number;
  readonly window: number;
}

/** More keys than this are not remembered: the windows that are over are forgotten first. */
const KEYS = 20_000;

/** Counts what each key does. A window begins with the first thing done in it. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #windows = new Map<string, { count: number; endsAt: number }>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Counts one more for `key` at `now`, on a clock that never goes back. Returns how long to wait where that is one too many. */
  take(key: string, now: number): number | undefined {
    const known = this.#windows.get(key);
    if (known === undefined || known.endsAt <= now) {
      this.#windows.delete(key);
      this.#makeRoom(now);
      this.#windows.set(key, { count: 1, endsAt: now + this.#rate.window });
      return undefined;
    }
    if (known.count >= this.#rate.most) return known.endsAt - now;
    known.count += 1;
    return undefined;
  }

  #makeRoom(now: number): void {
    if (this.#windows.size < KEYS) return;
    // They stand in the order in which they end. Still full is a flood from many networks, which the
    // limit on all of them meets.
    for (const [key, { endsAt }] of this.#windows) {
      if (endsAt > now && this.#windows.size < KEYS) return;
      this.#windows.delete(key);
    }
  }
}
