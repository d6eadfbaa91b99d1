import type { MailFiles } from './delivery/mail-files.ts';
import type { Log } from './service/log.ts';
import type { List } from './store/list.ts';

/** How often the house is kept, in milliseconds. */
const EVERY = 60 * 60_000;

/** How long until traces are looked for again, where another process was reading. */
const AGAIN = 10_000;

/** Where traces of people may be. */
export interface Places {
  readonly list: Pick<List, 'isListed' | 'scrub'>;
  readonly hashAddress: (email: string) => string;
  readonly mails: MailFiles;
}

/** What housekeeping works with. */
export interface HouseholdParts extends Places {
  readonly list: Pick<List, 'deleteUnconfirmed' | 'isListed' | 'scrub'>;
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
export async function clearTraces({ list, hashAddress, mails }: Places): Promise<boolean> {
  try {
    return await list.scrub();
  } finally {
    await mails.deleteUnlisted((email) => list.isListed(hashAddress(email)));
  }
}

/**
 * Keeps the house now and every hour: deletes addresses that nobody confirmed, and the traces of
 * all who were deleted, whoever did it and whatever was interrupted.
 */
export function startHousekeeping(parts: HouseholdParts): Housekeeping {
  const { list, now, log } = parts;
  let again: ReturnType<typeof setTimeout> | undefined;
  let working: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const attempt = async (): Promise<void> => {
    const clear = await clearTraces(parts).catch((error: unknown) => {
      // For the owner to mend. It is tried again every hour.
      log('newsletter.traces', { why: error instanceof Error ? error.message : 'unknown' });
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

  const keepHouse = async (): Promise<void> => {
    try {
      const deleted = await list.deleteUnconfirmed(now());
      if (deleted > 0) log('newsletter.unconfirmed', { deleted });
    } catch (error) {
      log('newsletter.traces', { why: error instanceof Error ? error.message : 'unknown' });
    }
    await clearNow();
  };

  const begin = (): void => {
    working = Promise.all([working, keepHouse()]);
  };
  begin();
  const timer = setInterval(begin, EVERY);
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
