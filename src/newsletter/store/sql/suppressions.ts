import type { Transaction } from './database.ts';
import { text } from './row.ts';

/**
 * Why nobody writes to an address: its owner `left`, and may come back by signing up and confirming,
 * or asked to be deleted and is `forgotten`, so that no sign-up leads to a mail either.
 */
export type SuppressionReason = 'left' | 'forgotten';

/** Why nobody writes to the address with this keyed hash; undefined where somebody may. */
export async function suppressionOf(
  database: Transaction,
  hash: string,
): Promise<SuppressionReason | undefined> {
  const row = await database.get('SELECT reason FROM suppressions WHERE hash = ?', hash);
  if (row === undefined) return undefined;
  return text(row, 'reason') === 'forgotten' ? 'forgotten' : 'left';
}

const INSERT = `
  INSERT INTO suppressions (hash, reason, at) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING`;

/** Suppresses an address. Returns whether it was not before. Who is forgotten stays so. */
export async function suppress(
  database: Transaction,
  hash: string,
  reason: SuppressionReason,
  at: number,
): Promise<boolean> {
  const news = (await database.run(INSERT, hash, reason, at)) > 0;
  if (reason === 'forgotten') {
    await database.run(`UPDATE suppressions SET reason = 'forgotten' WHERE hash = ?`, hash);
  }
  return news;
}

/** Lets an address be written to again. */
export async function liftSuppression(database: Transaction, hash: string): Promise<void> {
  await database.run('DELETE FROM suppressions WHERE hash = ?', hash);
}
