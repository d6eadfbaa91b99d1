import type { Evidence, Imported, List } from '../store/list.ts';
import { CommandError } from './command-error.ts';
import { readAnswers, type TypedAnswers } from './import-answers.ts';
import { type ImportFile, type Person, readImportFile, type Unreadable } from './import-file.ts';
import { questionsOf } from './import-questions.ts';
import { mostCareful, type Standing, standingsOf } from './standing.ts';

type Skipped = Exclude<Imported, 'imported'> | Unreadable | 'unconfirmed' | 'contradicted';

/** Why a line was skipped, to follow "Line 7:". */
const REASONS: Readonly<Record<Skipped, string>> = {
  suppressed: 'has unsubscribed or was deleted',
  subscribed: 'is on the list already',
  unconfirmed: 'has not confirmed',
  contradicted: 'is on another line that says they left, or never confirmed',
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

/** What a file's name says of all who are in it. */
const TELLING_NAME =
  /unsub|nonsub|non[-_ ]sub|cleaned|bounce|suppress|blocked|blocklist|blacklist|opt[-_ ]?out|unconfirm|pending|removed|deleted|inactive|complain|spam|left/i;

interface Skip {
  readonly line: number;
  readonly why: Skipped;
}

/** What is to be imported, and as what the owner said so. */
export interface ImportRequest extends TypedAnswers {
  /** What the file holds. */
  readonly csv: string;
  /** What it is called, without its folder. */
  readonly name: string;
  /** The column of the address, where its name does not say so. */
  readonly column: string | undefined;
  readonly evidence: Evidence;
  /** When this happens. */
  readonly at: number;
}

/** The people to suppress, those to subscribe, and the lines to leave out. */
interface Plan {
  readonly suppress: readonly Person[];
  readonly subscribe: readonly Person[];
  readonly skips: readonly Skip[];
}

/** Somebody may be on several lines: the most careful one counts for all of them. */
function planOf(file: ImportFile, standings: ReadonlyMap<Person, Standing>): Plan {
  const byAddress = new Map<string, Standing>();
  for (const [{ email }, standing] of standings) {
    const key = email.toLowerCase();
    byAddress.set(key, mostCareful(standing, byAddress.get(key) ?? 'subscribed'));
  }
  const suppress: Person[] = [];
  const subscribe: Person[] = [];
  const skips: Skip[] = [...file.unreadable];
  for (const [person, standing] of standings) {
    const { email, line } = person;
    if (standing === 'left' || standing === 'blocked') suppress.push(person);
    else if (standing === 'unconfirmed') skips.push({ line, why: 'unconfirmed' });
    else if (byAddress.get(email.toLowerCase()) === 'subscribed') subscribe.push(person);
    else skips.push({ line, why: 'contradicted' });
  }
  return { suppress, subscribe, skips };
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
 * Subscribes the people of a CSV file who are subscribed there, and suppresses those who left or are
 * blocked there. Nothing is written while anything about who is who is not understood.
 *
 * @param progress called with how many people are done of how many
 * @returns a report for the owner: how many were subscribed and suppressed, which lines were skipped
 *   and why
 * @throws CommandError with a question where the file does not say clearly who is subscribed
 */
export async function importList(
  list: Pick<List, 'importBatch' | 'suppressBatch'>,
  request: ImportRequest,
  progress: (done: number, total: number) => void,
): Promise<string> {
  const { csv, name, column, evidence, at } = request;
  const file = readImportFile(csv, column);
  const answers = readAnswers(request, file.columns);
  const standings = standingsOf(file, answers);
  if (standings.kind === 'questions') throw new CommandError(questionsOf(standings.questions));
  const { suppress, subscribe, skips } = planOf(file, standings.of);
  if (subscribe.length > 0 && answers.everyone === undefined && TELLING_NAME.test(name)) {
    throw new CommandError(
      `Nothing was imported. By its name, ${name} holds people who left or never confirmed, and no column of it says so of ${subscribe.length} of them. Say what they are, and run it again: --everyone left, --everyone unconfirmed or --everyone subscribed.`,
    );
  }

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
  return reportOf(subscribe.length - late.length, suppress.length, [...skips, ...late]);
}
