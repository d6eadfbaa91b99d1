import { Readable } from 'node:stream';
import type { List, Place } from '../store/list.ts';
import { csvLine } from './csv.ts';

const HEADER = ['email', 'status', 'confirmed', 'page'];

/** So many at a time, so that nobody waits long for the list. */
const PART = 1_000;

async function* linesOf(list: Pick<List, 'subscribers'>): AsyncGenerator<string> {
  yield csvLine(HEADER);
  let after: Place | undefined;
  do {
    const { people, next } = await list.subscribers(after, PART);
    for (const { email, status, confirmedAt, page } of people) {
      const confirmed = confirmedAt === undefined ? '' : new Date(confirmedAt).toISOString();
      yield csvLine([email, status, confirmed, page]);
    }
    after = next;
  } while (after !== undefined);
}

/** All who are in the store as CSV, line by line: address, status, when they confirmed, and where. */
export function exportList(list: Pick<List, 'subscribers'>): Readable {
  return Readable.from(linesOf(list));
}
