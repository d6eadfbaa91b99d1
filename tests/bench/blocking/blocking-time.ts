import type { Page } from '@playwright/test';

/** The part of Chromium's trace format that is read here. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds that the processor spent on it. Waiting for other programs does not count. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** A task this long and longer keeps a tap or a scroll waiting (https://web.dev/articles/tbt). */
const LONG_TASK_MS = 50;

/**
 * Total blocking time, in milliseconds, of what the main thread of `page` does during `visit`.
 * Read from a trace, as the Long Tasks API misses some tasks of a page that begins to load.
 */
export async function blockingTime(page: Page, visit: () => Promise<void>): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  // The protocol leaves the shape of events open; the trace format gives them these members.
  devtools.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as unknown as TraceEvent[])),
  );
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline'] },
  });
  await visit();
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
  await devtools.send('Tracing.end');
  await complete;

  const place = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(place),
  );
  const times = events
    .filter((event) => event.name === 'RunTask' && mainThreads.has(place(event)))
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]));
  if (times.length === 0) throw new Error('The trace holds no task of the page.');
  return times.reduce((sum, time) => sum + Math.max(time - LONG_TASK_MS, 0), 0);
}
