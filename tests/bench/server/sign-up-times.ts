import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyedHashes } from '../../../src/newsletter/hashes.ts';
import { databasePath, openStore } from '../../../src/newsletter/store/open-store.ts';
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
  fillList(folder);
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
    const sorted = times.get(kind)?.sort((a, b) => a - b) ?? [];
    const at = (share: number) => (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(2);
    return [kind, at(0.25), at(0.5), at(0.75)];
  };
  return markdownTable(['a sign-up, ms', '25%', 'median', '75%'], KINDS.map(row));
}

/** A list that knows one address of each kind. */
function fillList(folder: string): void {
  const hashes = keyedHashes(KEY);
  const store = openStore({ path: databasePath(folder), hashAddress: hashes.address });
  const here = { at: Date.now(), page: '/', wording: '', network: '' };
  store.signUp({ ...here, email: 'pending@example.com', trapped: false });
  store.importBatch(
    ['subscribed@example.com'],
    { source: 'benchmark', givenOn: '2026-01-01' },
    Date.now(),
  );
  store.forget('suppressed@example.com', Date.now());
  store.close();
}
