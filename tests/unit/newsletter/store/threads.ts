import { channel } from 'node:diagnostics_channel';
import type { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

/** The threads that are started until the test ends. */
export function threads(): readonly Worker[] {
  const all: Worker[] = [];
  // Node tells of each ("worker_threads", in its list of channels).
  const told = (message: unknown) => all.push((message as { readonly worker: Worker }).worker);
  channel('worker_threads').subscribe(told);
  onTestFinished(() => void channel('worker_threads').unsubscribe(told));
  return all;
}
