import type { Evidence, Imported, List } from '../store/list.ts';
import type { Person } from './import-file.ts';
import type { ImportPlan, LeftOut } from './import-plan.ts';

type Skipped = Exclude<Imported, 'imported'> | LeftOut;

/** Why a line was skipped, to follow "Line 7:". */
const REASONS: Readonly<Record<Skipped, string>> = {
  suppressed: 'has unsubscribed or was deleted',
  subscribed: 'is on the list already',
  unconfirmed: 'has not confirmed',
  contradicted: 'is on another line that says they left or never confirmed, or cannot be read',
  missing: 'has no address',
  'no-at': 'has an address without @',
  space: 'has an address with a space in it',
  several: 'has more than one address, or more than one @',
  domain: 'has an address whose part after the @ is no domain',
  'too-long': 'has an address that is too long',
  malformed: 'has an address that no mail server takes',
  quote: 'has a quotation mark that is never closed, so all that follows was left out',
  cells:
    'has more cells than the first line names columns, so one of its commas needs quotation marks',
};

/** A batch is one transaction: few writes to the disk, and others get their turn in between. */
const BATCH = 500;
const MOST_LINES_SHOWN = 20;

interface Skip {
  readonly line: number;
  readonly why: Skipped;
}

function reportOf(subscribed: number, suppressed: number, skips: readonly Skip[]): string {
  const counts = new Map<Skipped, number>();
  for (const { why } of skips) counts.set(why, (counts.get(why) ?? 0) + 1);
  const shown = skips
    .toSorted((a, b) => a.line - b.line)
    .slice(0, MOST_LINES_SHOWN)
    .map(({ line, why }) => `Line ${line}: ${REASONS[why]}.`);
  const more = skips.length - shown.length;
  return [
    `Subscribed ${subscribed}, skipped ${skips.length}, suppressed ${suppressed}.`,
    ...(suppressed > 0
      ? ['Who left or is blocked by this file is kept as a keyed hash alone, and never written to.']
      : []),
    ...shown,
    ...(more > 0
      ? [
          `And ${more} more. In all:`,
          ...[...counts].map(([why, count]) => `${String(count).padStart(7)}  ${REASONS[why]}`),
        ]
      : []),
  ].join('\n');
}

/**
 * Subscribes and suppresses people as planned.
 *
 * @param at when this happens
 * @param progress called with how many people are done of how many
 * @returns a report for the owner: how many were subscribed and suppressed, which lines were skipped
 *   and why
 */
export async function importList(
  list: Pick<List, 'importBatch' | 'suppressBatch'>,
  { suppress, subscribe, leaveOut }: ImportPlan,
  evidence: Evidence,
  at: number,
  progress: (done: number, total: number) => void,
): Promise<string> {
  const total = suppress.length + subscribe.length;
  let done = 0;
  const inBatches = async (
    people: readonly Person[],
    write: (batch: readonly Person[]) => Promise<void>,
  ) => {
    for (let start = 0; start < people.length; start += BATCH) {
      const batch = people.slice(start, start + BATCH);
      await write(batch);
      done += batch.length;
      progress(done, total);
    }
  };
  const emailsOf = (people: readonly Person[]) => people.map(({ email }) => email);
  const late: Skip[] = [];
  // First those who are not to be written to, so that it is safe wherever it is cut off.
  await inBatches(suppress, (batch) => list.suppressBatch(emailsOf(batch), evidence.source, at));
  await inBatches(subscribe, async (batch) => {
    const results = await list.importBatch(emailsOf(batch), evidence, at);
    for (const [index, { line }] of batch.entries()) {
      const result = results[index] ?? 'imported';
      if (result !== 'imported') late.push({ line, why: result });
    }
  });
  return reportOf(subscribe.length - late.length, suppress.length, [...leaveOut, ...late]);
}
