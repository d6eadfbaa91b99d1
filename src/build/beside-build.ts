import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CONTENT_CHECK, keepBeside } from '../site/beside.ts';
import type { NewsletterPlace } from './letters/newsletter-mails.ts';

/** What the thread beside a build is told when it starts. */
export interface BesideBuild {
  readonly content: string;
  readonly publicDirectory: string;
}

/** What it works out at once, and what while pages are made, in this order. */
const AT_ONCE = [CONTENT_CHECK, 'texts', 'holidays'];
const WITH_PAGES = ['due rules', 'dead ends', 'icons'];

/** What it does once it is asked, with what it takes and what it gives. */
export interface AskedLater {
  readonly mails: { readonly takes: NewsletterPlace; readonly gives: readonly string[] };
}

let thread: Worker | undefined;
const pending = new Map<string, PromiseWithResolvers<unknown>>();
/** The names of what it has still to do before it waits to be told more. */
const open = new Set<string>();
/** Why it does nothing any more. */
let ended: { readonly error: unknown } | undefined;

/** Starts the thread beside a build. What it works out is kept as `beside` gives it. */
export function startBesideBuild(workerData: BesideBuild): void {
  for (const name of [...AT_ONCE, ...WITH_PAGES]) expect(name);
  for (const name of AT_ONCE) open.add(name);
  // Where Astro keeps what it compiled. A thread finds it by its environment alone.
  const compiled = getCompileCacheDir();
  thread = new Worker(new URL('./build-thread.ts', import.meta.url), {
    workerData,
    env: { ...process.env, ...(compiled && { NODE_COMPILE_CACHE: dirname(compiled) }) },
    // It reads much at once and keeps little of it.
    resourceLimits: { maxYoungGenerationSizeMb: 192 },
  });
  thread.on('message', ({ name, value }) => {
    pending.get(name)?.resolve(value);
    open.delete(name);
    // Nobody need wait for one that waits.
    if (open.size === 0) thread?.unref();
  });
  thread.on('error', fail);
  thread.on('exit', () => fail(new Error('The thread beside the build ended before its time.')));
}

/** Tells the thread that pages are made from here on. */
export function pagesBegin(): void {
  for (const name of WITH_PAGES) open.add(name);
  send({ name: 'pages' });
}

/** Lets the thread do `name`, and calls `then` with what comes of it. `besideDone` waits for it. */
export function askBeside<Name extends keyof AskedLater>(
  name: Name,
  takes: AskedLater[Name]['takes'],
  then: (gives: AskedLater[Name]['gives']) => void,
): void {
  // The thread gives to each name what is its own.
  expect(name, (value) => then(value as AskedLater[Name]['gives']));
  open.add(name);
  send({ name, takes });
}

function send(message: { readonly name: string; readonly takes?: unknown }): void {
  thread?.ref();
  thread?.postMessage(message);
}

/** Waits for all that the thread was to do. Throws what went wrong there. */
export async function besideDone(): Promise<void> {
  await Promise.all([...pending.values()].map(({ promise }) => promise));
}

function expect(name: string, then: (value: unknown) => void = () => undefined): void {
  const asked = Promise.withResolvers<unknown>();
  pending.set(name, asked);
  keepBeside(name, asked.promise);
  asked.promise.then(then, () => undefined);
  if (ended) asked.reject(ended.error);
}

function fail(error: unknown): void {
  ended ??= { error };
  // What was worked out stays so.
  for (const { reject } of pending.values()) reject(error);
}
