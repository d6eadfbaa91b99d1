import type { Networks } from '../network.ts';
import { type Rate, RateLimit } from './rate-limit.ts';

/** How many times what a household may do, wider networks may do together. */
const TIMES = { neighborhood: 4, region: 16 } as const;

/** Of all that is allowed, the part that is kept for networks that have hardly used any. */
const RESERVED = 0.5;

/** So many sign-ups of one neighborhood, and of one region, may use what is kept. */
const HARDLY = { neighborhood: 3, region: 3 * TIMES.region } as const;

/** Who may post to the form how often, so that nobody uses up what others need. */
export interface SignUpLimits {
  /**
   * Counts one post, whatever it holds, for its own networks alone.
   *
   * @param now milliseconds on a monotonic clock
   * @returns how long to wait where it is one too many
   */
  readonly post: (networks: Networks, now: number) => number | undefined;
  /** Counts one sign-up that is about to be stored, for all; else as `post`. */
  readonly store: (networks: Networks, now: number) => number | undefined;
}

/** Makes the limits: `network` for each household, `all` for what is stored in all. */
export function signUpLimits(rates: { readonly network: Rate; readonly all: Rate }): SignUpLimits {
  const { network, all } = rates;
  const times = (factor: number) => ({ ...network, most: network.most * factor });
  const households = new RateLimit(network);
  const neighborhoods = new RateLimit(times(TIMES.neighborhood));
  const regions = new RateLimit(times(TIMES.region));
  const fewOfNeighborhood = new RateLimit({ ...all, most: HARDLY.neighborhood });
  const fewOfRegion = new RateLimit({ ...all, most: HARDLY.region });
  const common = new RateLimit({ ...all, most: Math.ceil(all.most * (1 - RESERVED)) });
  const kept = new RateLimit({ ...all, most: Math.floor(all.most * RESERVED) });
  return {
    post: ({ household, neighborhood, region }, now) =>
      households.take(household, now) ??
      neighborhoods.take(neighborhood, now) ??
      regions.take(region, now),
    store: ({ neighborhood, region }, now) => {
      const few =
        fewOfNeighborhood.take(neighborhood, now) === undefined &&
        fewOfRegion.take(region, now) === undefined;
      const wait = common.take('', now);
      return wait !== undefined && few ? kept.take('', now) : wait;
    },
  };
}
