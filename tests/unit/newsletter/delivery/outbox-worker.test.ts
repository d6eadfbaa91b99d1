import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeliveryError } from '../../../../src/newsletter/delivery/delivery.ts';
import {
  startWorker,
  type WorkerParts,
} from '../../../../src/newsletter/delivery/outbox-worker.ts';
import { mostAttempts, retryDelay } from '../../../../src/newsletter/delivery/retry-delay.ts';
import type { Errand, List } from '../../../../src/newsletter/store/list.ts';
import { ListError } from '../../../../src/newsletter/store/list-error.ts';
import { EVERY, newStore, signUp } from '../store/opened-store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A worker on a store of its own that `deliver`s, and what it logs. */
async function exampleWorker(
  deliver: WorkerParts['deliver'],
  names = ['a'],
  breaking: (list: List) => () => void = () => () => undefined,
) {
  const { store } = newStore();
  for (const name of names) await store.signUp(signUp(`${name}@example.com`, Date.now()));
  const mend = breaking(store);
  const logged: string[] = [];
  const worker = startWorker({
    ...{ list: store, errands: EVERY, atOnce: 5, messageId: () => '<1@example.com>' },
    deliver,
    now: Date.now,
    random: () => 0,
    log: (event, facts) => logged.push(JSON.stringify({ event, ...facts })),
  });
  return { store: Object.assign(store, { mend }), worker, logged };
}

describe('the outbox worker', () => {
  it('delivers what waits, once, and what is queued later as soon as it is woken', async () => {
    const sent: string[] = [];
    const { store, worker } = await exampleWorker(
      async ({ email }) => void sent.push(email),
      [...'abcdefgh'],
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(8);
    await store.signUp(signUp('late@example.com', Date.now()));
    worker.wake();
    await vi.advanceTimersByTimeAsync(100);
    expect(sent.at(-1)).toBe('late@example.com');
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(new Set(sent).size).toBe(sent.length);
    await worker.stop();
  });

  it('delivers nothing for a line that is only there to be there', async () => {
    const { store } = newStore();
    await store.signUp(signUp('trap@example.com', Date.now(), true));
    const sent: string[] = [];
    const worker = startWorker({
      ...{ list: store, errands: EVERY, atOnce: 5, messageId: () => '<1@example.com>' },
      deliver: async ({ email }) => void sent.push(email),
      now: Date.now,
      random: () => 0,
      log: () => undefined,
    });
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect([sent, await store.nextDue(EVERY)]).toEqual([[], undefined]);
    await worker.stop();
  });

  it('keeps what a server that is down could not take, until it is up', async () => {
    let up = false;
    const sent: string[] = [];
    const { store, worker, logged } = await exampleWorker(
      async ({ email }) => {
        if (!up) throw new DeliveryError('The mail server could not be reached.');
        sent.push(email);
      },
      [...'abcdefghijkl'],
    );
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    expect(sent).toEqual([]);
    up = true;
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(new Set(sent).size).toBe(12);
    expect(await store.counts()).toMatchObject({ waiting: 0, failed: 0 });
    expect(logged.join('\n')).not.toContain('@');
    await worker.stop();
  });

  it('gives up loudly: at once what is final, after two days what is not', async () => {
    const { store, worker, logged } = await exampleWorker(
      async ({ email }) => {
        throw new DeliveryError('No.', { permanent: email.startsWith('a') });
      },
      ['a', 'b'],
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(await store.counts()).toMatchObject({ waiting: 1, failed: 1 });
    expect(logged.filter((line) => line.includes('given-up'))).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(56 * HOUR);
    expect(await store.counts()).toMatchObject({ waiting: 0, failed: 2 });
    expect(logged.filter((line) => line.includes('retry'))).toHaveLength(
      mostAttempts('confirm') - 1,
    );
    await worker.stop();
  });

  it('sends a mail at most twice where processes die while they send it', async () => {
    const { store } = newStore();
    await store.signUp(signUp('a@example.com', Date.now()));
    let sent = 0;
    for (let life = 0; life < 5; life++) {
      const worker = startWorker({
        ...{ list: store, errands: EVERY, atOnce: 5, messageId: () => '<1@example.com>' },
        // Sent, and the process dies before it can say so.
        deliver: async (_, { isWanted }) => {
          await isWanted();
          sent += 1;
          return new Promise(() => undefined);
        },
        now: Date.now,
        random: () => 0,
        log: () => undefined,
      });
      await vi.advanceTimersByTimeAsync(0);
      void worker.stop();
      await vi.advanceTimersByTimeAsync(8 * MINUTE);
    }
    expect(sent).toBe(2);
    expect((await store.counts()).failed).toBe(1);
  });

  it('sends nothing twice where the list fails to record it, and records it when it can', async () => {
    const sent: string[] = [];
    const { store, worker, logged } = await exampleWorker(
      async ({ email }) => void sent.push(email),
      ['a', 'b'],
      (list) => {
        const whole = { done: list.done, takeDue: list.takeDue };
        const fail = () => Promise.reject(new ListError('full'));
        Object.assign(list, { done: fail });
        return () => Object.assign(list, whole);
      },
    );
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(sent).toHaveLength(2);
    // One line for the whole hour, not one for each try.
    expect(logged.filter((line) => line.includes('newsletter.outbox'))).toHaveLength(1);
    store.mend();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(sent).toHaveLength(2);
    expect((await store.counts()).waiting).toBe(0);
    expect(logged.at(-1)).toBe('{"event":"newsletter.outbox","state":"well"}');
    await worker.stop();
  });

  it('asks a list that is ill less and less often', async () => {
    let asked = 0;
    const { store, worker, logged } = await exampleWorker(
      async () => undefined,
      ['a'],
      (list) => {
        const whole = { takeDue: list.takeDue };
        Object.assign(list, {
          takeDue: () => {
            asked += 1;
            return Promise.reject(new ListError('damaged'));
          },
        });
        return () => Object.assign(list, whole);
      },
    );
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(asked).toBeLessThan(25);
    expect(logged).toHaveLength(1);
    store.mend();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect((await store.counts()).waiting).toBe(0);
    await worker.stop();
  });

  it('goes on with others while some are stuck', async () => {
    const stuck = ['a', 'b', 'c', 'd'];
    const sent: string[] = [];
    const { worker } = await exampleWorker(
      ({ email }) =>
        stuck.includes(email[0] ?? '')
          ? new Promise(() => undefined)
          : Promise.resolve(void sent.push(email)),
      [...'abcdefgh'],
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(4);
    void worker.stop();
    await vi.advanceTimersByTimeAsync(MINUTE);
  });

  it('gives back what is not sent when it is stopped, and does not count it', async () => {
    const { store, worker } = await exampleWorker(
      (_, { stopping }) =>
        new Promise((_resolve, reject) => {
          const stop = () => reject(new DeliveryError('Stopped.', { stopped: true }));
          stopping.addEventListener('abort', stop);
        }),
    );
    await vi.advanceTimersByTimeAsync(0);
    await worker.stop();
    expect(await store.takeDue(Date.now(), Date.now() + HOUR, 9, EVERY)).toMatchObject([
      { attempts: 0, unseen: 0 },
    ]);
  });

  it('waits for what is under way when it is stopped, and not for ever', async () => {
    const done = Promise.withResolvers<void>();
    const { store, worker } = await exampleWorker(() => done.promise);
    await vi.advanceTimersByTimeAsync(0);
    let stopped = false;
    const stopping = worker.stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(stopped).toBe(false);
    done.resolve();
    await stopping;
    expect((await store.counts()).waiting).toBe(0);

    const endless = await exampleWorker(() => new Promise(() => undefined), ['z']);
    await vi.advanceTimersByTimeAsync(0);
    const ends = endless.worker.stop();
    await vi.advanceTimersByTimeAsync(3_500);
    await ends;
  });
});

describe('retryDelay', () => {
  it('lasts two days in all, and ten for what a provider must hear', () => {
    const days = (errand: Errand) =>
      Array.from({ length: mostAttempts(errand) - 1 }, (_, index) =>
        retryDelay(index + 1, 0),
      ).reduce((sum, wait) => sum + wait / (24 * HOUR), 0);
    expect(days('confirm')).toBeGreaterThanOrEqual(2);
    expect(days('confirm')).toBeLessThan(2.5);
    expect(days('leave')).toBeGreaterThanOrEqual(10);
  });

  it('doubles up to six hours, and never comes before it was asked to', () => {
    expect([1, 2, 3, 9, 12].map((attempt) => retryDelay(attempt, 0) / MINUTE)).toEqual([
      1, 2, 4, 256, 360,
    ]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        (attempt, random, asked) => {
          const wanted = Math.min(asked, 12 * HOUR);
          expect(retryDelay(attempt, random, asked)).toBeGreaterThanOrEqual(wanted);
          expect(retryDelay(attempt, random)).toBeLessThanOrEqual(1.25 * 6 * HOUR);
        },
      ),
    );
  });
});
