import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databasePath } from '../../../src/newsletter/store/data-folder.ts';
import { openList } from '../../../src/newsletter/store/open-list.ts';
import { quantile } from '../quantile.ts';
import { markdownTable } from '../quiz/markdown.ts';
import { serve } from '../serve.ts';

const KEY = 'a key for this benchmark, and for nothing else';

/** So many of each kind, taking turns. */
const ROUNDS = 300;

const KINDS = ['new', 'pending', 'subscribed', 'suppressed', 'trapped'] as const;

/**
 * How long the answer to a sign-up takes, by what is known of the address: a table in milliseconds.
 * Who measures it from outside must not learn who is on the list.
 */
export async function timesOfSignUps(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'second-thoughts-times-'));
  await fillList(folder);
  const site = await serve({
    DATA_DIR: folder,
    NEWSLETTER_KEY: KEY,
    NEWSLETTER_LIMIT: '9999999',
    NEWSLETTER_NETWORK_LIMIT: '9999999',
  });
  const times = new Map<string, number[]>(KINDS.map((kind) => [kind, []]));
  try {
    for (let round = -20; round < ROUNDS; round++) {
      for (const kind of KINDS) {
        const email = kind === 'new' ? `new${round}@example.com` : `${kind}@example.com`;
        const before = performance.now();
        await fetch(`${site.home}newsletter/subscribe/`, {
          method: 'POST',
          body: new URLSearchParams({
            email,
            page: '/',
            ...(kind === 'trapped' && { website: 'x' }),
          }),
          redirect: 'manual',
        });
        // The first rounds only warm up.
        if (round >= 0) times.get(kind)?.push(performance.now() - before);
      }
    }
  } finally {
    await site.stop();
    await rm(folder, { recursive: true });
  }
  const row = (kind: string) => {
    const of = times.get(kind) ?? [];
    return [kind, ...[0.25, 0.5, 0.75].map((share) => quantile(of, share).toFixed(2))];
  };
  return markdownTable(['a sign-up, ms', '25%', 'median', '75%'], KINDS.map(row));
}

/** A list that knows one address of each kind. */
async function fillList(folder: string): Promise<void> {
  const list = openList({ path: databasePath(folder), key: KEY });
  const here = { at: Date.now(), page: '/', wording: '', network: '' };
  await list.signUp({ ...here, email: 'pending@example.com', trapped: false });
  await list.importBatch(
    ['subscribed@example.com'],
    { source: 'benchmark', givenOn: '2026-01-01' },
    Date.now(),
  );
  await list.forget('suppressed@example.com', Date.now());
  await list.close();
}
