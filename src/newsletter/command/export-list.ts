import { Readable } from 'node:stream';
import type { Records } from '../store/records.ts';
import { csvLine } from './csv.ts';

const HEADER = ['email', 'status', 'confirmed', 'page'];

function* linesOf(records: Pick<Records, 'subscribers'>): Generator<string> {
  yield csvLine(HEADER);
  for (const { email, status, confirmedAt, page } of records.subscribers()) {
    const confirmed = confirmedAt === undefined ? '' : new Date(confirmedAt).toISOString();
    yield csvLine([email, status, confirmed, page]);
  }
}

/** All who are in the store as CSV, line by line: address, status, when they confirmed, and where. */
export function exportList(records: Pick<Records, 'subscribers'>): Readable {
  return Readable.from(linesOf(records));
}
