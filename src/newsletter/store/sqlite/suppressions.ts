import type { DatabaseSync } from 'node:sqlite';
import { text } from './row.ts';

/**
 * Why nobody writes to an address: its owner `left`, and may come back by signing up and confirming,
 * or asked to be deleted and is `forgotten`, so that no sign-up leads to a mail either.
 */
export type SuppressionReason = 'left' | 'forgotten';

/** Keyed hashes of addresses that nobody writes to. All of it inside the caller's transaction. */
export interface Suppressions {
  readonly reasonFor: (hash: string) => SuppressionReason | undefined;
  /** Returns whether it was not there before. Who is forgotten stays so. */
  readonly add: (hash: string, reason: SuppressionReason, at: number) => boolean;
  readonly lift: (hash: string) => void;
}

/** The suppressions of a database. */
export function suppressionList(database: DatabaseSync): Suppressions {
  const find = database.prepare('SELECT reason FROM suppressions WHERE hash = ?');
  const insert = database.prepare(`
    INSERT INTO suppressions (hash, reason, at) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING`);
  const forget = database.prepare(`UPDATE suppressions SET reason = 'forgotten' WHERE hash = ?`);
  const remove = database.prepare('DELETE FROM suppressions WHERE hash = ?');
  return {
    reasonFor(hash) {
      const row = find.get(hash);
      if (row === undefined) return undefined;
      return text(row, 'reason') === 'forgotten' ? 'forgotten' : 'left';
    },
    add(hash, reason, at) {
      const news = Number(insert.run(hash, reason, at).changes) > 0;
      if (reason === 'forgotten') forget.run(hash);
      return news;
    },
    lift: (hash) => void remove.run(hash),
  };
}
