import type { MailFiles } from './delivery/mail-files.ts';
import type { Log } from './service/log.ts';
import type { Store } from './store/store.ts';

/** How often the house is kept, in milliseconds. */
const EVERY = 60 * 60_000;

/** How long until traces are looked for again, where another process was reading. */
const AGAIN = 10_000;

/** Where traces of people may be. */
export interface Places {
  readonly store: Pick<Store, 'isListed' | 'scrub'>;
  readonly hashAddress: (email: string) => string;
  readonly mails: MailFiles;
}

/** What housekeeping works with. */
export interface HouseholdParts extends Places {
  readonly store: Pick<Store, 'deleteUnconfirmed' | 'isListed' | 'scrub'>;
  readonly now: () => number;
  readonly log: Log;
}

/** Keeps the data folder free of the addresses of those who are not on the list. */
export interface Housekeeping {
  /**
   * Takes all traces of whoever was deleted out of the files. Resolves when they are gone, or when
   * that is for later; it is tried again then.
   */
  clear(): Promise<void>;
  /** Does nothing more, and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Takes the traces of those who are not on the list out of the mails in files, and out of the
 * database's files. Resolves with false where another process is reading, so that it is for later.
 */
export async function clearTraces({ store, hashAddress, mails }: Places): Promise<boolean> {
  try {
    return await store.scrub();
  } finally {
    await mails.deleteUnlisted((email) => store.isListed(hashAddress(email)));
  }
}

/**
 * Keeps the house now and every hour: deletes addresses that nobody confirmed, and the traces of
 * all who were deleted, whoever did it and whatever was interrupted.
 */
export function startHousekeeping(parts: HouseholdParts): Housekeeping {
  const { store, mails, now, log } = parts;
  let again: ReturnType<typeof setTimeout> | undefined;
  let working: Promise<unknown> = Promise.resolve();
  let stopped = false;

  /** For the owner to mend. It is tried again every hour. */
  const note = (error: unknown): void =>
    log('newsletter.traces', { why: error instanceof Error ? error.message : 'unknown' });

  const attempt = async (): Promise<void> => {
    const clear = await clearTraces(parts).catch((error: unknown) => {
      note(error);
      return true;
    });
    if (clear || stopped || again !== undefined) return;
    again = setTimeout(() => {
      again = undefined;
      void clearNow();
    }, AGAIN);
    again.unref();
  };

  const clearNow = (): Promise<void> => {
    const attempted = stopped ? Promise.resolve() : attempt();
    working = Promise.all([working, attempted]).then(() => undefined);
    return attempted;
  };

  const keepHouse = (): void => {
    try {
      const deleted = store.deleteUnconfirmed(now());
      if (deleted > 0) log('newsletter.unconfirmed', { deleted });
    } catch (error) {
      note(error);
    }
    void clearNow();
  };

  try {
    mails.deleteDrafts();
  } catch (error) {
    note(error);
  }
  keepHouse();
  const timer = setInterval(keepHouse, EVERY);
  // Keeping house alone keeps no process alive.
  timer.unref();
  return {
    clear: clearNow,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      clearTimeout(again);
      await working;
    },
  };
}
