import { createHash } from 'node:crypto';

/** The number that PostgreSQL knows a lock by: 64 bits, so that no two of a list meet by accident. */
export function lockNumber(name: string): bigint {
  return createHash('sha256').update(name).digest().readBigInt64BE();
}
