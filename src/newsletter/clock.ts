/** How far the two clocks may be apart before the wall clock counts as set, in milliseconds. */
const SET = 60_000;

/** How long a wall clock that was set must keep going before it is believed, in milliseconds. */
const BELIEVED_AFTER = 60 * 60_000;

/** When this was written, in milliseconds since 1970: no clock that is right shows less. */
const WRITTEN = Date.UTC(2026, 0, 1);

/**
 * Makes a clock that does not jump: milliseconds since 1970 as the wall clock gave them at the start,
 * and from then on as much later as really passed. A wall clock that is set is followed once it has
 * kept going for an hour, so that one that is set wrong, and right again, moves nothing. One that was
 * certainly wrong at the start, as of a small machine that learns the time from the network, is
 * followed at once.
 *
 * @param wall milliseconds since 1970; may jump in both directions
 * @param monotonic milliseconds since any moment; never goes back
 */
export function steadyClock(wall: () => number, monotonic: () => number): () => number {
  let offset = wall() - monotonic();
  /** How far apart the clocks are, and since when. */
  let apart: { readonly by: number; readonly since: number } | undefined;
  return () => {
    const passed = monotonic();
    const by = wall() - (passed + offset);
    if (passed + offset < WRITTEN && passed + offset + by >= WRITTEN) {
      offset += by;
      apart = undefined;
    } else if (Math.abs(by) < SET) {
      apart = undefined;
    } else if (apart === undefined || Math.abs(by - apart.by) >= SET) {
      apart = { by, since: passed };
    } else if (passed - apart.since >= BELIEVED_AFTER) {
      offset += by;
      apart = undefined;
    }
    return Math.round(passed + offset);
  };
}
