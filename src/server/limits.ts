/** How much of everything a client may take. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** For all headers of a request to arrive. */
  readonly headersTimeout: number;
  /** For a whole request to arrive. */
  readonly requestTimeout: number;
  /** How often the two above are checked. */
  readonly connectionsCheckingInterval: number;
  /** For the next request on an open connection to begin. */
  readonly keepAliveTimeout: number;
  /** For a connection on which nothing moves in either direction. */
  readonly idleTimeout: number;
  /** For the request line and the headers together. */
  readonly maxHeaderSize: number;
  readonly maxRequestsPerSocket: number;
  readonly maxBodySize: number;
}

/** Generous for a phone on a slow line, too tight to hold the server up with. */
export const LIMITS: Limits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 5_000,
  idleTimeout: 60_000,
  maxHeaderSize: 16_384,
  maxRequestsPerSocket: 1_000,
  maxBodySize: 16_384,
};
