import type { Health, List } from '../store/list.ts';
import { ListError, sentenceOn } from '../store/list-error.ts';

/** A report is given again for this long, in milliseconds, so that asking costs next to nothing. */
const FRESH = 5_000;

/** What `/health/` says. */
export interface Parts {
  readonly list: Pick<List, 'check'>;
  readonly ill: () => ListError | undefined;
  readonly trouble: () => Readonly<Record<'mail' | 'provider', string | undefined>>;
  /** Milliseconds since any moment, on a clock that nobody sets. */
  readonly monotonic: () => number;
}

/** What `/health/` says: of each part `ok`, or what is wrong with it. */
export interface HealthReport {
  readonly status: 200 | 503;
  readonly data: Readonly<Record<'status' | 'pages' | 'list' | 'mail' | 'provider', string>>;
}

/**
 * Says how the parts are. It is 503 where the list cannot be used, although the pages are served; mail
 * that waits is tried again by itself and is only told.
 */
export function healthOf({ list, ill, trouble, monotonic }: Parts): () => Promise<HealthReport> {
  let known: { readonly at: number; readonly report: Promise<HealthReport> } | undefined;

  const look = async (): Promise<HealthReport> => {
    let found: Health | undefined;
    let wrong: ListError | undefined;
    try {
      found = await list.check();
      wrong = ill();
    } catch (error) {
      wrong = error instanceof ListError ? error : new ListError('broken');
    }
    const { mail, provider } = trouble();
    return {
      status: wrong === undefined ? 200 : 503,
      data: {
        status: wrong === undefined ? 'ok' : 'ill',
        pages: 'ok',
        // Not its message, which may name folders of this machine.
        list: wrong === undefined ? 'ok' : sentenceOn(wrong.ill),
        mail: mail ?? (found?.failed ? 'some mails were given up' : 'ok'),
        provider: provider ?? 'ok',
      },
    };
  };

  return () => {
    const at = monotonic();
    if (known === undefined || at - known.at >= FRESH) known = { at, report: look() };
    return known.report;
  };
}
