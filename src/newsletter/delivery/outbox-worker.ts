import type { Log } from '../service/log.ts';
import type { Errand, List, OutboxItem } from '../store/list.ts';
import { ListError } from '../store/list-error.ts';
import { within } from '../within.ts';
import { DeliveryError, type Sending } from './delivery.ts';
import { mostAttempts, retryDelay } from './retry-delay.ts';

/** How long a line is ours before somebody else may try it: longer than any mail may take. */
const LEASE = 7 * 60_000;

/** Sent so often without seeing what came of it, a mail may have arrived so often. */
const MOST_UNSEEN = 2;

/**
 * How long after it is woken the worker looks: once the answer to the sign-up is out, so that its
 * time tells nothing about what there is to send.
 */
const SOON = 25;

/** The longest and the shortest time without a look, in milliseconds, while all is well. */
const LOOK = { longest: 30_000, shortest: 1_000 };

/** The first and the longest wait after the list failed, in milliseconds. */
const ILL = { first: 1_000, longest: 5 * 60_000 };

/** How long a stop waits for mails whose end is out, and then for them to be cut off. */
const STOP = { patience: 2_000, cutOff: 500 };

/** Works off the outbox. */
export interface Worker {
  /** Looks soon, because something was queued. */
  wake(): void;
  /** Why what was tried last did not work; undefined where it did. */
  trouble(): string | undefined;
  /** Takes nothing more, gives back what is not sent, and resolves within a few seconds. */
  stop(): Promise<void>;
}

/** What the worker works with. */
export interface WorkerParts {
  readonly list: List;
  /** What it works off. Lines of other errands are left to others, so that none waits for another. */
  readonly errands: readonly Errand[];
  /** So many lines are worked on at a time. */
  readonly atOnce: number;
  /** Does one errand. Throws a DeliveryError where it could not. */
  readonly deliver: (item: OutboxItem, sending: Sending) => Promise<void>;
  readonly messageId: (item: OutboxItem) => string;
  /** Milliseconds since 1970, on a clock that does not jump. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: Log;
}

/**
 * Starts to work off the outbox: what is due, a few at a time; later again what failed for now; not
 * again what failed for good. What came of a line is kept here until the list has taken it, so that a
 * list that fails makes nobody get a mail twice. Nothing that goes wrong ends it.
 */
export function startWorker(parts: WorkerParts): Worker {
  const { list, errands, atOnce, deliver, messageId, now, random, log } = parts;
  const [stopping, cutOff] = [new AbortController(), new AbortController()];
  const active = new Map<number, Promise<void>>();
  /** What came of lines, where the list has not taken it yet. */
  const unrecorded = new Map<number, () => Promise<void>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waking: ReturnType<typeof setTimeout> | undefined;
  let working: Promise<void> | undefined;
  let wanted = false;
  let failures = 0;
  let trouble: string | undefined;
  const stopped = (): boolean => stopping.signal.aborted;

  /** What is to be recorded of a line that failed. */
  const failed = (item: OutboxItem, error: unknown): (() => Promise<void>) => {
    // That was not the errand's fault.
    const known = error instanceof DeliveryError ? error : undefined;
    if (error instanceof ListError) return () => list.giveBack(item.id);
    if (known?.stopped && !known.unseen) return () => list.giveBack(item.id);
    const attempt = item.attempts + 1;
    const why = known?.message ?? 'It failed for a reason that is not known.';
    trouble = why;
    const facts = { line: item.id, errand: item.errand, attempt, why };
    if (known?.permanent || attempt >= mostAttempts(item.errand)) {
      log('newsletter.given-up', facts);
      return () => list.giveUp(item.id, now(), why);
    }
    log('newsletter.retry', facts);
    const dueAt = now() + retryDelay(attempt, random(), known?.retryAfter);
    return () => list.retry(item.id, dueAt, why, !known?.unseen);
  };

  const outcomeOf = async (item: OutboxItem): Promise<() => Promise<void>> => {
    try {
      if (item.unseen >= MOST_UNSEEN) {
        throw new DeliveryError('It was sent twice, and nobody saw whether it arrived.', {
          permanent: true,
        });
      }
      if (item.errand !== 'nothing') {
        await deliver(item, {
          messageId: messageId(item),
          isWanted: () => list.sending(item.id),
          stopping: stopping.signal,
          cutOff: cutOff.signal,
        });
        trouble = undefined;
      }
      return () => list.done(item.id, now());
    } catch (error) {
      return failed(item, error);
    }
  };

  const record = async (id: number): Promise<void> => {
    await unrecorded.get(id)?.();
    unrecorded.delete(id);
  };

  const handle = async (item: OutboxItem): Promise<void> => {
    unrecorded.set(item.id, await outcomeOf(item));
    active.delete(item.id);
    // Where that fails, the next look begins with it.
    await record(item.id).catch(() => undefined);
    look();
  };

  const work = async (): Promise<void> => {
    while (!stopped()) {
      for (const id of [...unrecorded.keys()]) await record(id);
      const free = atOnce - active.size;
      if (free <= 0) return;
      const items = await list.takeDue(now(), now() + LEASE, free, errands);
      const fresh = items.filter(({ id }) => !active.has(id));
      for (const item of fresh) active.set(item.id, handle(item));
      if (fresh.length === 0) return;
    }
  };

  const settle = async (): Promise<number> => {
    try {
      await work();
      if (failures > 0) log('newsletter.outbox', { state: 'well' });
      failures = 0;
      if (stopped()) return LOOK.longest;
      const due = (await list.nextDue(errands)) ?? Number.POSITIVE_INFINITY;
      return Math.min(Math.max(due - now(), LOOK.shortest), LOOK.longest);
    } catch (error) {
      const why = error instanceof ListError ? error.message : 'unknown';
      if (failures === 0) log('newsletter.outbox', { state: 'ill', why });
      failures += 1;
      return Math.min(ILL.first * 2 ** (failures - 1), ILL.longest);
    }
  };

  const look = (): void => {
    if (stopped()) return;
    if (working !== undefined) {
      wanted = true;
      return;
    }
    clearTimeout(timer);
    wanted = false;
    working = settle().then((wait) => {
      working = undefined;
      if (stopped()) return;
      // Whatever ended meanwhile waits, too, while the list is ill.
      if (wanted && failures === 0) look();
      else {
        timer = setTimeout(look, wait);
        // Waiting for the outbox alone keeps no process alive.
        timer.unref();
      }
    });
  };

  look();
  return {
    wake: () => {
      waking ??= setTimeout(() => {
        waking = undefined;
        look();
      }, SOON);
    },
    trouble: () => trouble,
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      clearTimeout(waking);
      await within(Promise.allSettled([working, ...active.values()]), STOP.patience);
      cutOff.abort();
      await within(Promise.allSettled([working, ...active.values()]), STOP.cutOff);
      const last = [...unrecorded.keys()].map((id) => record(id));
      await within(Promise.allSettled(last), STOP.cutOff);
    },
  };
}
