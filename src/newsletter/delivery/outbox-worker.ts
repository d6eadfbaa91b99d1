import type { Log } from '../service/log.ts';
import type { OutboxItem, Store } from '../store/store.ts';
import { DeliveryError } from './delivery.ts';
import { MOST_ATTEMPTS, retryDelay } from './retry-delay.ts';

/** So many lines are worked on at a time. */
const AT_ONCE = 5;

/** How long a line is ours before somebody else may try it: longer than any mail server takes. */
const LEASE = 2 * 60_000;

/** Sent so often without seeing what came of it, a mail may have arrived so often. */
const MOST_UNSEEN = 2;

/**
 * How long after it is woken the worker looks: once the answer to the sign-up is out, so that its
 * time tells nothing about what there is to send.
 */
const SOON = 25;

/** The longest time without a look, in milliseconds: another process may have queued something. */
const LOOK = 30_000;

/** Works off the outbox. */
export interface Worker {
  /** Looks soon, because something was queued. */
  wake(): void;
  /** Takes nothing more, and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** What the worker works with. */
export interface WorkerParts {
  readonly store: Store;
  /** Does one errand. Throws a DeliveryError where it could not. */
  readonly deliver: (item: OutboxItem) => Promise<void>;
  /** Called when a line has ended, done or given up. */
  readonly ended?: (item: OutboxItem) => void;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: Log;
}

/**
 * Starts to work off the outbox: what is due, a few at a time; later again what failed for now; not
 * again what failed for good. A line whose process died in the middle is tried once more when its
 * lease is over, so a mail is sent at most once too often.
 */
export function startWorker(parts: WorkerParts): Worker {
  const { store, deliver, ended, now, random, log } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waking: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let working = Promise.resolve();
  let wanted = false;
  let stopped = false;

  const handle = async (item: OutboxItem): Promise<void> => {
    const attempt = item.attempts + 1;
    try {
      if (item.unseen >= MOST_UNSEEN) {
        throw new DeliveryError('The process died twice while it was sent.', { permanent: true });
      }
      if (item.errand !== 'nothing') await deliver(item);
      store.done(item.id, now());
      ended?.(item);
    } catch (error) {
      const known = error instanceof DeliveryError ? error : undefined;
      const why = known?.message ?? 'It failed for a reason that is not known.';
      const facts = { line: item.id, errand: item.errand, attempt, why };
      if (known?.permanent || attempt >= MOST_ATTEMPTS) {
        store.giveUp(item.id, now(), why);
        ended?.(item);
        log('newsletter.given-up', facts);
      } else {
        store.retry(item.id, now() + retryDelay(attempt, random(), known?.retryAfter), why);
        log('newsletter.retry', facts);
      }
    }
  };

  const work = async (): Promise<void> => {
    while (!stopped) {
      const items = store.takeDue(now(), now() + LEASE, AT_ONCE);
      if (items.length === 0) return;
      await Promise.all(items.map(handle));
    }
  };

  const look = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    if (busy) {
      wanted = true;
      return;
    }
    busy = true;
    wanted = false;
    working = work()
      .catch((error: unknown) =>
        log('newsletter.outbox', { why: error instanceof Error ? error.message : 'unknown' }),
      )
      .then(() => {
        busy = false;
        if (wanted) look();
        else sleep();
      });
  };

  const sleep = (): void => {
    if (stopped) return;
    const due = store.nextDue();
    const wait = due === undefined ? LOOK : Math.min(Math.max(due - now(), 0), LOOK);
    timer = setTimeout(look, wait);
    // Waiting for the outbox alone keeps no process alive.
    timer.unref();
  };

  look();
  return {
    wake: () => {
      waking ??= setTimeout(() => {
        waking = undefined;
        look();
      }, SOON);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(waking);
      await working;
    },
  };
}
