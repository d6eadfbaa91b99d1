import type { MailFiles, Unreached } from './delivery/mail-files.ts';
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
  readonly list: Pick<List, 'deleteUnconfirmed' | 'isListed' | 'prune' | 'scrub'>;
  /** Milliseconds since 1970, on a clock that does not jump. */
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

/** What is left of those who are not on the list. */
export interface Remains {
  /** Whether the database's files still hold old bytes, because another process is reading. */
  readonly bytes: boolean;
  /** Mails in files that could not be looked into. */
  readonly unreached: Unreached;
}

/**
 * Takes the traces of those who are not on the list out of the mails in files, and out of the
 * database's files. Resolves with what is left.
 */
export async function clearTraces({ list, hashAddress, mails }: Places): Promise<Remains> {
  const scrubbed = list.scrub();
  const looked = scrubbed
    .catch(() => false)
    .then(() => mails.deleteUnlisted((email) => list.isListed(hashAddress(email))));
  const [gone, unreached] = await Promise.all([scrubbed, looked]);
  return { bytes: !gone, unreached };
}

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

/**
 * Keeps the house now and every hour: deletes addresses that nobody confirmed, what is of no use any
 * longer, and the traces of all who were deleted, whoever did it and whatever was interrupted.
 */
export function startHousekeeping(parts: HouseholdParts): Housekeeping {
  const { list, mails, now, log } = parts;
  let again: ReturnType<typeof setTimeout> | undefined;
  let working: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const attempt = async (): Promise<void> => {
    const remains = await clearTraces(parts).catch((error: unknown) => {
      // For the owner to mend. It is tried again every hour.
      log('newsletter.traces', { why: whyOf(error) });
      return undefined;
    });
    if (remains !== undefined && remains.unreached.length > 0) {
      log('newsletter.traces', {
        why: 'Mails in files cannot be read or deleted.',
        files: remains.unreached.length,
      });
    }
    if (remains?.bytes !== true || stopped || again !== undefined) return;
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
      // In between, others get their turn.
      while (!stopped && (await list.prune(now())) > 0);
    } catch (error) {
      log('newsletter.traces', { why: whyOf(error) });
    }
    await clearNow();
  };

  const begin = (): void => {
    working = Promise.all([working, keepHouse()]).then(() => undefined);
  };
  try {
    mails.deleteDrafts();
  } catch (error) {
    log('newsletter.traces', { why: whyOf(error) });
  }
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
