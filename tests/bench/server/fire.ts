import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { installed } from '../installed.ts';

const VERSION = '9.0.0';

const resultSchema = z.object({
  requests: z.object({ average: z.number() }),
  latency: z.object({ p99: z.number() }),
  errors: z.number(),
  '2xx': z.number(),
  '3xx': z.number(),
  '4xx': z.number(),
  '5xx': z.number(),
});

/** Requests a second, the 99th percentile of latency in milliseconds, and answers by class. */
export type Fired = z.output<typeof resultSchema>;

/** Fires requests at `url` from `connections` connections for `seconds`, by autocannon. */
export async function fire(
  url: string,
  { connections = 50, seconds = 8, options = [] }: FireOptions = {},
): Promise<Fired> {
  const program = join(await installed('autocannon', VERSION), 'autocannon/autocannon.js');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, '--json', '-c', String(connections), '-d', String(seconds), ...options, url],
    { maxBuffer: 16 * 1024 * 1024 },
  );
  return resultSchema.parse(JSON.parse(stdout));
}

/** How long and how it is fired. */
export interface FireOptions {
  readonly connections?: number;
  readonly seconds?: number;
  /** Further options of autocannon's command line. */
  readonly options?: readonly string[];
}
