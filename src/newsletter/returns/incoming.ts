/** A mail that came in, wherever it lies. */
export interface Incoming {
  /** All of it; undefined where it is larger than any report. */
  readonly raw: Buffer | undefined;
  /** Puts it where the next run does not read it again, and nobody loses it. */
  readonly handled: () => Promise<void>;
}

/** Reports quote a mail of ours, of 100 KB at most, perhaps in base64. In bytes. */
export const LARGEST = 5 * 1024 * 1024;
